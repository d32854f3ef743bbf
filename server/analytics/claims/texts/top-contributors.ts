import type { Bilingual } from '../claim-findings.ts';
import type { TurningPoint } from '../turning-point.ts';
import { Verdict } from '../verdict.ts';
import { bilingual, percentText } from '../words.ts';

/** What one test measures. */
export function topShareStatistic(fraction: number): Bilingual {
  const top = percentText(fraction);
  return bilingual(
    `Share of all output or pay held by the top ${top.en} of contributors`,
    `Part de toute la production, ou de toute la paie, détenue par les ${top.fr} de contributeurs les plus actifs`,
  );
}

export const topShareUnit = bilingual('share', 'part');

interface CountsAt {
  verdict: Verdict;
  supported: number;
  contradicted: number;
  inconclusive: number;
}

interface Counts {
  ledgers: number;
  atTwenty: CountsAt;
  atTen: CountsAt;
  controls: number;
  /** Ledgers of open work too small for an interval. */
  small: number;
}

function found(verdict: Verdict): Bilingual {
  if (verdict === Verdict.SUPPORTED) return { en: 'supported', fr: 'appuyée' };
  if (verdict === Verdict.CONTRADICTED) return { en: 'contradicted', fr: 'contredite' };
  return { en: 'undecided', fr: 'indécise' };
}

function tooFew(small: number): Bilingual {
  if (small === 0) return bilingual('', '');
  return bilingual(
    ` Nor ${small === 1 ? 'does one ledger' : `do ${small} ledgers`} of fewer than 30 contributors, too few for an interval.`,
    ` ${small === 1 ? 'Un registre' : `${small} registres`} de moins de 30 contributeurs, trop peu pour un intervalle, ne ${small === 1 ? 'compte' : 'comptent'} pas non plus.`,
  );
}

/** Why the verdict is what it is, with the numbers. */
export function topContributorsReason({ ledgers, atTwenty, atTen, controls, small }: Counts): Bilingual {
  const twenty = found(atTwenty.verdict);
  const ten = found(atTen.verdict);
  const few = tooFew(small);
  return bilingual(
    `At 20% the claim is ${twenty.en}: in ${atTwenty.supported} of ${ledgers} ledgers of open work the top 20% of contributors hold more than half of all output or pay, with 95% confidence; ${atTwenty.contradicted} against, ${atTwenty.inconclusive} undecided. At 10% it is ${ten.en}: the top 10% hold more than half in ${atTen.supported} of ${ledgers}; ${atTen.contradicted} against, ${atTen.inconclusive} undecided. The verdict is the one at 20%. ${controls} more ledgers, where work was capped or assigned, serve as controls and do not count.${few.en}`,
    `À 20 %, l’affirmation est ${twenty.fr} : dans ${atTwenty.supported} registres de travail ouvert sur ${ledgers}, les 20 % de contributeurs les plus actifs détiennent plus de la moitié de la production ou de la paie, au seuil de confiance de 95 % ; contre : ${atTwenty.contradicted}, indécis : ${atTwenty.inconclusive}. À 10 %, elle est ${ten.fr} : les 10 % les plus actifs détiennent plus de la moitié dans ${atTen.supported} registres sur ${ledgers} ; contre : ${atTen.contradicted}, indécis : ${atTen.inconclusive}. Le verdict est celui à 20 %. ${controls} autres registres, où le travail était plafonné ou attribué, servent de témoins et ne comptent pas.${few.fr}`,
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

export const topContributorsTested = bilingual(
  'In each open ledger contributors are ranked by what they did or were paid. The share of the top 20% is compared with one half, by its 95% interval. Ledgers in which work was capped or assigned are set apart as controls, and ledgers of fewer than 30 contributors, which have no interval, are shown but not counted.',
  'Dans chaque registre ouvert, les contributeurs sont rangés d’après ce qu’ils ont fait ou touché. La part des 20 % les plus actifs est comparée à la moitié, par son intervalle à 95 %. Les registres où le travail était plafonné ou attribué sont mis à part, comme témoins ; ceux de moins de 30 contributeurs, sans intervalle, sont montrés mais pas comptés.',
);

interface Turns {
  /** More ledgers against that would end the agreement, and that would turn it round. */
  toMixed: number | null;
  toContradicted: number | null;
}

/** Which data would turn the verdict. */
export function topContributorsTurns({ toMixed, toContradicted }: Turns): TurningPoint[] {
  const ledgers = (count: number, becomes: Verdict): TurningPoint => ({
    becomes,
    condition: bilingual(
      `${count} more open ledgers in which the top 20% hold less than half, by the whole 95% interval`,
      `${count} autres registres ouverts où les 20 % les plus actifs détiennent moins de la moitié, par tout l’intervalle à 95 %`,
    ),
  });
  return [
    ...(toMixed === null ? [] : [ledgers(toMixed, Verdict.MIXED)]),
    ...(toContradicted === null ? [] : [ledgers(toContradicted, Verdict.CONTRADICTED)]),
    {
      becomes: Verdict.CONTRADICTED,
      condition: bilingual(
        'Three ledgers that score each contribution by how much it improved a model, in which the top 20% hold less than half of the improvement: they would take the place of these',
        'Trois registres qui notent chaque contribution d’après le progrès du modèle, où les 20 % les plus productifs détiennent moins de la moitié du progrès : ils prendraient la place de ceux-ci',
      ),
    },
  ];
}
