import { describe, expect, test } from 'vitest';
import {
  concentrationIntervals,
  contributors,
  normalCdf,
  normalQuantile,
  seededRandom,
  uniform,
  type Interval,
} from '../../server/statistics/index.ts';
import { exponential } from './support.ts';

interface Distribution {
  quantile: (p: number) => number;
  gini: number;
  lorenz: (p: number) => number;
}

const lognormal = (sigma: number): Distribution => ({
  quantile: (p) => Math.exp(sigma * normalQuantile(p)),
  gini: 2 * normalCdf(sigma / Math.SQRT2) - 1,
  lorenz: (p) => normalCdf(normalQuantile(p) - sigma),
});

const EXPONENTIAL: Distribution = {
  quantile: exponential,
  gini: 1 / 2,
  lorenz: (p) => p + (1 - p) * Math.log(1 - p),
};

/** How often the 95 % intervals of `samples` random samples hold what is true of the distribution. */
function coverage({ quantile, gini, lorenz }: Distribution, size: number, samples: number) {
  const random = seededRandom(2009);
  const held = { gini: 0, top20: 0, lorenz50: 0, halfShare: 0 };
  const holds = ({ low, high }: Interval, truth: number): number => (low <= truth && truth <= high ? 1 : 0);
  let [above, below] = [0, 1]; // the half share h solves 1 − L(1 − h) = 1/2
  for (let i = 0; i < 60; i++) {
    const h = (above + below) / 2;
    if (1 - lorenz(1 - h) < 0.5) above = h;
    else below = h;
  }
  for (let seed = 0; seed < samples; seed++) {
    const people = contributors(Array.from({ length: size }, () => quantile(uniform(random) + 2 ** -54)));
    const intervals = concentrationIntervals(people, {
      topFractions: [0.2],
      lorenzPoints: 3,
      replicates: 500,
      seed,
    })!;
    held.gini += holds(intervals.gini, gini) / samples;
    held.top20 += holds(intervals.topShares[0]!, 1 - lorenz(0.8)) / samples;
    held.lorenz50 += holds(intervals.lorenz[1]!, lorenz(0.5)) / samples;
    held.halfShare += holds(intervals.halfShare, above) / samples;
  }
  return held;
}

// The Monte Carlo error of a coverage of 0.95 from 600 samples is 0.009, from 300 samples 0.013.
describe('the coverage of a 95 % interval', () => {
  test('from 150 lognormal totals (σ = 0.5) lies between 0.90 and 0.98 with the bootstrap', () => {
    const { gini, top20, lorenz50, halfShare } = coverage(lognormal(0.5), 150, 600);
    for (const share of [gini, top20, lorenz50]) {
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThan(0.98);
    }
    // Widened to whole contributors, of which there are few between its limits.
    expect(halfShare).toBeGreaterThan(0.93);
  });

  test('from 200 lognormal totals (σ = 1) is about 0.91 with the bootstrap, as the documentation admits', () => {
    const { gini, top20, lorenz50 } = coverage(lognormal(1), 200, 300);
    for (const share of [gini, top20, lorenz50]) {
      expect(share).toBeGreaterThan(0.86);
      expect(share).toBeLessThan(0.98);
    }
  });

  test('from 5 000 exponential totals lies between 0.91 and 0.98 with the large-sample formulas', () => {
    for (const share of Object.values(coverage(EXPONENTIAL, 5000, 300))) {
      expect(share).toBeGreaterThan(0.91);
      expect(share).toBeLessThan(0.985);
    }
  });
});
