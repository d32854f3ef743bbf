import { describe, expect, test } from 'vitest';
import {
  concentrationEstimates,
  concentrationIntervals,
  contributors,
  normalQuantile,
  seededRandom,
  uniform,
  type Contributors,
} from '../../server/statistics/index.ts';

function people(size: number, seed: number): Contributors {
  const random = seededRandom(seed);
  return contributors(
    Array.from({ length: size }, () => Math.exp(normalQuantile(uniform(random) + 2 ** -54))),
  );
}

const FRACTIONS = { topFractions: [0.01, 0.1, 0.2, 1] };

describe('the intervals of concentration', () => {
  test('are none below 30 contributors, and some at 30', () => {
    expect(concentrationIntervals(people(29, 1), FRACTIONS)).toBeNull();
    expect(concentrationIntervals(people(30, 1), FRACTIONS)).not.toBeNull();
  });

  test('come from the bootstrap below 5 000 contributors and from the large-sample formulas from there', () => {
    const small = concentrationIntervals(people(4999, 1), { ...FRACTIONS, replicates: 20, lorenzPoints: 2 })!;
    for (const { method } of [small.gini, small.halfShare, ...small.lorenz]) {
      expect(method).toBe('BCa bootstrap, 20 replicates');
    }
    const large = concentrationIntervals(people(5000, 1), { ...FRACTIONS, lorenzPoints: 2 })!;
    expect(large.gini.method).toBe('Davidson 2009, large sample');
    for (const interval of [large.halfShare, ...large.topShares, ...large.lorenz]) {
      expect(interval!.method).toBe('Beach & Davidson 1983, large sample');
    }
  });

  test.each([30, 200, 5000])('of %d contributors hold their estimates and stay within 0 and 1', (size) => {
    const distribution = people(size, 2);
    const estimates = concentrationEstimates(distribution, FRACTIONS);
    const intervals = concentrationIntervals(distribution, FRACTIONS)!;
    const pairs = [
      [estimates.gini, intervals.gini],
      [estimates.halfShare, intervals.halfShare],
      ...estimates.topShares.map((share, i) => [share.value, intervals.topShares[i]] as const),
      ...estimates.lorenz.map((point, j) => [point.measureShare, intervals.lorenz[j]] as const),
    ] as const;
    expect(pairs).toHaveLength(2 + 4 + 101);
    for (const [value, interval] of pairs) {
      expect(interval!.low).toBeLessThanOrEqual(value! + 1e-12);
      expect(interval!.high).toBeGreaterThanOrEqual(value! - 1e-12);
      expect(interval!.low).toBeGreaterThanOrEqual(0);
      expect(interval!.high).toBeLessThanOrEqual(1);
    }
  });

  test('are the same every time, whatever else is asked for', () => {
    const distribution = people(150, 3);
    const all = concentrationIntervals(distribution, FRACTIONS)!;
    expect(concentrationIntervals(distribution, FRACTIONS)).toEqual(all);
    const fewer = concentrationIntervals(distribution, { topFractions: [0.1], lorenzPoints: 0 })!;
    expect(fewer).toEqual({ ...all, topShares: [all.topShares[1]], lorenz: [] });
    expect(concentrationIntervals(distribution, { ...FRACTIONS, seed: 2 })).not.toEqual(all);
  });

  test('never change for a release already printed', () => {
    const fibonacci = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55];
    const distribution = contributors([...fibonacci, ...fibonacci, ...fibonacci, ...fibonacci]);
    const { gini, halfShare, topShares } = concentrationIntervals(distribution, { topFractions: [0.1] })!;
    const printed = [gini, halfShare, topShares[0]!].map(({ low, high }) => [
      low.toFixed(9),
      high.toFixed(9),
    ]);
    expect(printed).toEqual([
      ['0.526425830', '0.661501898'],
      ['0.100000000', '0.200000000'],
      ['0.307892892', '0.511627907'],
    ]);
  });

  test('are given for top shares of few people unless more are required', () => {
    const distribution = people(150, 4);
    const options = { topFractions: [0.01, 0.1], lorenzPoints: 0, replicates: 50 };
    expect(concentrationIntervals(distribution, options)!.topShares).not.toContain(null);
    const [one, ten] = concentrationIntervals(distribution, { ...options, leastInTop: 3 })!.topShares;
    expect(one).toBeNull();
    expect(ten).not.toBeNull();
  });

  test('are points when all contributors are equal', () => {
    const equals = contributors(new Array<number>(40).fill(0.3));
    const { gini, topShares, halfShare, lorenz } = concentrationIntervals(equals, {
      topFractions: [0.1],
      lorenzPoints: 5,
      replicates: 100,
    })!;
    expect(gini).toMatchObject({ low: 0, high: 0 });
    expect(halfShare).toMatchObject({ low: 0.5, high: 0.5 });
    for (const { low, high } of [topShares[0]!, ...lorenz]) expect(high).toBe(low);
  });

  test('refuse options that mean nothing', () => {
    const distribution = people(40, 5);
    for (const wrong of [
      { topFractions: [2] },
      { lorenzPoints: 1 },
      { level: 1 },
      { seed: -1 },
      { replicates: 0 },
    ]) {
      expect(() => concentrationIntervals(distribution, { topFractions: [], ...wrong })).toThrow(RangeError);
    }
  });
});
