import type { Bilingual } from '../claim-findings.ts';
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
