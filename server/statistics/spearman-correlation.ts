import { acceleration, bcaLimits } from './bca-interval.ts';
import { assertLevel, DEFAULT_LEVEL, type Interval } from './interval.ts';
import { uniformIndex, type Random } from './random.ts';

/** Pairs of observations by the place of each value among the distinct values of its side. */
interface RankedPairs {
  readonly size: number;
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly distinctX: number;
  readonly distinctY: number;
}

export interface SpearmanOptions {
  readonly random: Random;
  readonly replicates?: number;
  readonly level?: number;
}

const DEFAULT_REPLICATES = 2000;

/**
 * Spearman's ρ, −1 to 1, no unit: Pearson's correlation of the mid-ranks, so that ties share the mean of their ranks.
 * Spearman (1904), "The proof and measurement of association between two things"; with ties as in Kendall (1970),
 * "Rank Correlation Methods", chapter 3. Null where one side does not vary.
 * Throws RangeError when the two sides differ in length, are empty, or hold what is not a number.
 */
export function spearmanCorrelation(x: readonly number[], y: readonly number[]): number | null {
  const pairs = rankedPairs(x, y);
  const value = correlation(pairs, new Int32Array(pairs.size).fill(1));
  return Number.isNaN(value) ? null : value;
}

/**
 * The BCa bootstrap interval of Spearman's ρ (see bca-interval.ts), pairs drawn with replacement. A replicate in which
 * one side does not vary says nothing and counts as 0.
 * Throws RangeError as `spearmanCorrelation` does, and where that is null.
 */
export function spearmanInterval(
  x: readonly number[],
  y: readonly number[],
  { random, replicates = DEFAULT_REPLICATES, level = DEFAULT_LEVEL }: SpearmanOptions,
): Interval {
  assertLevel(level);
  const pairs = rankedPairs(x, y);
  const counts = new Int32Array(pairs.size).fill(1);
  const estimate = correlation(pairs, counts);
  if (Number.isNaN(estimate)) throw new RangeError('No correlation where one side does not vary');

  const leftOut = new Float64Array(pairs.size);
  for (let i = 0; i < pairs.size; i++) {
    counts[i] = 0;
    leftOut[i] = correlation(pairs, counts) || 0;
    counts[i] = 1;
  }
  const draws = new Float64Array(replicates);
  for (let r = 0; r < replicates; r++) {
    counts.fill(0);
    for (let i = 0; i < pairs.size; i++) counts[uniformIndex(random, pairs.size)]!++;
    draws[r] = correlation(pairs, counts) || 0;
  }
  return bcaLimits(estimate, draws, acceleration(leftOut), level);
}

function rankedPairs(x: readonly number[], y: readonly number[]): RankedPairs {
  if (x.length !== y.length || x.length === 0)
    throw new RangeError(`Not pairs: ${x.length} and ${y.length} observations`);
  const [ranksX, distinctX] = places(x);
  const [ranksY, distinctY] = places(y);
  return { size: x.length, x: ranksX, y: ranksY, distinctX, distinctY };
}

/** The place of each value among the distinct values, from 0, and how many there are. */
function places(values: readonly number[]): [Int32Array, number] {
  if (values.some(Number.isNaN)) throw new RangeError('Not a number among the observations');
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const placeOf = new Map(distinct.map((value, place) => [value, place]));
  return [Int32Array.from(values, (value) => placeOf.get(value)!), distinct.length];
}

/** Pearson's correlation of the mid-ranks when pair i is there counts[i] times; NaN where one side does not vary. */
function correlation({ size, x, y, distinctX, distinctY }: RankedPairs, counts: Int32Array): number {
  const ranksX = centredRanks(x, distinctX, counts);
  const ranksY = centredRanks(y, distinctY, counts);
  let both = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (let i = 0; i < size; i++) {
    const a = ranksX[x[i]!]!;
    const b = ranksY[y[i]!]!;
    both += counts[i]! * a * b;
    squaresX += counts[i]! * a * a;
    squaresY += counts[i]! * b * b;
  }
  return both / Math.sqrt(squaresX * squaresY);
}

/** The mid-rank of each distinct value less the mean rank: with n pairs, ranks 1 … n have the mean (n + 1)/2. */
function centredRanks(places: Int32Array, distinct: number, counts: Int32Array): Float64Array {
  const ranks = new Float64Array(distinct);
  for (let i = 0; i < places.length; i++) ranks[places[i]!]! += counts[i]!;
  let before = 0;
  for (let place = 0; place < distinct; place++) {
    const here = ranks[place]!;
    ranks[place] = before + (here + 1) / 2;
    before += here;
  }
  for (let place = 0; place < distinct; place++) ranks[place]! -= (before + 1) / 2;
  return ranks;
}
