import type { Allotment, GraphLocale } from './common.ts';
import document from './methods.graphql?raw';
import { operation } from './operation.ts';

export interface LedgerLine {
  slug: string;
  title: string;
  unit: string | null;
  allotment: Allotment | null;
  licence: string | null;
  citation: string | null;
  source: { slug: string; title: string } | null;
  release: { number: number; publishedAt: string; contributors: number } | null;
}

/** The ledgers with their licences and sources. */
export const methodsPage = operation<{ datasets: { nodes: LedgerLine[] } }, { locale: GraphLocale }>(
  document,
);
