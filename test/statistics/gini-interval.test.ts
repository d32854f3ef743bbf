import { describe, expect, test } from 'vitest';
import {
  giniInterval,
  giniSorted,
  giniStandardError,
  sampleFromCounts,
  type SortedSample,
} from '../../server/statistics/index.ts';
import { forEachLeftOut } from '../../server/statistics/resample.ts';
import { evenSample, exponential, INEQ_INCOMES, randomSample, sampleOf } from './support.ts';

function jackknifeStandardError(sample: SortedSample): number {
  const left: [number, number][] = [];
  forEachLeftOut(sample, (without, weight) => left.push([giniSorted(without), weight]));
  const mean = left.reduce((sum, [value, weight]) => sum + weight * value, 0) / sample.size;
  const squares = left.reduce((sum, [value, weight]) => sum + weight * (value - mean) ** 2, 0);
  return Math.sqrt((squares * (sample.size - 1)) / sample.size);
}

describe('Davidson’s standard error of the Gini coefficient', () => {
  test('is his formula written out observation by observation', () => {
    const x = INEQ_INCOMES;
    const n = x.length;
    const sample = sampleOf(x);
    const z = x.map((value, i) => {
      const sumSoFar = x.slice(0, i + 1).reduce((sum, y) => sum + y, 0);
      return -(giniSorted(sample) + 1) * value + ((2 * (i + 1) - 1) / n) * value - (2 / n) * sumSoFar;
    });
    const mean = z.reduce((sum, value) => sum + value, 0) / n;
    const squares = z.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(giniStandardError(sample)).toBeCloseTo(Math.sqrt(squares) / sample.total, 14);
    expect(giniStandardError(sample)).toBeCloseTo(0.08117350029327122, 12); // the same in NumPy
  });

  test('tends to 1/√(12n) for the exponential distribution (Gail & Gastwirth 1978)', () => {
    const n = 50_000;
    expect(12 * n * giniStandardError(evenSample(n, exponential)) ** 2).toBeCloseTo(1, 2);
  });

  test('agrees with the jackknife within 2 % at n = 2 000, with and without ties', () => {
    const smooth = randomSample(2000, 1, exponential);
    const tied = randomSample(2000, 2, (p) => Math.ceil(4 * exponential(p)));
    for (const sample of [smooth, tied]) {
      expect(giniStandardError(sample) / jackknifeStandardError(sample)).toBeCloseTo(1, 1);
      expect(Math.abs(giniStandardError(sample) / jackknifeStandardError(sample) - 1)).toBeLessThan(0.02);
    }
  });

  test('is 0 when all are equal and does not depend on the unit', () => {
    expect(giniStandardError(sampleOf([3, 3, 3]))).toBe(0);
    const inCents = INEQ_INCOMES.map((x) => x * 100);
    expect(giniStandardError(sampleOf(inCents))).toBeCloseTo(giniStandardError(sampleOf(INEQ_INCOMES)), 12);
  });
});

describe('the large-sample interval of the Gini coefficient', () => {
  test('is the estimate ± 1.96 standard errors', () => {
    const sample = randomSample(6000, 3, exponential);
    const interval = giniInterval(sample);
    expect((interval.high - interval.low) / 2).toBeCloseTo(1.959963984540054 * giniStandardError(sample), 12);
    expect((interval.high + interval.low) / 2).toBeCloseTo(giniSorted(sample), 12);
    expect(interval).toMatchObject({ level: 0.95, method: 'Davidson 2009, large sample' });
  });

  test('stays within 0 and 1', () => {
    expect(giniInterval(sampleFromCounts([1, 10], [99, 1])).low).toBe(0);
    expect(giniInterval(sampleFromCounts([1, 1000], [99, 1])).high).toBe(1);
  });

  test('needs a level between 0 and 1', () => {
    expect(() => giniInterval(sampleOf([1, 2]), 1)).toThrow(RangeError);
  });
});
