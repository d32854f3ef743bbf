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
  licence: string | null;
  citation: string | null;
  allotment: Allotment | null;
  measures: Measure[];
  source: { slug: string; title: string; publisher: string; language: string } | null;
  release: { number: number; publishedAt: string } | null;
  concentration: Concentration;
}

/** What a ledger's curve is drawn from. */
export type CurveLedger = Pick<Ledger, 'slug' | 'title' | 'unit' | 'kind'> & {
  concentration: Pick<
    Concentration,
    'contributors' | 'currency' | 'reliability' | 'gini' | 'top20' | 'lorenz'
  >;
};

export interface SectorConcentration {
  key: string;
  label: string;
  concentration: Pick<Concentration, 'contributors' | 'reliability' | 'suppression' | 'lorenz'> & {
    topFifth: Estimate;
  };
}

interface Result {
  datasets: { nodes: { slug: string; title: string; measures: Measure[] }[] };
  ledger: Ledger | null;
  sectors: { concentrationBy: SectorConcentration[] } | null;
  second?: Ledger | null;
  third?: Ledger | null;
}

interface Variables {
  locale: GraphLocale;
  ledger: string;
  measure: Measure;
  second: string;
  withSecond: boolean;
  third: string;
  withThird: boolean;
  ledgerRelease?: number;
  sectorsRelease?: number;
  secondRelease?: number;
  thirdRelease?: number;
}

/** Which variable holds the release that a part of the page shows; the newest without one. */
export const releaseOf = {
  ledger: 'ledgerRelease',
  sectors: 'sectorsRelease',
  second: 'secondRelease',
  third: 'thirdRelease',
} as const;

/** A ledger's concentration by a measure, up to two others beside it, and the ledger sector by sector. */
export const concentrationPage = operation<Result, Variables>(document);
