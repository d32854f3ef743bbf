import type {
  Allotment,
  DatasetKind,
  Estimate,
  GraphLocale,
  Measure,
  Reliability,
  Suppression,
} from './common.ts';
import document from './concentration.graphql?raw';
import { operation } from './operation.ts';

export interface LorenzPoint {
  populationShare: number;
  measureShare: number;
  low: number | null;
  high: number | null;
}

export interface Concentration {
  contributors: number;
  excluded: number;
  total: number | null;
  currency: string | null;
  reliability: Reliability;
  suppression: Suppression | null;
  gini: Estimate;
  giniCorrected: number | null;
  theil: number | null;
  hhi: number | null;
  p90p10: number | null;
  /** The share of the top that the page shades. */
  top: Estimate;
  top1: Estimate;
  top5: Estimate;
  top10: Estimate;
  top20: Estimate;
  halfShare: Estimate;
  lorenz: LorenzPoint[];
}

export interface Ledger {
  slug: string;
  title: string;
  about: string;
  unit: string | null;
  kind: DatasetKind;
  protected: boolean;
  licence: string | null;
  citation: string | null;
  allotment: Allotment | null;
  measures: Measure[];
  source: { slug: string; title: string; publisher: string; language: string } | null;
  release: { number: number; publishedAt: string } | null;
  concentration: Concentration;
}

/** One part of a ledger: a sector, a project or a quarter. */
export interface PartConcentration {
  key: string;
  label: string;
  project: { key: string } | null;
  concentration: Pick<Concentration, 'contributors' | 'reliability' | 'suppression' | 'gini' | 'top'> & {
    lorenz: Pick<LorenzPoint, 'populationShare' | 'measureShare'>[];
  };
}

/** What earnings a curve is of; the API's EarningFilter. */
export interface PartFilter {
  sector?: string[];
  project?: string[];
  from?: string;
  to?: string;
}

export type PartDimension = 'SECTOR' | 'PROJECT' | 'QUARTER';

/** The places of the four curves. */
export const places = ['first', 'second', 'third', 'fourth'] as const;
export type Place = (typeof places)[number];

type Result = Partial<Record<Place, Ledger | null>> & {
  parts?: { concentrationBy: PartConcentration[] } | null;
};

type Variables = {
  locale: GraphLocale;
  /** The fraction that is shaded, 0 to 1. */
  top: number;
  dimension: PartDimension;
  withParts: boolean;
  partsFilter?: PartFilter;
  partsRelease?: number;
} & Record<Place, string> &
  Record<`${Place}Measure`, Measure> &
  Partial<Record<`${Place}Filter`, PartFilter>> &
  Partial<Record<`${Place}Release`, number>> &
  Record<'withSecond' | 'withThird' | 'withFourth', boolean>;

/** Which variable holds the release that a part of the page shows; the newest without one. */
export const releaseOf = {
  first: 'firstRelease',
  second: 'secondRelease',
  third: 'thirdRelease',
  fourth: 'fourthRelease',
  parts: 'partsRelease',
} as const;

/** Up to four curves with all their statistics, and the first ledger part by part. */
export const concentrationPage = operation<Result, Variables>(document);
