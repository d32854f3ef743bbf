import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfCrossingSorted, halfShareSorted } from '../../server/statistics/index.ts';
import { evenSample, exponential, sampleOf, totals } from './support.ts';

const half = (values: Iterable<number>): number => halfShareSorted(sampleOf(values));

describe('the half share', () => {
  test('is the smallest k/n whose k largest hold at least half', () => {
    expect(half([1, 1, 1, 1, 4])).toBe(1 / 5); // 4 of 8 is half
    expect(half([1, 1, 1, 2, 4])).toBe(2 / 5); // 4 of 9 is not
    expect(half([1, 2, 3, 4])).toBe(2 / 4);
  });

  test('of equals is a half, or the next whole contributor above', () => {
    expect(half(new Array<number>(10).fill(0.1))).toBe(0.5);
    expect(half(new Array<number>(7).fill(0.1))).toBe(4 / 7);
    expect(half([5])).toBe(1);
  });

  test('takes a half that rounding left a hair short', () => {
    // 0.1 + 0.2 + 0.4 is 0.7, but in binary it is 1e-16 more and leaves the other 0.7 short of half.
    expect(half([0.1, 0.2, 0.4, 0.7])).toBe(1 / 4);
  });

  test('is what counting from the top gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
        const descending = [...values].sort((a, b) => b - a);
        const total = values.reduce((sum, x) => sum + x, 0);
        let held = 0;
        const k = descending.findIndex((x) => 2 * (held += x) >= total) + 1;
        expect(half(values)).toBe(k / values.length);
      }),
    );
  });

  test('does not depend on the unit of the measure', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
        expect(half(values.map((x) => x * 0.01))).toBe(half(values));
      }),
    );
  });
});

describe('the half crossing', () => {
  test('divides the polygon where the half share rounds up to a contributor', () => {
    // Of 9, half is 4.5: the 4 and a quarter of the 2.
    expect(halfCrossingSorted(sampleOf([1, 1, 1, 2, 4]))).toBeCloseTo(1.25 / 5, 15);
  });

  test('lies at most one contributor below the half share', () => {
    fc.assert(
      fc.property(totals(), (values) => {
        const sample = sampleOf(values);
        const gap = halfShareSorted(sample) - halfCrossingSorted(sample);
        expect(gap).toBeGreaterThanOrEqual(-1e-12);
        expect(gap).toBeLessThanOrEqual(1 / values.length + 1e-9);
      }),
    );
  });

  test('of the exponential distribution solves h(1 − ln h) = 1/2', () => {
    const h = halfCrossingSorted(evenSample(20_000, exponential));
    expect(h * (1 - Math.log(h))).toBeCloseTo(0.5, 3);
  });
});
