import type { Allotment, GraphLocale } from './common.ts';
import type { Concentration, Ledger } from './concentration.ts';
import document from './methods.graphql?raw';
import { operation } from './operation.ts';

export interface LedgerLine {
  slug: string;
  title: string;
  unit: string | null;
  allotment: Allotment | null;
  licence: string | null;
  citation: string | null;
  source: { slug: string; title: string; language: string } | null;
  release: { number: number; publishedAt: string; contributors: number } | null;
}

/** The ledger that the definitions are shown on. */
export type ExampleLedger = Pick<Ledger, 'slug' | 'title' | 'unit' | 'licence'> & {
  concentration: Pick<Concentration, 'contributors' | 'gini' | 'top20' | 'lorenz'>;
  source: { slug: string; title: string; language: string } | null;
  release: { number: number } | null;
};

interface Result {
  example: ExampleLedger | null;
  datasets: { nodes: LedgerLine[] };
}

/** A worked example, and the ledgers with their licences and sources. */
export const methodsPage = operation<Result, { locale: GraphLocale; example: string }>(document);
