import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, spearmanCorrelation, spearmanInterval } from '../../server/statistics/index.ts';

const paired = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 4 })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((pairs) => [pairs.map(([x]) => x), pairs.map(([, y]) => y)] as const);

describe('Spearman’s rank correlation', () => {
  test('without ties is 1 − 6Σd²/n(n² − 1): of ranks 1 2 3 4 5 and 2 1 4 3 5 it is 1 − 6·4/120', () => {
    expect(spearmanCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).toBeCloseTo(0.8, 15);
  });

  test('gives ties the mean of their ranks: the example of SciPy’s documentation is 0.8207826816681233', () => {
    expect(spearmanCorrelation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 14);
  });

  test('is 1 for what rises together, however crooked, −1 for its mirror, null where one side stands still', () => {
    expect(spearmanCorrelation([1, 2, 3], [1, 10, 1000])).toBe(1);
    expect(spearmanCorrelation([1, 2, 3], [3, 2, -50])).toBe(-1);
    expect(spearmanCorrelation([1, 2, 3], [7, 7, 7])).toBeNull();
    expect(spearmanCorrelation([1], [1])).toBeNull();
  });

  test('lies between −1 and 1, is the same both ways, and does not see a rising transformation', () => {
    fc.assert(
      fc.property(paired, ([x, y]) => {
        const value = spearmanCorrelation(x, y);
        if (value === null) return;
        expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
        expect(spearmanCorrelation(y, x)).toBeCloseTo(value, 12);
        expect(spearmanCorrelation(x.map(Math.exp), y)).toBeCloseTo(value, 12);
        expect(
          spearmanCorrelation(
            x.map((one) => -one),
            y,
          ),
        ).toBeCloseTo(-value, 12);
      }),
    );
  });

  test('refuses what is not pairs of numbers', () => {
    for (const [x, y] of [
      [[1, 2], [1]],
      [[], []],
      [
        [1, NaN],
        [1, 2],
      ],
    ] as const)
      expect(() => spearmanCorrelation([...x], [...y])).toThrow(RangeError);
  });
});

describe('the interval of a rank correlation', () => {
  const random = () => seededRandom(7);
  const x = Array.from({ length: 100 }, (_, i) => i);
  const y = x.map((i) => (i * 37) % 101);

  test('agrees with SciPy’s BCa bootstrap to the noise of the draws', () => {
    // scipy.stats.bootstrap(([0 … 99], [37i mod 101]), spearmanr, paired, BCa, 8 000 resamples)
    const { low, high, method } = spearmanInterval(x, y, { random: random() });
    expect(low).toBeCloseTo(-0.1645, 1);
    expect(high).toBeCloseTo(0.2372, 1);
    expect(method).toBe('BCa bootstrap, 2000 replicates');
  });

  test('holds the estimate, is the same for the same seed, and narrows with n', () => {
    const many = [...x, ...x, ...x, ...x];
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const one = spearmanInterval(x, y, { random: random() });
    expect(spearmanInterval(x, y, { random: random() })).toEqual(one);
    expect(one.low).toBeLessThanOrEqual(spearmanCorrelation(x, y)!);
    expect(one.high).toBeGreaterThanOrEqual(spearmanCorrelation(x, y)!);
    const four = spearmanInterval(many, [...y, ...y, ...y, ...y], { random: random() });
    expect(width(four)).toBeLessThan(0.7 * width(one));
  });

  test('refuses a side that stands still', () => {
    expect(() => spearmanInterval([1, 2, 3], [1, 1, 1], { random: random() })).toThrow(RangeError);
  });
});
