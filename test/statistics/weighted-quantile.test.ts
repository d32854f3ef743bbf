import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightedQuantileSorted } from '../../server/statistics/index.ts';

describe('the weighted quantile', () => {
  test('is the smallest rate whose cumulative hours reach p of all hours', () => {
    const rates = [20, 50, 90];
    const hours = [6, 3, 1];
    expect([0.1, 0.6, 0.61, 0.9, 0.91, 1].map((p) => weightedQuantileSorted(rates, hours, p))).toEqual([
      20, 20, 50, 50, 90, 90,
    ]);
  });

  test('at one half is 4 in the example of a weighted median: 1 … 5 with 0.15, 0.1, 0.2, 0.3, 0.25', () => {
    expect(weightedQuantileSorted([1, 2, 3, 4, 5], [0.15, 0.1, 0.2, 0.3, 0.25], 0.5)).toBe(4);
  });

  test('takes a weight that rounding left a hair short', () => {
    // 0.1 + 0.7 is four fifths of 1, but in binary it is 1e-16 less.
    expect(weightedQuantileSorted([1, 2, 3], [0.1, 0.7, 0.2], 0.8)).toBe(2);
  });

  test('never answers with a value of no weight', () => {
    expect(weightedQuantileSorted([1, 2, 3, 4], [0, 1, 1, 0], 0)).toBe(2);
    expect(weightedQuantileSorted([1, 2, 3, 4], [0, 1, 1, 0], 1)).toBe(3);
  });

  test('with equal weights is the value at rank ⌈pn⌉', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 100 }), (n, percent) => {
        const values = Array.from({ length: n }, (_, i) => i + 1);
        const weights = values.map(() => 2.5);
        expect(weightedQuantileSorted(values, weights, percent / 100)).toBe(Math.ceil((percent * n) / 100));
      }),
    );
  });

  test('refuses lists of different length, weights below 0 or adding up to 0, values out of order, and no probability', () => {
    expect(() => weightedQuantileSorted([1, 2], [1], 0.5)).toThrow(RangeError);
    expect(() => weightedQuantileSorted([1, 2], [1, -1], 0.5)).toThrow(RangeError);
    expect(() => weightedQuantileSorted([1, 2], [1, NaN], 0.5)).toThrow(RangeError);
    expect(() => weightedQuantileSorted([1, 2], [1, Infinity], 0.5)).toThrow(RangeError);
    expect(() => weightedQuantileSorted([1, 2], [0, 0], 0.5)).toThrow(RangeError);
    expect(() => weightedQuantileSorted([], [], 0.5)).toThrow(RangeError);
    expect(() => weightedQuantileSorted([2, 1], [1, 1], 0.5)).toThrow(RangeError);
    expect(() => weightedQuantileSorted([1, 2], [1, 1], 1.5)).toThrow(RangeError);
  });
});
