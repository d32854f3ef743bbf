import type { Interval, Measure, Suppression } from './common.ts';
import type { PartFilter } from './concentration.ts';
import document from './concentration-difference.graphql?raw';
import { operation } from './operation.ts';

export type DifferenceVerdict = 'HIGHER' | 'LOWER' | 'INDISTINGUISHABLE';

export interface EstimateDifference {
  /** First less second. */
  value: number | null;
  verdict: DifferenceVerdict | null;
  interval: Interval | null;
  suppression: Suppression | null;
}

export interface ConcentrationDifference {
  paired: boolean;
  gini: EstimateDifference;
  top: EstimateDifference;
}

/** One of two concentrations, as the API takes it. */
export interface ConcentrationSide {
  dataset: string;
  measure: Measure;
  filter?: PartFilter;
  release?: number;
}

interface Variables {
  first: ConcentrationSide;
  second: ConcentrationSide;
  top: number;
}

/** By how much one curve is more concentrated than another. */
export const differenceOfTwo = operation<{ concentrationDifference: ConcentrationDifference }, Variables>(
  document,
);
