import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleFromCounts, sampleFromSorted } from '../../server/statistics/index.ts';
import { lowestSum, valueAtRank } from '../../server/statistics/sorted-sample.ts';
import { sampleOf, totals } from './support.ts';

describe('a sorted sample', () => {
  test('puts equal values in one group and counts them', () => {
    const sample = sampleFromSorted([1, 2, 2, 2, 7]);
    expect([...sample.values]).toEqual([1, 2, 7]);
    expect([...sample.counts]).toEqual([1, 3, 1]);
    expect(sample.size).toBe(5);
    expect(sample.total).toBe(14);
  });

  test('adds up the difference of every pair', () => {
    // 1-2 three times, 1-7, 2-7 three times: 3 + 6 + 15
    expect(sampleFromSorted([1, 2, 2, 2, 7]).pairDifferences).toBe(24);
  });

  test('made of counts is the sample of the values written out', () => {
    expect(sampleFromCounts([1, 2, 7], [1, 3, 1])).toEqual(sampleFromSorted([1, 2, 2, 2, 7]));
  });

  test('sums the lowest observations, a fraction of one counting in proportion', () => {
    const sample = sampleFromSorted([1, 2, 2, 4]);
    expect([0, 1, 2.5, 3, 3.25, 4].map((count) => lowestSum(sample, count))).toEqual([0, 1, 4, 5, 6, 9]);
  });

  test('gives all its observations back by rank', () => {
    fc.assert(
      fc.property(totals(), (values) => {
        const sample = sampleOf(values);
        const byRank = values.map((_, rank) => valueAtRank(sample, rank));
        expect(byRank).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });

  test.each([
    ['nothing', []],
    ['a list out of order', [2, 1]],
    ['a negative value', [-1, 2]],
    ['a value that is not a number', [1, NaN]],
    ['an infinite value', [1, Infinity]],
    ['a sum of 0', [0, 0]],
    ['a sum beyond what a number holds', [1e308, 1.5e308]],
  ])('cannot be made of %s', (_, values) => {
    expect(() => sampleFromSorted(values)).toThrow(RangeError);
  });

  test.each([
    ['of another length', [1]],
    ['below 0', [1, -1]],
    ['that are not whole', [1, 0.5]],
    ['that are all 0', [0, 0]],
  ])('cannot be made of counts %s', (_, counts) => {
    expect(() => sampleFromCounts([1, 2], counts)).toThrow(RangeError);
  });
});
