import type { Bilingual } from '../claim-findings.ts';
import { bilingual, percentText } from '../words.ts';

/** What one test measures. */
export function topShareStatistic(fraction: number): Bilingual {
  const top = percentText(fraction);
  return bilingual(
    `Share of all output held by the top ${top.en} of contributors`,
    `Part de toute la production détenue par les ${top.fr} de contributeurs les plus actifs`,
  );
}

export const topShareUnit = bilingual('share', 'part');

interface Counts {
  ledgers: number;
  supported: number;
  contradicted: number;
  inconclusive: number;
  alsoAtTen: number;
  controls: number;
}

/** Why the verdict is what it is, with the numbers. */
export function topContributorsReason({
  ledgers,
  supported,
  contradicted,
  inconclusive,
  alsoAtTen,
  controls,
}: Counts): Bilingual {
  return bilingual(
    `In ${supported} of ${ledgers} ledgers of open work the top 20% of contributors hold more than half of all output, with 95% confidence; in ${alsoAtTen} of them even the top 10% do. Against the claim: ${contradicted}. Undecided: ${inconclusive}. ${controls} more ledgers, where work was capped or assigned, serve as controls and do not count.`,
    `Dans ${supported} registres de travail ouvert sur ${ledgers}, les 20 % de contributeurs les plus actifs détiennent plus de la moitié de la production, au seuil de confiance de 95 % ; dans ${alsoAtTen} d’entre eux, les 10 % les plus actifs y suffisent. Contre l’affirmation : ${contradicted}. Indécis : ${inconclusive}. ${controls} autres registres, où le travail était plafonné ou attribué, servent de témoins et ne comptent pas.`,
  );
}

export const topContributorsCaveat = bilingual(
  'Output is not improvement. The claim is about how much contributors improve a model; no open ledger records that. What is tested here is who did how much of the work, or was paid how much of the money. A person with little output can still have made the difference, and the reverse. A ledger also holds only people who contributed at least once.',
  'La production n’est pas le progrès. L’affirmation porte sur ce que chaque contributeur apporte au modèle ; aucun registre ouvert ne le mesure. On vérifie ici qui a fait quelle part du travail, ou touché quelle part de l’argent. Qui produit peu peut avoir fait toute la différence, et inversement. Un registre ne compte en outre que les personnes qui ont contribué au moins une fois.',
);

export const topContributorsWouldChange = bilingual(
  'A ledger that scores each contribution by how much it improved a model. Short of that, open ledgers of expert work in which the top 20% hold less than half: the verdict turns when more than one ledger in five no longer supports it.',
  'Un registre qui note chaque contribution d’après le progrès qu’elle apporte au modèle. À défaut, des registres ouverts de travail d’experts où les 20 % les plus actifs détiennent moins de la moitié : le verdict change dès que plus d’un registre sur cinq cesse de l’appuyer.',
);
