import type { Bilingual } from '../claim-findings.ts';
import { bilingual, countText, percentText } from '../words.ts';

export const dollarsAnHour = bilingual('US dollars an hour', 'dollars américains l’heure');
export const share = bilingual('share', 'part');

export const highestRateStatistic = bilingual(
  'Highest hourly rate that the source reports',
  'Taux horaire le plus élevé que rapporte la source',
);

export const shareReachingStatistic = bilingual(
  'Share of all published hourly rates whose upper end reaches $200',
  'Part des taux horaires publiés dont le haut de fourchette atteint 200 $',
);

export const offeredMediansBelowStatistic = bilingual(
  'Share of professions whose offered median is below $200',
  'Part des professions dont la médiane offerte est inférieure à 200 $',
);

interface Counts {
  sources: number;
  reaching: number;
  observations: number;
  professions: number;
  below: number;
  medians: number;
}

/** Why the verdict is what it is, with the numbers. */
export function upTo200Reason({
  sources,
  reaching,
  observations,
  professions,
  below,
  medians,
}: Counts): Bilingual {
  const reached = percentText(observations === 0 ? 0 : reaching / observations);
  const all = countText(observations);
  return bilingual(
    `${sources} sources of some standing, besides the claim’s own, report hourly rates of $200 or more. With those at third hand, ${reaching} of ${all.en} published rates reach it (${reached.en}), in ${professions} professions. As an ‘up to’ the claim stands. It is the top of the scale, not what is usual: the offered median is below $200 in ${below} of ${medians} professions.`,
    `${sources} sources de quelque crédit, outre celle de l’affirmation, rapportent des taux horaires de 200 $ ou plus. Avec celles de troisième main, ${reaching} taux publiés sur ${all.fr} y atteignent (${reached.fr}), dans ${professions} professions. En tant que « jusqu’à », l’affirmation tient. C’est le haut de l’échelle, non l’usage : la médiane offerte est inférieure à 200 $ dans ${below} professions sur ${medians}.`,
  );
}

export const upTo200Caveat = bilingual(
  'An offer is not a payment. Most of these rates are advertised or reported, few are told by those who were paid, and hours offered are seldom known. The highest rates that name a profession are for physicians, not for former bankers and consultants. Several sources retell the same newsroom’s report, so they are fewer witnesses than they look.',
  'Une offre n’est pas un paiement. La plupart de ces taux sont annoncés ou rapportés, peu viennent de ceux qui ont été payés, et le volume d’heures offert est rarement connu. Les taux les plus élevés rattachés à une profession vont à des médecins, non à d’anciens banquiers ou consultants. Plusieurs sources reprennent l’article d’une même rédaction : les témoins sont moins nombreux qu’il n’y paraît.',
);

export const upTo200WouldChange = bilingual(
  'Fewer than three sources left standing after correction; or pay records, rather than adverts, in which nobody is paid $200 an hour.',
  'Moins de trois sources encore debout après rectification ; ou des relevés de paie, et non des annonces, où personne ne touche 200 $ l’heure.',
);
