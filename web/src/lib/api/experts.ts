import type {
  DatasetKind,
  GraphLocale,
  Interval,
  Measure,
  Named,
  Reliability,
  Suppression,
} from './common.ts';
import document from './experts.graphql?raw';
import { operation } from './operation.ts';
import type { PageInfo } from './sources.ts';

export type Seniority = 'JUNIOR' | 'MID' | 'SENIOR' | 'PRINCIPAL';

/** A contributor in a ranking. */
export interface RankedExpert {
  rank: number;
  total: number;
  share: number;
  cumulativeShare: number;
  expert: {
    id: string;
    pseudonym: string;
    country: string | null;
    seniority: Seniority | null;
    profession: { title: string } | null;
  };
}

/** What every figure on a ledger's people stands on. */
export interface LedgerFacts {
  slug: string;
  title: string;
  about: string;
  unit: string | null;
  kind: DatasetKind;
  licence: string | null;
  measures: Measure[];
  protected: boolean;
  source: { slug: string; title: string; language: string } | null;
  release: { number: number; publishedAt: string } | null;
}

/** How many hold half, of how many, and how sure. */
export interface Dependence {
  concentration: {
    contributors: number;
    total: number | null;
    currency: string | null;
    reliability: Reliability;
    suppression: Suppression | null;
    halfShare: { interval: Interval | null };
  };
  keyExperts: { busFactor: number | null };
  /** Absent where the rows are not ours to read; the largest thousand at most. */
  everyone?: { experts: { share: number }[] };
}

export interface Backgrounds {
  professions: { socCode: string; title: string }[];
  countries: string[];
  seniorities: Seniority[];
}

export type ExpertsLedger = LedgerFacts &
  Dependence & {
    sectors: Named[];
    backgrounds?: Backgrounds;
    rankedExperts?: { totalCount: number; pageInfo: PageInfo; nodes: RankedExpert[] };
  };

export interface EarningFilter {
  sector?: string[];
  profession?: string[];
  country?: string[];
  project?: string[];
}

interface Result {
  ledger: ExpertsLedger | null;
  project?: { id: string; name: string } | null;
}

interface Variables {
  locale: GraphLocale;
  ledger: string;
  measure: Measure;
  filter: EarningFilter;
  rows: boolean;
  project: string;
  withProject: boolean;
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** Who a ledger depends on, and its contributors by rank, a page at a time. */
export const expertsPage = operation<Result, Variables>(document);
