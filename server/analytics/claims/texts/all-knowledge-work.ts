import type { Bilingual } from '../claim-findings.ts';
import type { TurningPoint } from '../turning-point.ts';
import { Verdict } from '../verdict.ts';
import { bilingual, percentText } from '../words.ts';

export const wageBillShare = bilingual('share of the wage bill', 'part de la masse salariale');

export const knowledgeWithEvidenceStatistic = bilingual(
  'Knowledge occupations with any published evidence, by wage bill',
  'Professions intellectuelles avec un fait publié, en masse salariale',
);

export const knowledgeConvertingStatistic = bilingual(
  'Knowledge occupations that are converting or contested, by wage bill',
  'Professions intellectuelles en conversion ou contestées, en masse salariale',
);

export const allWithEvidenceStatistic = bilingual(
  'All occupations with any published evidence, by wage bill',
  'Ensemble des professions avec un fait publié, en masse salariale',
);

interface Figures {
  withEvidence: number;
  converting: number;
  untouched: number;
  occupations: number;
}

/** Why the verdict is what it is, with the numbers. */
export function allKnowledgeWorkReason({
  withEvidence,
  converting,
  untouched,
  occupations,
}: Figures): Bilingual {
  const some = percentText(withEvidence);
  const half = percentText(converting);
  return bilingual(
    `The claim is a forecast, and no dataset of today can test tomorrow. What can be read today: of the wage bill of occupations that usually need a degree, ${some.en} is in occupations with some published evidence and ${half.en} in occupations that are both recruited by several platforms and measured by a benchmark; ${untouched} of ${occupations} such occupations have none. ‘All’ is not true yet.`,
    `L’affirmation est une prévision, et aucune donnée d’aujourd’hui ne peut éprouver demain. Ce qui se lit à ce jour : de la masse salariale des professions qui demandent d’ordinaire un diplôme du supérieur, ${some.fr} relèvent de professions pour lesquelles un fait a été publié, et ${half.fr} de professions à la fois recrutées par plusieurs plateformes et mesurées par un banc d’essai ; ${untouched} de ces professions sur ${occupations} n’en ont aucun. « Tout » n’est pas encore vrai.`,
  );
}

export const allKnowledgeWorkCaveat = bilingual(
  'An occupation counts from its first published row, so one advert is enough and much of its work may be untouched. What platforms and laboratories do not publish is not here: the true share can be higher. Occupations, employment and wages are those of the United States; ‘knowledge work’ means O*NET job zones 4 and 5.',
  'Une profession compte dès sa première ligne publiée : une annonce suffit, et l’essentiel de son travail peut rester intact. Ce que plateformes et laboratoires ne publient pas n’est pas ici : la part véritable peut être plus grande. Professions, emplois et salaires sont ceux des États-Unis ; « travail intellectuel » désigne les zones 4 et 5 d’O*NET.',
);

export const allKnowledgeWorkWouldChange = bilingual(
  'A wage bill of knowledge occupations without evidence that falls towards nothing, year after year; or one that stops falling.',
  'Une masse salariale des professions intellectuelles sans fait publié qui tend vers zéro, année après année ; ou qui cesse de baisser.',
);

export const allKnowledgeWorkTested = bilingual(
  'A forecast cannot be tested today. What is measured instead is how far it has come: the share of the US wage bill that falls to knowledge occupations (O*NET job zones 4 and 5) for which anything has been published, against ‘all’.',
  'Une prévision ne se vérifie pas aujourd’hui. On mesure où elle en est : la part de la masse salariale américaine qui revient aux professions intellectuelles (zones 4 et 5 d’O*NET) pour lesquelles un fait a été publié, face à « tout ».',
);

/** Which data would turn the verdict, given the share of the wage bill without any published evidence. */
export function allKnowledgeWorkTurns(without: number): TurningPoint[] {
  const share = percentText(without);
  return [
    {
      becomes: Verdict.SUPPORTED,
      condition: bilingual(
        `The share of the knowledge wage bill without any published evidence, ${share.en} now, at 0%`,
        `La part de la masse salariale intellectuelle sans aucun fait publié, ${share.fr} aujourd’hui, à 0 %`,
      ),
    },
    {
      becomes: Verdict.CONTRADICTED,
      condition: bilingual(
        `That share still at ${share.en} or more after three further yearly releases`,
        `Cette part toujours à ${share.fr} ou plus après trois autres versions annuelles`,
      ),
    },
  ];
}
