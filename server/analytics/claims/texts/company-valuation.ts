import type { Bilingual } from '../claim-findings.ts';
import type { TurningPoint } from '../turning-point.ts';
import { Verdict } from '../verdict.ts';
import { bilingual, monthText } from '../words.ts';

export const dollars = bilingual('US dollars', 'dollars américains');

/** What one source says. */
export function valuationStatistic(asOf: string | null): Bilingual {
  if (asOf === null) return bilingual('Valuation of Mercor, undated', 'Valorisation de Mercor, sans date');
  const month = monthText(asOf);
  return bilingual(`Valuation of Mercor, ${month.en}`, `Valorisation de Mercor, ${month.fr}`);
}

/** Why the verdict is what it is, with the numbers. */
export function valuationReason(sources: number, agreeing: number): Bilingual {
  return bilingual(
    `Sources besides the claim’s own that value the company within a year of it: ${sources}; at 10 billion dollars: ${agreeing}. A verdict of one side needs three. The company’s age is given by no source of the record and is not tested.`,
    `Sources, outre celle de l’affirmation, qui valorisent la société dans l’année qui suit : ${sources} ; à 10 milliards de dollars : ${agreeing}. Un verdict tranché en demande trois. L’âge de la société n’est donné par aucune source du recueil et n’est pas vérifié.`,
  );
}

export const valuationCaveat = bilingual(
  'A valuation is the price of the last share sold times all shares, with whatever rights that share carried: what a few investors agreed to in private, not what the company would fetch. Press reports of it mostly go back to the company itself.',
  'Une valorisation, c’est le prix de la dernière action vendue multiplié par toutes les actions, avec les droits attachés à celle-là : ce dont quelques investisseurs sont convenus en privé, non ce que vaudrait la société à la vente. Les articles qui la rapportent remontent pour la plupart à la société elle-même.',
);

export const valuationWouldChange = bilingual(
  'Two more independent sources for the round, such as a filing or a statement of an investor, and a register entry for the year of foundation.',
  'Deux autres sources indépendantes sur ce tour de table, dépôt légal ou déclaration d’un investisseur, et une inscription au registre pour l’année de fondation.',
);

export const valuationTested = bilingual(
  'Every source besides the claim’s own that values the company within a year after it was said is a test: does its figure round to ten billion dollars? Earlier and later valuations are context. The age is not tested.',
  'Chaque source, autre que celle de l’affirmation, qui valorise la société dans l’année qui suit est une épreuve : son chiffre s’arrondit-il à dix milliards de dollars ? Les valorisations antérieures ou ultérieures donnent le contexte. L’âge n’est pas vérifié.',
);

interface Turns {
  toSupported: number | null;
  toContradicted: number | null;
}

/** Which data would turn the verdict. */
export function valuationTurns({ toSupported, toContradicted }: Turns): TurningPoint[] {
  const turn = (count: number | null, becomes: Verdict, en: string, fr: string): TurningPoint[] =>
    count === null ? [] : [{ becomes, condition: bilingual(`${count} ${en}`, `${count} ${fr}`) }];
  return [
    ...turn(
      toSupported,
      Verdict.SUPPORTED,
      'more independent sources, such as a filing or an investor’s statement, that value the round at 10 billion dollars',
      'autres sources indépendantes, dépôt légal ou déclaration d’investisseur, qui valorisent ce tour à 10 milliards de dollars',
    ),
    ...turn(
      toContradicted,
      Verdict.CONTRADICTED,
      'more sources that give a figure which does not round to it',
      'autres sources qui donnent un chiffre qui ne s’y arrondit pas',
    ),
  ];
}
