import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalQuantile, sampleFromCounts, theilSorted } from '../../server/statistics/index.ts';
import { evenSample, exponential, INEQ_INCOMES, INEQUALITY_JL, sampleOf, totals } from './support.ts';

const theil = (values: Iterable<number>): number => theilSorted(sampleOf(values));

describe('Theil’s T', () => {
  test('of 1 and 3 is (1/2)(½ ln ½ + 1½ ln 1½)', () => {
    expect(theil([1, 3])).toBeCloseTo(0.5 * (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)), 15);
  });

  test('of the vector in the documentation of Inequality.jl is 0.10494562214323544', () => {
    expect(theil(INEQUALITY_JL)).toBeCloseTo(0.10494562214323544, 14);
  });

  test('tends to the closed forms: σ²/2 for the lognormal, 1 − γ for the exponential distribution', () => {
    expect(theilSorted(evenSample(50_000, (p) => Math.exp(0.5 * normalQuantile(p))))).toBeCloseTo(0.125, 3);
    expect(theilSorted(evenSample(50_000, exponential))).toBeCloseTo(1 - 0.5772156649, 3);
  });

  test('is 0 when all are equal and ln n when one has all', () => {
    expect(theil(new Array<number>(5).fill(0.3))).toBe(0);
    expect(theil([0, 0, 0, 5])).toBeCloseTo(Math.log(4), 15);
  });

  test('counts a value as often as it occurs', () => {
    expect(theilSorted(sampleFromCounts([1, 2, 9], [2, 3, 1]))).toBeCloseTo(theil([1, 1, 2, 2, 2, 9]), 15);
  });

  test('lies between 0 and ln n, whatever the unit and however often everyone is copied', () => {
    fc.assert(
      fc.property(totals(), (values) => {
        expect(theil(values)).toBeGreaterThanOrEqual(0);
        expect(theil(values)).toBeLessThanOrEqual(Math.log(values.length) + 1e-12);
        expect(theil(values.map((x) => x * 100))).toBeCloseTo(theil(values), 10);
        expect(theil([...values, ...values])).toBeCloseTo(theil(values), 10);
      }),
    );
  });

  test('falls when a richer gives to a poorer without changing places (Pigou–Dalton)', () => {
    const [poorest, ...others] = INEQ_INCOMES;
    const after = [poorest! + 100, ...others.slice(0, -1), others.at(-1)! - 100];
    expect(theil(after)).toBeLessThan(theil(INEQ_INCOMES));
  });
});
