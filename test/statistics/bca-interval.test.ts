import { describe, expect, test } from 'vitest';
import {
  bcaIntervals,
  giniSorted,
  sampleFromCounts,
  sampleFromSorted,
  seededRandom,
  type SortedSample,
} from '../../server/statistics/index.ts';
import {
  biasCorrection,
  correctedProbability,
  jackknifeAccelerations,
} from '../../server/statistics/bca-interval.ts';
import { randomSample, exponential, sampleOf } from './support.ts';

// Spatial test data, variable A: Efron & Tibshirani (1993), "An Introduction to the Bootstrap", table 14.1
const SPATIAL_A = [
  48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
];

/** Σ(xᵢ − x̄)²/n, the statistic of their section 14.2. */
function variance({ values, counts, size, total }: SortedSample): number {
  return values.reduce((sum, value, g) => sum + counts[g]! * (value - total / size) ** 2, 0) / size;
}

const mean = ({ total, size }: SortedSample): number => total / size;

describe('the BCa interval', () => {
  test('of the variance of Efron & Tibshirani’s spatial data at 90 % is theirs, (115.8, 259.6)', () => {
    const [interval] = bcaIntervals(sampleOf(SPATIAL_A), [variance], {
      random: seededRandom(1),
      replicates: 20_000,
      level: 0.9,
    });
    // Their 2 000 replicates leave a Monte Carlo error of about 2 at either end; three times that is allowed.
    expect(Math.abs(interval!.low - 115.8)).toBeLessThan(6);
    expect(Math.abs(interval!.high - 259.6)).toBeLessThan(6);
    // SciPy 1.17.1, scipy.stats.bootstrap, method 'BCa', 200 000 replicates: (115.42, 260.29)
    expect(Math.abs(interval!.low - 115.42)).toBeLessThan(2);
    expect(Math.abs(interval!.high - 260.29)).toBeLessThan(2);
  });

  test('uses their acceleration, 0.061, and the estimate 171.5', () => {
    expect(variance(sampleOf(SPATIAL_A))).toBeCloseTo(171.5, 1);
    expect(jackknifeAccelerations(sampleOf(SPATIAL_A), [variance])[0]).toBeCloseTo(0.061, 3);
  });

  test('is the percentile interval when there is neither bias nor skewness', () => {
    const symmetric = sampleFromSorted(Array.from({ length: 101 }, (_, i) => i));
    expect(jackknifeAccelerations(symmetric, [mean])[0]).toBeCloseTo(0, 12);
    const [interval] = bcaIntervals(symmetric, [mean], { random: seededRandom(5), replicates: 5000 });
    const standardError = Math.sqrt(variance(symmetric) / 101);
    // A replicate quantile near 2.5 % has a Monte Carlo error of about 0.04 standard errors.
    expect((interval!.low - 50) / standardError).toBeCloseTo(-1.96, 0);
    expect((interval!.high - 50) / standardError).toBeCloseTo(1.96, 0);
  });

  test('is the same from the same seed and another from another', () => {
    const sample = randomSample(60, 3, exponential);
    const of = (seed: number) => bcaIntervals(sample, [giniSorted], { random: seededRandom(seed) });
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  test('of a statistic is the same alone and in company', () => {
    const sample = randomSample(60, 3, exponential);
    const of = (statistics: ((sample: SortedSample) => number)[]) =>
      bcaIntervals(sample, statistics, { random: seededRandom(1), replicates: 300 });
    expect(of([mean, variance, giniSorted])[2]).toEqual(of([giniSorted])[0]);
  });

  test('does not notice whether equal values are grouped', () => {
    const values = [1, 1, 1, 2, 2, 3, 5, 8, 8, 13];
    const of = (sample: SortedSample) =>
      bcaIntervals(sample, [mean, giniSorted], { random: seededRandom(9), replicates: 400 });
    const apart = of(sampleFromCounts(values, new Array<number>(10).fill(1)));
    const together = of(sampleFromSorted(values));
    apart.forEach((interval, s) => {
      expect(interval.low).toBeCloseTo(together[s]!.low, 12);
      expect(interval.high).toBeCloseTo(together[s]!.high, 12);
    });
  });

  test('holds its estimate and widens with the level', () => {
    for (let seed = 0; seed < 20; seed++) {
      const sample = randomSample(30, seed, exponential);
      const at = (level: number) =>
        bcaIntervals(sample, [giniSorted], { random: seededRandom(seed), replicates: 200, level })[0]!;
      const [narrow, wide] = [at(0.8), at(0.99)];
      expect(narrow.low).toBeLessThanOrEqual(giniSorted(sample));
      expect(narrow.high).toBeGreaterThanOrEqual(giniSorted(sample));
      expect(wide.low).toBeLessThanOrEqual(narrow.low);
      expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
    }
  });

  test('names its method, its replicates and its level', () => {
    const [interval] = bcaIntervals(sampleOf([1, 2, 3]), [mean], { random: seededRandom(1) });
    expect(interval).toMatchObject({ level: 0.95, method: 'BCa bootstrap, 2000 replicates' });
  });
});

describe('the BCa interval in degenerate cases', () => {
  test('is a point when all contributors are equal', () => {
    const equals = sampleOf(new Array<number>(40).fill(0.1));
    expect(bcaIntervals(equals, [giniSorted], { random: seededRandom(1) })[0]).toMatchObject({
      low: 0,
      high: 0,
    });
  });

  test('is a point when all replicates agree', () => {
    const [interval] = bcaIntervals(sampleOf([1, 2, 3]), [() => 7], { random: seededRandom(1) });
    expect(interval).toMatchObject({ low: 7, high: 7 });
  });

  test('reaches to the estimate even when every replicate lies on one side of it', () => {
    // A replicate of 50 different numbers never has 50 different numbers itself, to all practical purposes.
    const different = ({ counts }: SortedSample): number => counts.filter((count) => count > 0).length;
    const [count, negative] = bcaIntervals(
      randomSample(50, 1, exponential),
      [different, (sample) => -different(sample)],
      { random: seededRandom(1) },
    );
    expect(count!.high).toBe(50);
    expect(count!.low).toBeLessThan(50);
    expect(negative).toMatchObject({ low: -50, high: -count!.low });
  });

  test('takes half a replicate to lie beyond the estimate when none does, and ties to lie half on either side', () => {
    expect(biasCorrection([2, 3, 4, 5], 1)).toBeCloseTo(-1.15035, 5); // Φ⁻¹(1/8)
    expect(biasCorrection([2, 3, 4, 5], 6)).toBeCloseTo(1.15035, 5);
    expect(biasCorrection([2, 3, 3, 5], 3)).toBe(0);
    expect(biasCorrection([3, 3, 3, 3], 3)).toBe(0);
  });

  test('reads the extreme replicate where the acceleration passes its pole', () => {
    expect(correctedProbability(1.96, 0, 0)).toBeCloseTo(0.975, 4);
    expect(correctedProbability(1.96, 3, 0.25)).toBe(1);
    expect(correctedProbability(-1.96, -3, -0.25)).toBe(0);
  });

  test('takes an acceleration of 0 when nothing changes by leaving one out', () => {
    expect(jackknifeAccelerations(sampleOf([1, 2, 3]), [() => 1])).toEqual([0]);
  });

  test('is refused for a single observation, a level outside (0, 1) and replicates that cannot be counted', () => {
    const random = seededRandom(1);
    expect(() => bcaIntervals(sampleOf([1]), [mean], { random })).toThrow(RangeError);
    for (const level of [0, 1, NaN]) {
      expect(() => bcaIntervals(sampleOf([1, 2]), [mean], { random, level })).toThrow(RangeError);
    }
    for (const replicates of [0, 1.5, -1]) {
      expect(() => bcaIntervals(sampleOf([1, 2]), [mean], { random, replicates })).toThrow(RangeError);
    }
  });
});
