import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleFromCounts, topCount, topShareSorted } from '../../server/statistics/index.ts';
import { evenSample, pareto, sampleOf, totals } from './support.ts';

const fractions = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('the number at the top', () => {
  test('is 7 for 7 % of 100, although 0.07 · 100 is 7.000000000000001 in binary', () => {
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(topCount(0.07, 100)).toBe(7);
  });

  test('is exact for every per cent of every hundred up to 100 000', () => {
    for (let percent = 1; percent <= 100; percent++) {
      for (let hundreds = 1; hundreds <= 1000; hundreds += 37) {
        expect(topCount(percent / 100, hundreds * 100)).toBe(percent * hundreds);
      }
    }
  });

  test('is rounded up, to at least one', () => {
    expect(topCount(0.1, 31)).toBe(4);
    expect(topCount(0.01, 7)).toBe(1);
    expect(topCount(1e-12, 7)).toBe(1);
    expect(topCount(1, 7)).toBe(7);
  });

  test('needs a fraction above 0 and up to 1', () => {
    for (const fraction of [0, -0.1, 1.01, NaN]) expect(() => topCount(fraction, 10)).toThrow(RangeError);
  });
});

describe('the top share', () => {
  test('of the top fifth of 1, 2, 3, 4, 90 is 90 %', () => {
    expect(topShareSorted(sampleOf([90, 1, 2, 3, 4]), 0.2)).toBeCloseTo(0.9, 15);
    expect(topShareSorted(sampleOf([90, 1, 2, 3, 4]), 0.21)).toBeCloseTo(0.94, 15);
  });

  test('of the households of the United States in 2000 by fifths, of which the highest had 49.7 %', () => {
    // U.S. Census Bureau, shares of aggregate income: 3.6, 8.9, 14.9, 23.0, 49.7
    const fifths = sampleFromCounts([3.6, 8.9, 14.9, 23, 49.7], [10, 10, 10, 10, 10]);
    expect(topShareSorted(fifths, 0.2)).toBeCloseTo(0.497 / 1.001, 12);
    expect(topShareSorted(fifths, 0.4)).toBeCloseTo(0.727 / 1.001, 12);
  });

  test('follows Pareto’s 80/20 rule at the exponent log₄5', () => {
    const rule = evenSample(100_000, pareto(Math.log(5) / Math.log(4)));
    expect(topShareSorted(rule, 0.2)).toBeCloseTo(0.8, 1);
  });

  test('of all is 1, and of equals is their number', () => {
    expect(topShareSorted(sampleOf([3, 1, 2]), 1)).toBe(1);
    expect(topShareSorted(sampleOf(new Array<number>(10).fill(7)), 0.3)).toBeCloseTo(0.3, 15);
  });

  test('grows with the fraction and is at least the share of people', () => {
    fc.assert(
      fc.property(totals(), fractions, fractions, (values, f, g) => {
        const sample = sampleOf(values);
        const [small, large] = [Math.min(f, g), Math.max(f, g)];
        const share = topShareSorted(sample, small);
        expect(share).toBeLessThanOrEqual(topShareSorted(sample, large));
        expect(share).toBeGreaterThanOrEqual(topCount(small, values.length) / values.length - 1e-12);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('does not depend on the unit of the measure', () => {
    fc.assert(
      fc.property(totals(), fractions, (values, f) => {
        const inCents = sampleOf(values.map((x) => x * 100));
        expect(topShareSorted(inCents, f)).toBeCloseTo(topShareSorted(sampleOf(values), f), 12);
      }),
    );
  });
});
