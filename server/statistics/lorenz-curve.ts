import { lowestSum, type SortedSample } from './sorted-sample.ts';

export interface LorenzPoint {
  /** p, the share of contributors counted from the lowest, 0 … 1. */
  readonly populationShare: number;
  /** L(p), the share of the measure they hold, 0 … p. */
  readonly measureShare: number;
}

export const DEFAULT_LORENZ_POINTS = 101;

/**
 * L(p): the share of the total that the lowest p·n observations hold, read off the polygon through
 * (k/n, (x₁ + … + xₖ)/Σx) by linear interpolation. No unit, 0 … p. Lorenz (1905), "Methods of measuring the
 * concentration of wealth". Throws RangeError when p is outside [0, 1].
 */
export function lorenzOrdinateSorted(sample: SortedSample, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a population share: ${p}`);
  return lowestSum(sample, p * sample.size) / sample.total;
}

/**
 * The Lorenz curve at `points` equally spaced population shares p = j/(points − 1), from (0, 0) to (1, 1).
 * Throws RangeError when `points` is not a whole number of at least 2.
 */
export function lorenzCurveSorted(sample: SortedSample, points = DEFAULT_LORENZ_POINTS): LorenzPoint[] {
  return populationShares(points).map((populationShare) => ({
    populationShare,
    measureShare: lorenzOrdinateSorted(sample, populationShare),
  }));
}

/** 0, 1/(points − 1), … , 1. Throws RangeError when `points` is not a whole number of at least 2. */
export function populationShares(points: number): number[] {
  if (!Number.isInteger(points) || points < 2)
    throw new RangeError(`A curve needs at least 2 points, not ${points}`);
  return Array.from({ length: points }, (_, j) => j / (points - 1));
}
