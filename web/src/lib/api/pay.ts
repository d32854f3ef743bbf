import type { GraphLocale, Named, PublicRecord, Reliability } from './common.ts';
import type { PayFilter } from './pay-filter.ts';
import document from './pay.graphql?raw';
import { operation } from './operation.ts';

/** Who says that a rate is paid, as the API writes it. */
export const payKinds = [
  'JOB_LISTING',
  'PRESS_REPORT',
  'SURVEY',
  'WORKER_REPORT',
  'COMPANY_STATEMENT',
  'COURT_FILING',
] as const;
export type PayKind = (typeof payKinds)[number];

export interface PayRate {
  group: {
    key: string;
    label: string;
    profession: { socCode: string; title: string; sector: { slug: string } } | null;
  };
  n: number;
  platforms: number;
  median: number | null;
  low: number | null;
  high: number | null;
  p25: number | null;
  p75: number | null;
  templateBands: number;
  capped: number;
  openEnded: number;
  premium: number | null;
  premiumN: number;
  premiumIsUpperBound: boolean;
  currency: string;
  market: {
    median: number | null;
    p10: number | null;
    p90: number | null;
    topCoded: boolean;
    year: number;
    country: string;
    source: { slug: string; title: string; language: string };
  } | null;
  /** Where each rate was asked for. */
  observations?: {
    nodes: {
      basis: 'HOUR' | OtherRate['basis'];
      country: string | null;
      currency: string;
      low: number | null;
      high: number | null;
      typical: number | null;
      typicalBasis: 'PUBLISHED' | 'MIDPOINT' | null;
      templateBand: boolean;
      source: { reliability: Reliability };
    }[];
  };
}

export interface OtherRate {
  key: string;
  roleTitle: string;
  professionLabel: string;
  basis: 'TASK' | 'PROJECT' | 'MONTH' | 'YEAR';
  low: number | null;
  high: number | null;
  typical: number | null;
  currency: string;
  observedOn: string | null;
  platform: { name: string };
  source: { slug: string; title: string; language: string };
}

interface Grouped {
  group: { key: string; label: string };
}

interface Result {
  payRates: PayRate[];
  other: { nodes: OtherRate[] };
  sectors: { nodes: Named[] };
  platforms: Grouped[];
  countries: Grouped[];
  laboratories: { nodes: (Named & { payObservations: { totalCount: number } })[] };
  record: PublicRecord | null;
}

interface Variables {
  locale: GraphLocale;
  groupBy: 'PROFESSION' | 'SECTOR' | 'PLATFORM' | 'COUNTRY' | 'YEAR';
  filter: PayFilter;
  /** Is each rate asked for, or the groups alone? */
  each: boolean;
}

/** Every profession's published rates beside its market wage, what is not hourly, and what can be chosen. */
export const payPage = operation<Result, Variables>(document);
