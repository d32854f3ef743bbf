import type { Bilingual } from '../claim-findings.ts';
import type { TurningPoint } from '../turning-point.ts';
import { Verdict } from '../verdict.ts';
import { bilingual, countText, percentText } from '../words.ts';

export const dollarsAnHour = bilingual('US dollars an hour', 'dollars américains l’heure');
export const share = bilingual('share', 'part');

export const highestRateStatistic = bilingual(
  'Highest hourly rate that the source reports (it can support an ‘up to’, never contradict it)',
  'Taux horaire le plus élevé que rapporte la source (il peut appuyer un « jusqu’à », jamais le contredire)',
);

export const retoldRateStatistic = bilingual(
  'Highest hourly rate that the source reports, which retells a report already counted',
  'Taux horaire le plus élevé que rapporte la source, qui reprend un article déjà compté',
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
  /** Independent reports of standing. */
  reports: number;
  /** Retellings of those, and sources at third hand. */
  others: number;
  reaching: number;
  observations: number;
  professions: number;
  below: number;
  medians: number;
}

/** Why the verdict is what it is, with the numbers. */
export function upTo200Reason({
  reports,
  others,
  reaching,
  observations,
  professions,
  below,
  medians,
}: Counts): Bilingual {
  const reached = percentText(observations === 0 ? 0 : reaching / observations);
  const all = countText(observations);
  return bilingual(
    `${reports} independent reports of some standing, besides the claim’s own, tell of hourly rates of $200 or more; ${others} more sources retell them or are at third hand, and do not count. As an ‘up to’ the claim stands. That is a low bar: it only asks whether such a rate exists, and nothing published could contradict it. Counting every source, ${reaching} of ${all.en} published rates reach $200 (${reached.en}), in ${professions} professions. It is the top of the scale, not what is usual: the offered median is below $200 in ${below} of ${medians} professions.`,
    `${reports} témoignages indépendants de quelque crédit, outre celui de l’affirmation, font état de taux horaires de 200 $ ou plus ; ${others} autres sources les reprennent ou sont de troisième main, et ne comptent pas. En tant que « jusqu’à », l’affirmation tient. La barre est basse : il suffit qu’un tel taux existe, et rien de publié ne pourrait la contredire. Toutes sources confondues, ${reaching} taux publiés sur ${all.fr} atteignent 200 $ (${reached.fr}), dans ${professions} professions. C’est le haut de l’échelle, non l’usage : la médiane offerte est inférieure à 200 $ dans ${below} professions sur ${medians}.`,
  );
}

export const upTo200Caveat = bilingual(
  'An offer is not a payment. Most of these rates are advertised or reported, few are told by those who were paid, and hours offered are seldom known. The interview spoke more narrowly, of former bankers and consultants: on that reading only one source of standing reports such a rate for such work, that of a founder who trains models in business strategy and finance. The highest rates that name a profession are for physicians. Most of the reports speak of one company, Mercor.',
  'Une offre n’est pas un paiement. La plupart de ces taux sont annoncés ou rapportés, peu viennent de ceux qui ont été payés, et le volume d’heures offert est rarement connu. L’entretien parlait plus étroitement d’anciens banquiers et consultants : ainsi lue, l’affirmation n’a pour elle qu’une source de quelque crédit, le cas d’un fondateur d’entreprise qui entraîne des modèles en stratégie et en finance. Les taux les plus élevés rattachés à une profession vont à des médecins. La plupart des témoignages parlent d’une seule société, Mercor.',
);

export const upTo200WouldChange = bilingual(
  'Fewer than three independent reports left standing after correction. Beyond that, nothing published can turn it: the claim would have to say how many are paid so much. Pay records, rather than adverts, would then decide.',
  'Moins de trois témoignages indépendants encore debout après rectification. Au-delà, rien de publié ne peut retourner le verdict : l’affirmation devrait dire combien de personnes touchent autant. Des relevés de paie, et non des annonces, trancheraient alors.',
);

export const upTo200Tested = bilingual(
  'An ‘up to’ says that such a rate exists. Each independent source of some standing that reports 200 dollars an hour or more supports it; retellings of a report that counts, the claim’s own source and sources at third hand do not count.',
  'Un « jusqu’à » dit qu’un tel taux existe. Chaque source indépendante de quelque crédit qui rapporte 200 dollars l’heure ou plus l’appuie ; les reprises d’un article déjà compté, la source de l’affirmation et celles de troisième main ne comptent pas.',
);

/** Which data would turn the verdict, when so many reports must fall away. */
export function upTo200Turns(reports: number, toLose: number): TurningPoint[] {
  return [
    {
      becomes: Verdict.MIXED,
      condition: bilingual(
        `${toLose} of the ${reports} independent reports withdrawn or corrected to below 200 dollars`,
        `${toLose} des ${reports} témoignages indépendants retirés, ou corrigés à moins de 200 dollars`,
      ),
    },
    {
      becomes: Verdict.CONTRADICTED,
      condition: bilingual(
        'Pay records of three platforms in which nobody reached 200 dollars an hour',
        'Les relevés de paie de trois plateformes où personne n’a atteint 200 dollars l’heure',
      ),
    },
  ];
}
