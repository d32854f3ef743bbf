export { bcaIntervals, DEFAULT_REPLICATES, type BcaOptions, type Statistic } from './bca-interval.ts';
export {
  concentration,
  type Concentration,
  type Estimated,
  type LorenzPointWithInterval,
} from './concentration.ts';
export {
  concentrationDifference,
  type ConcentrationDifference,
  type Difference,
  type DifferenceOptions,
} from './concentration-difference.ts';
export {
  concentrationEstimates,
  type ConcentrationEstimates,
  type EstimateOptions,
} from './concentration-estimates.ts';
export {
  concentrationIntervals,
  type ConcentrationIntervals,
  type IntervalOptions,
} from './concentration-intervals.ts';
export { contributors, contributorsOfSorted, type Contributors } from './contributors.ts';
export { giniCorrectedSorted, giniSorted } from './gini-coefficient.ts';
export { giniInterval, giniStandardError } from './gini-interval.ts';
export { halfCrossingSorted, halfShareSorted } from './half-share.ts';
export { halfShareInterval } from './half-share-interval.ts';
export { herfindahlHirschmanSorted } from './herfindahl-hirschman-index.ts';
export { BEACH_DAVIDSON, bcaMethod, DAVIDSON, DEFAULT_LEVEL, type Interval } from './interval.ts';
export { lorenzCurveSorted, lorenzOrdinateSorted, type LorenzPoint } from './lorenz-curve.ts';
export { lorenzIntervals, lorenzStandardError, topShareIntervals } from './lorenz-interval.ts';
export { normalCdf, normalQuantile } from './normal-distribution.ts';
export type { ComparedSide } from './paired-draws.ts';
export { percentileRatioSorted } from './percentile-ratio.ts';
export { medianSorted, quantileSorted } from './quantile.ts';
export { seededRandom, uniform, uniformIndex, type Random } from './random.ts';
export { LEAST_FOR_INTERVALS, LEAST_FOR_LARGE_SAMPLE, reliability, type Reliability } from './reliability.ts';
export { positiveAscending } from './sort-positive.ts';
export { sampleFromCounts, sampleFromSorted, type SortedSample } from './sorted-sample.ts';
export { spearmanCorrelation, spearmanInterval, type SpearmanOptions } from './spearman-correlation.ts';
export { theilSorted } from './theil-index.ts';
export { topCount, topShareSorted } from './top-share.ts';
export { weightedQuantileSorted } from './weighted-quantile.ts';
