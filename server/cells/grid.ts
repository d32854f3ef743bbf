import {
  LEAST_FOR_LARGE_SAMPLE,
  concentrationIntervals,
  lorenzOrdinateSorted,
  topShareSorted,
  type Contributors,
  type Interval,
  type SortedSample,
} from '../statistics/index.ts';

/**
 * The grid on which a cell knows its curve: half percents. Every curve of 2, 3, 5, 6, 9, 11, 21, 26, 41, 51, 101 or 201 points lies
 * on it, and every top share at a whole or half percent.
 */
export const gridSteps = 200;
/** Up to this many, everybody's total takes less room than the grid, and is kept in its place. */
export const mostKeptWhole = 2 * gridSteps;
/** Below this many people in the top, their share has no interval (statistics/concentration-intervals). */
export const leastInTop = 5;

const fractions = Array.from({ length: gridSteps }, (_, k) => (k + 1) / gridSteps);

/** L(j/200) for j = 0 … 200, then the top shares at k/200 for k = 1 … 200. */
export function curveOf(sample: SortedSample): Float64Array {
  const curve = new Float64Array(2 * gridSteps + 1);
  for (let j = 0; j <= gridSteps; j++) curve[j] = lorenzOrdinateSorted(sample, j / gridSteps);
  for (const [k, fraction] of fractions.entries()) {
    curve[gridSteps + 1 + k] = topShareSorted(sample, fraction);
  }
  return curve;
}

/**
 * The ends of all intervals: low and high of the Gini coefficient, of the half share, of L(j/200) for j = 0 … 200, and of the top
 * shares at k/200 for k = 1 … 200; NaN where there is none. A bootstrap, which pays for each, makes those at whole percents.
 * Null below 30 contributors.
 */
export function bandsOf(people: Contributors, sample?: SortedSample): Float64Array | null {
  const every = hasFormulas(people.sorted.length) ? 1 : 2;
  const topFractions = fractions.filter((_fraction, k) => (k + 1) % every === 0);
  const options = { topFractions, lorenzPoints: gridSteps / every + 1, leastInTop };
  const intervals = concentrationIntervals(people, options, sample);
  if (intervals === null) return null;
  const bands = new Float64Array(bandsLength).fill(NaN);
  const put = (place: number, interval: Interval | null): void => {
    if (interval !== null) bands.set([interval.low, interval.high], 2 * place);
  };
  put(giniBand, intervals.gini);
  put(halfShareBand, intervals.halfShare);
  for (const [j, interval] of intervals.lorenz.entries()) put(lorenzBand(j * every), interval);
  for (const [k, interval] of intervals.topShares.entries()) put(topShareBand((k + 1) * every), interval);
  return bands;
}

/** The places of the intervals in what `bandsOf` gives. */
export const giniBand = 0;
export const halfShareBand = 1;
export const lorenzBand = (j: number): number => 2 + j;
export const topShareBand = (k: number): number => 2 + gridSteps + k;
const bandsLength = 2 * (2 + (gridSteps + 1) + gridSteps);

/** The ends of one of them; null where it is not among them. */
export function endsAt(bands: Float64Array, place: number): { low: number; high: number } | null {
  const [low, high] = [bands[2 * place]!, bands[2 * place + 1]!];
  return Number.isNaN(low) ? null : { low, high };
}

/** Whether intervals are formulas, which cost next to nothing; below, a bootstrap takes up to half a second. */
export function hasFormulas(contributors: number): boolean {
  return contributors >= LEAST_FOR_LARGE_SAMPLE;
}

/** The place of a curve's point on the grid; null where the curve has other points. */
export function strideOf(points: number): number | null {
  const stride = gridSteps / (points - 1);
  return Number.isInteger(stride) ? stride : null;
}

/** Which k of the grid that fraction is; null between them. */
export function stepOf(fraction: number): number | null {
  const step = Math.round(fraction * gridSteps);
  return step >= 1 && step / gridSteps === fraction ? step : null;
}
