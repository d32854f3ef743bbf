import type { GraphLocale, PublicRecord, Stage } from './common.ts';
import listDocument from './professions-list.graphql?raw';
import document from './professions.graphql?raw';
import { operation } from './operation.ts';
import type { PayRate } from './pay.ts';

/** A profession that a search found, and by which of its names. */
export interface ProfessionMatch {
  name: string;
  language: 'en' | 'fr';
  kind: 'EVERYDAY' | 'TITLE' | 'REPORTED';
  match: 'EXACT' | 'BEGINS' | 'WORDS' | 'PARTS' | 'SIMILAR';
  profession: {
    socCode: string;
    title: string;
    sector: { name: string };
    stage: Stage;
    employment: number | null;
    wage: { median: number | null } | null;
    payRate: Pick<
      PayRate,
      'n' | 'median' | 'currency' | 'premium' | 'premiumN' | 'premiumIsUpperBound'
    > | null;
  };
}

/** The professions that a text names, best first. */
export const professionSearch = operation<
  { found: ProfessionMatch[] },
  { text: string; locale: GraphLocale }
>(document);

/** One occupation of the whole list. */
export interface ListedProfession {
  stage: Stage;
  profession: { socCode: string; title: string; majorGroup: string };
}

/** Every occupation with its stage, by SOC code. */
export const professionList = operation<
  { conversion: { occupations: ListedProfession[] }; record: PublicRecord | null },
  { locale: GraphLocale }
>(listDocument);
