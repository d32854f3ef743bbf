import { describe, expect, test } from 'vitest';
import {
  lorenzIntervals,
  lorenzOrdinateSorted,
  lorenzStandardError,
  topShareIntervals,
  topShareSorted,
  type SortedSample,
} from '../../server/statistics/index.ts';
import { forEachLeftOut } from '../../server/statistics/resample.ts';
import { evenSample, exponential, randomSample, sampleOf } from './support.ts';

function jackknifeStandardError(sample: SortedSample, p: number): number {
  const left: [number, number][] = [];
  forEachLeftOut(sample, (without, weight) => left.push([lorenzOrdinateSorted(without, p), weight]));
  const mean = left.reduce((sum, [value, weight]) => sum + weight * value, 0) / sample.size;
  const squares = left.reduce((sum, [value, weight]) => sum + weight * (value - mean) ** 2, 0);
  return Math.sqrt((squares * (sample.size - 1)) / sample.size);
}

describe('Beach & Davidson’s standard error of a Lorenz ordinate', () => {
  test('is their formula, by hand, for 1, 2, 3, 4 at one half', () => {
    // ξ = 2, γ = 1.5, λ² = 0.25, μ = 2.5, σ² = 1.25, p = 0.5, L = 0.3:
    // ω = 0.5(0.25 + 0.5 · 0.25) = 0.1875, ω₁ = 0.5(0.25 + 0.5 · 1) = 0.375,
    // [0.1875 − 2 · 0.3 · 0.375 + 0.09 · 1.25] / 2.5² / 4 = 0.075/25
    expect(lorenzStandardError(sampleOf([1, 2, 3, 4]))(2)).toBeCloseTo(Math.sqrt(0.075 / 25), 14);
  });

  test('tends to its value for the exponential distribution, by quadrature of the influence function', () => {
    const n = 50_000;
    const standardError = lorenzStandardError(evenSample(n, exponential))(n / 2);
    expect(n * standardError ** 2).toBeCloseTo(0.033313, 4);
  });

  test('agrees with the jackknife within 4 % at n = 2 000', () => {
    const sample = randomSample(2000, 1, exponential);
    for (const p of [0.1, 0.5, 0.9, 0.99]) {
      const ratio = lorenzStandardError(sample)(p * 2000) / jackknifeStandardError(sample, p);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.04);
    }
  });

  test('is 0 at both ends, and everywhere when all are equal', () => {
    const sample = sampleOf([1, 2, 3, 4]);
    expect([0, 4].map(lorenzStandardError(sample))).toEqual([0, 0]);
    const equals = sampleOf([0.1, 0.1, 0.1, 0.1]);
    [1, 2, 3].forEach((lowest) => expect(lorenzStandardError(equals)(lowest)).toBeCloseTo(0, 7));
  });
});

describe('the large-sample interval of a Lorenz ordinate', () => {
  test('is the estimate ± 1.96 standard errors', () => {
    const sample = randomSample(6000, 4, exponential);
    const [interval] = lorenzIntervals(sample, [0.5]);
    const reach = 1.959963984540054 * lorenzStandardError(sample)(3000);
    expect(interval!.low).toBeCloseTo(lorenzOrdinateSorted(sample, 0.5) - reach, 12);
    expect(interval!.high).toBeCloseTo(lorenzOrdinateSorted(sample, 0.5) + reach, 12);
    expect(interval).toMatchObject({ level: 0.95, method: 'Beach & Davidson 1983, large sample' });
  });

  test('is a point at both ends and never leaves [0, p]', () => {
    const sample = sampleOf([1, 1, 2, 50]);
    const [start, low, , end] = lorenzIntervals(sample, [0, 0.25, 0.75, 1]);
    expect(start).toMatchObject({ low: 0, high: 0 });
    expect(end).toMatchObject({ low: 1, high: 1 });
    expect(low!.low).toBeGreaterThanOrEqual(0);
    expect(low!.high).toBeLessThanOrEqual(0.25);
  });
});

describe('the large-sample interval of a top share', () => {
  test('mirrors that of the Lorenz ordinate of the others', () => {
    const sample = randomSample(6000, 4, exponential);
    const [top] = topShareIntervals(sample, [0.1]);
    const [rest] = lorenzIntervals(sample, [0.9]);
    expect(top!.low).toBeCloseTo(1 - rest!.high, 12);
    expect(top!.high).toBeCloseTo(1 - rest!.low, 12);
    expect(top!.low).toBeLessThan(topShareSorted(sample, 0.1));
  });

  test('of all is the point 1', () => {
    expect(topShareIntervals(sampleOf([1, 2, 3]), [1])[0]).toMatchObject({ low: 1, high: 1 });
  });

  test('needs fractions in (0, 1] and a level in (0, 1)', () => {
    expect(() => topShareIntervals(sampleOf([1, 2]), [0])).toThrow(RangeError);
    expect(() => topShareIntervals(sampleOf([1, 2]), [0.5], 0)).toThrow(RangeError);
    expect(() => lorenzIntervals(sampleOf([1, 2]), [0.5], 1)).toThrow(RangeError);
  });
});
