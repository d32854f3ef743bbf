import { assertLevel, BEACH_DAVIDSON, clamp, DEFAULT_LEVEL, type Interval } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';
import { groupReaching, lowestSum, type SortedSample } from './sorted-sample.ts';
import { topCount } from './top-share.ts';

/**
 * The large-sample standard error of a Lorenz ordinate, as a function of how many of the lowest are counted (t = p·n;
 * it need not be whole). Beach & Davidson (1983), "Distribution-free statistical inference with Lorenz curves and
 * income shares", Review of Economic Studies 50, 723–735. With ξ the p-quantile, γ and λ² the mean and variance of the
 * observations below it, μ and σ² those of all, and L = pγ/μ:
 *
 *   n·V̂(L) = [ω − 2Lω₁ + L²σ²] / μ²,  ω = p[λ² + (1 − p)(ξ − γ)²],  ω₁ = p[λ² + (ξ − γ)(μ − γ)].
 *
 * No unit; 0 at both ends. The sums of squares are made once, each call is O(log groups). Throws nothing on a valid
 * sample.
 */
export function lorenzStandardError(sample: SortedSample): (lowest: number) => number {
  const { values, counts, ranks, size, total } = sample;
  const mean = total / size;
  // In units of the mean, so that squares neither overflow nor vanish.
  const squares = new Float64Array(values.length + 1);
  for (let g = 0; g < values.length; g++)
    squares[g + 1] = squares[g]! + counts[g]! * (values[g]! / mean) ** 2;
  const variance = squares[values.length]! / size - 1;
  return (lowest) => {
    if (lowest <= 0 || lowest >= size) return 0;
    const g = groupReaching(sample, lowest);
    const quantile = values[g]! / mean;
    const p = lowest / size;
    const ordinate = lowestSum(sample, lowest) / total;
    const meanBelow = ordinate / p;
    const squaresBelow = squares[g]! + (lowest - ranks[g]!) * quantile ** 2;
    const varianceBelow = Math.max(0, squaresBelow / lowest - meanBelow ** 2);
    const distance = quantile - meanBelow;
    const own = p * (varianceBelow + (1 - p) * distance ** 2);
    const withTotal = p * (varianceBelow + distance * (1 - meanBelow));
    return Math.sqrt(Math.max(0, own - 2 * ordinate * withTotal + ordinate ** 2 * variance) / size);
  };
}

/**
 * L(p) ± z·standard error at each population share, kept within [0, p]. Each holds at `level` for its own p; together
 * they are not a band for the whole curve. Throws RangeError when the level is not in (0, 1).
 */
export function lorenzIntervals(
  sample: SortedSample,
  shares: readonly number[],
  level = DEFAULT_LEVEL,
): Interval[] {
  const limits = lorenzLimits(sample, level);
  return shares.map((p) => ({ ...limits(p * sample.size), level, method: BEACH_DAVIDSON }));
}

/**
 * The interval of the share of the ⌈fraction·n⌉ largest: one less the Lorenz ordinate's at the others, so within
 * [⌈fraction·n⌉/n, 1]. Throws RangeError when a fraction is not in (0, 1] or the level not in (0, 1).
 */
export function topShareIntervals(
  sample: SortedSample,
  fractions: readonly number[],
  level = DEFAULT_LEVEL,
): Interval[] {
  const limits = lorenzLimits(sample, level);
  return fractions.map((fraction) => {
    const { low, high } = limits(sample.size - topCount(fraction, sample.size));
    return { low: 1 - high, high: 1 - low, level, method: BEACH_DAVIDSON };
  });
}

/** The limits of the ordinate at the `lowest` (t = p·n) observations. Throws RangeError on a level not in (0, 1). */
export function lorenzLimits(
  sample: SortedSample,
  level: number,
): (lowest: number) => { low: number; high: number } {
  assertLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const standardError = lorenzStandardError(sample);
  return (lowest) => {
    const ordinate = lowestSum(sample, lowest) / sample.total;
    const reach = z * standardError(lowest);
    const ceiling = lowest / sample.size;
    return { low: clamp(ordinate - reach, 0, ceiling), high: clamp(ordinate + reach, 0, ceiling) };
  };
}
