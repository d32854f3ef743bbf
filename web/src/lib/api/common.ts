/** The words of the schema that several pages read, as the API writes them. */
export type Measure = 'AMOUNT' | 'HOURS' | 'UNITS' | 'IMPROVEMENT';
export type Stage = 'UNTOUCHED' | 'RECRUITED' | 'MEASURED' | 'CONVERTING' | 'CONTESTED';
export type Reliability = 'HIGH' | 'MEDIUM' | 'LOW';
export type Allotment = 'OPEN' | 'CAPPED' | 'ASSIGNED';
export type Verdict = 'SUPPORTED' | 'CONTRADICTED' | 'INCONCLUSIVE' | 'MIXED' | 'UNTESTABLE';
export type DatasetKind = 'PUBLISHED' | 'LEDGER' | 'SIMULATED';
export type GraphLocale = 'EN' | 'FR';

/** The stages in their order. */
export const stages = ['UNTOUCHED', 'RECRUITED', 'MEASURED', 'CONVERTING', 'CONTESTED'] as const;

/** The measures in the order the pages offer them. */
export const measures = ['UNITS', 'AMOUNT', 'HOURS', 'IMPROVEMENT'] as const;

export interface Interval {
  low: number;
  high: number;
  level: number;
  method: string;
}

export interface Suppression {
  reason: string;
  threshold: number | null;
}

export interface Estimate {
  value: number | null;
  interval: Interval | null;
  n: number;
  suppression: Suppression | null;
}

export interface SourceLine {
  slug: string;
  title: string;
  publisher: string;
  url: string;
  publishedOn: string | null;
  reliability: Reliability;
}

/** The dataset of the published facts, as a figure's footer names it. */
export interface PublicRecord {
  title: string;
  licence: string | null;
  release: { number: number; publishedAt: string } | null;
}

export interface Named {
  slug: string;
  name: string;
}
