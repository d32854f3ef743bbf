import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  giniCorrectedSorted,
  giniSorted,
  normalCdf,
  normalQuantile,
  sampleFromCounts,
} from '../../server/statistics/index.ts';
import {
  evenSample,
  exponential,
  INEQ_INCOMES,
  INEQUALITY_JL,
  INEQUALITY_JL_WEIGHTED,
  pareto,
  sampleOf,
  totals,
} from './support.ts';

const gini = (values: Iterable<number>): number => giniSorted(sampleOf(values));

describe('the Gini coefficient', () => {
  test('of 1, 2, 3, 4 is 20 / (2 · 16 · 2.5) by the definition', () => {
    expect(gini([3, 1, 4, 2])).toBe(0.25);
  });

  test('is the double sum of its definition', () => {
    fc.assert(
      fc.property(totals(), (values) => {
        const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
        const differences = values.flatMap((x) => values.map((y) => Math.abs(x - y)));
        const byDefinition = differences.reduce((sum, d) => sum + d, 0) / (2 * values.length ** 2 * mean);
        expect(gini(values)).toBeCloseTo(byDefinition, 12);
      }),
    );
  });

  test('of the incomes in the documentation of R’s ineq is 0.4620911', () => {
    expect(gini(INEQ_INCOMES)).toBeCloseTo(0.4620911, 7);
  });

  test('of the vector in the documentation of Inequality.jl is 0.2373737373737374', () => {
    expect(gini(INEQUALITY_JL)).toBeCloseTo(0.2373737373737374, 15);
  });

  test('with the weights of that documentation as counts is 0.20652395514780775', () => {
    const { values, counts } = INEQUALITY_JL_WEIGHTED;
    expect(giniSorted(sampleFromCounts(values, counts))).toBeCloseTo(0.20652395514780775, 12);
  });

  test('of 1 … n is (n − 1)/3n', () => {
    expect(gini(Array.from({ length: 100 }, (_, i) => i + 1))).toBeCloseTo(0.33, 12);
  });

  test('tends to the closed forms of known distributions', () => {
    expect(giniSorted(evenSample(20_000, exponential))).toBeCloseTo(1 / 2, 3);
    expect(giniSorted(evenSample(20_000, (p) => p))).toBeCloseTo(1 / 3, 3);
    expect(giniSorted(evenSample(20_000, pareto(3)))).toBeCloseTo(1 / (2 * 3 - 1), 3);
    const lognormal = evenSample(20_000, (p) => Math.exp(normalQuantile(p)));
    expect(giniSorted(lognormal)).toBeCloseTo(2 * normalCdf(Math.SQRT1_2) - 1, 3);
  });

  test('is exactly 0 when all are equal and 1 − 1/n when one has all', () => {
    expect(gini(new Array<number>(30).fill(0.1))).toBe(0);
    expect(gini([0, 0, 0, 5])).toBe(0.75);
    expect(gini([5])).toBe(0);
  });

  test('lies between 0 and 1 − 1/n', () => {
    fc.assert(
      fc.property(totals(), (values) => {
        expect(gini(values)).toBeGreaterThanOrEqual(0);
        expect(gini(values)).toBeLessThanOrEqual(1 - 1 / values.length + 1e-12);
      }),
    );
  });

  test('does not depend on the unit of the measure', () => {
    fc.assert(
      fc.property(totals(), fc.double({ min: 0.01, max: 1000, noNaN: true }), (values, unit) => {
        expect(gini(values.map((x) => x * unit))).toBeCloseTo(gini(values), 10);
      }),
    );
  });

  test('does not change when everyone is copied', () => {
    fc.assert(
      fc.property(totals(), fc.integer({ min: 2, max: 5 }), (values, copies) => {
        const copied = Array.from({ length: copies }, () => values).flat();
        expect(gini(copied)).toBeCloseTo(gini(values), 10);
      }),
    );
  });

  test('falls when a richer gives to a poorer without changing places (Pigou–Dalton)', () => {
    fc.assert(
      fc.property(totals(2), fc.double({ min: 0.01, max: 0.5, noNaN: true }), (values, part) => {
        const sorted = [...values].sort((a, b) => a - b);
        const [low, high] = [sorted[0]!, sorted.at(-1)!];
        fc.pre(high - low > 1e-3 * high);
        const gift = part * (high - low);
        expect(gini([low + gift, ...sorted.slice(1, -1), high - gift])).toBeLessThan(gini(values));
      }),
    );
  });
});

describe('the corrected Gini coefficient', () => {
  test('of the incomes in the documentation of R’s ineq is 0.5134346', () => {
    expect(giniCorrectedSorted(sampleOf(INEQ_INCOMES))).toBeCloseTo(0.5134346, 7);
  });

  test('is G·n/(n − 1), so 1 when one has all', () => {
    expect(giniCorrectedSorted(sampleOf([0, 0, 0, 5]))).toBe(1);
    expect(giniCorrectedSorted(sampleOf([1, 2, 3, 4]))).toBeCloseTo((0.25 * 4) / 3, 15);
  });

  test('of one contributor is null', () => {
    expect(giniCorrectedSorted(sampleOf([5]))).toBeNull();
  });
});
