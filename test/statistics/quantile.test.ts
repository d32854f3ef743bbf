import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianSorted, quantileSorted, sampleFromCounts } from '../../server/statistics/index.ts';
import { sampleQuantileSorted, selectQuantile } from '../../server/statistics/quantile.ts';
import { sampleOf, totals } from './support.ts';

const ascending = (values: number[]): Float64Array => Float64Array.from(values).sort();

const MILES_PER_GALLON = ascending([
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4,
  30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
]);

describe('the R-7 quantile', () => {
  test('of 1:9 by tenths is 1, 1.8, 2.6 … 9, as the documentation of quantile(1:9, probs=seq(0,1,.1)) prints it', () => {
    const documented = [1, 1.8, 2.6, 3.4, 4.2, 5, 5.8, 6.6, 7.4, 8.2, 9];
    documented.forEach((value, tenth) => {
      expect(quantileSorted([1, 2, 3, 4, 5, 6, 7, 8, 9], tenth / 10)).toBeCloseTo(value, 12);
    });
  });

  test('gives the quartiles R prints for mtcars$mpg: 10.400 15.425 19.200 22.800 33.900', () => {
    const quartiles = [0, 0.25, 0.5, 0.75, 1].map((p) => quantileSorted(MILES_PER_GALLON, p));
    expect(quartiles.map((value) => value.toFixed(3))).toEqual([
      '10.400',
      '15.425',
      '19.200',
      '22.800',
      '33.900',
    ]);
  });

  test('is Excel’s PERCENTILE.INC, whose help gives 1.9 for the 30th percentile of 1, 3, 2, 4', () => {
    expect(quantileSorted(ascending([1, 3, 2, 4]), 0.3)).toBeCloseTo(1.9, 12);
  });

  test('reaches from the smallest to the largest and never falls in between', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(totals(), probability, probability, (values, p, q) => {
        const sorted = ascending(values);
        expect(quantileSorted(sorted, 0)).toBe(sorted[0]);
        expect(quantileSorted(sorted, 1)).toBe(sorted.at(-1));
        expect(quantileSorted(sorted, Math.min(p, q))).toBeLessThanOrEqual(
          quantileSorted(sorted, Math.max(p, q)),
        );
      }),
    );
  });

  test('of a sample counts a value as often as it occurs', () => {
    fc.assert(
      fc.property(totals(), fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        expect(sampleQuantileSorted(sampleOf(values), p)).toBe(quantileSorted(ascending(values), p));
      }),
    );
    expect(sampleQuantileSorted(sampleFromCounts([1, 4, 9], [1, 0, 1]), 0.5)).toBe(5);
  });

  test('of values in no order is that of the same in order, however often it is asked', () => {
    fc.assert(
      fc.property(
        totals(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        (values, ps) => {
          const unordered = Float64Array.from(values);
          for (const p of ps) expect(selectQuantile(unordered, p)).toBe(quantileSorted(ascending(values), p));
          expect(unordered.sort()).toEqual(ascending(values));
        },
      ),
    );
  });

  test('of nothing, or at what is no probability, is refused', () => {
    expect(() => quantileSorted([], 0.5)).toThrow(RangeError);
    for (const p of [-0.1, 1.1, NaN]) expect(() => quantileSorted([1], p)).toThrow(RangeError);
  });
});

describe('the median', () => {
  test('is the middle value, or the mean of the two middle ones', () => {
    expect(medianSorted([1, 2, 9])).toBe(2);
    expect(medianSorted([1, 2, 4, 9])).toBe(3);
    expect(medianSorted([7])).toBe(7);
  });
});
