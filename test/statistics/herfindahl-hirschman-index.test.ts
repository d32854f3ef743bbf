import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { herfindahlHirschmanSorted, sampleFromCounts } from '../../server/statistics/index.ts';
import { sampleOf, totals } from './support.ts';

const hhi = (values: Iterable<number>): number => herfindahlHirschmanSorted(sampleOf(values));

describe('the Herfindahl–Hirschman index', () => {
  test('of four firms with 30, 30, 20 and 20 per cent is 2 600 points (example of the U.S. Department of Justice)', () => {
    expect(hhi([30, 30, 20, 20]) * 10_000).toBeCloseTo(2600, 9);
  });

  test('is 1 when one has all and 1/n when all are equal', () => {
    expect(hhi([0, 0, 7])).toBe(1);
    expect(hhi(new Array<number>(8).fill(3))).toBe(1 / 8);
  });

  test('counts a value as often as it occurs', () => {
    expect(herfindahlHirschmanSorted(sampleFromCounts([1, 2], [2, 3]))).toBeCloseTo(hhi([1, 1, 2, 2, 2]), 15);
  });

  test('lies between 1/n and 1, whatever the unit', () => {
    fc.assert(
      fc.property(totals(), (values) => {
        expect(hhi(values)).toBeGreaterThanOrEqual(1 / values.length - 1e-12);
        expect(hhi(values)).toBeLessThanOrEqual(1 + 1e-12);
        expect(hhi(values.map((x) => x * 100))).toBeCloseTo(hhi(values), 12);
      }),
    );
  });

  test('is divided by the number of copies when everyone is copied', () => {
    expect(hhi([1, 1, 2, 2, 9, 9])).toBeCloseTo(hhi([1, 2, 9]) / 2, 15);
  });
});
