import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentileRatioSorted } from '../../server/statistics/index.ts';
import { evenSample, exponential, sampleOf, totals } from './support.ts';

describe('P90/P10', () => {
  test('of 1 … 11 is 10 over 2', () => {
    expect(percentileRatioSorted(sampleOf(Array.from({ length: 11 }, (_, i) => i + 1)))).toBeCloseTo(5, 12);
  });

  test('of the exponential distribution is ln 10 / −ln 0.9', () => {
    expect(percentileRatioSorted(evenSample(20_000, exponential))).toBeCloseTo(
      Math.log(10) / -Math.log(0.9),
      1,
    );
  });

  test('is 1 for equals, at least 1 for others, whatever the unit', () => {
    expect(percentileRatioSorted(sampleOf([4, 4, 4]))).toBe(1);
    fc.assert(
      fc.property(totals(), (values) => {
        const ratio = percentileRatioSorted(sampleOf(values));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(percentileRatioSorted(sampleOf(values.map((x) => 8 * x)))).toBeCloseTo(ratio, 6);
      }),
    );
  });

  test('has no value where the 10th percentile is 0', () => {
    expect(() => percentileRatioSorted(sampleOf([0, 0, 0, 5]))).toThrow(RangeError);
  });
});
