import type { GraphLocale, Measure } from './common.ts';
import document from './expert.graphql?raw';
import ledgerDocument from './expert-ledger.graphql?raw';
import type { LedgerFacts, Seniority } from './experts.ts';
import { operation } from './operation.ts';

/** Where an expert stands in the ledger by a measure. */
export interface Standing {
  rank: number;
  total: number;
  share: number;
  currency: string | null;
}

export interface Expert extends Partial<Record<Measure, Standing | null>> {
  id: string;
  pseudonym: string;
  country: string | null;
  seniority: Seniority | null;
  formerEmployer: string | null;
  profession: { socCode: string; title: string } | null;
}

/** A total by quarter or project. */
export interface Part {
  key: string;
  label: string;
  concentration: { total: number | null };
}

export type ExpertsOwnLedger = LedgerFacts & {
  concentration: { contributors: number; currency: string | null };
  quarters: Part[];
  projects: Part[];
};

interface Result {
  expert: Expert | null;
  ledger: ExpertsOwnLedger | null;
}

interface Variables {
  locale: GraphLocale;
  ledger: string;
  id: string;
  measure: Measure;
  amount: boolean;
  hours: boolean;
  units: boolean;
  improvement: boolean;
}

/** One expert: totals and ranks, by quarter and by project. */
export const expertPage = operation<Result, Variables>(document);

/** Which ledger an expert is of, and what it records. */
export const expertLedger = operation<
  { expert: { dataset: { slug: string; measures: Measure[] } } | null },
  { id: string }
>(ledgerDocument);
