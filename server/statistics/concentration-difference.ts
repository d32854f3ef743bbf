import { biasCorrection, correctedProbability, type Statistic } from './bca-interval.ts';
import { DEFAULT_SEED } from './concentration-intervals.ts';
import { giniSorted } from './gini-coefficient.ts';
import { assertLevel, DEFAULT_LEVEL, type Interval } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';
import {
  pairedResampler,
  pairSamples,
  peopleIn,
  type ComparedSide,
  type PairedSamples,
} from './paired-draws.ts';
import { quantileSorted } from './quantile.ts';
import { seededRandom } from './random.ts';
import { LEAST_FOR_INTERVALS } from './reliability.ts';
import { forEachLeftOut } from './resample.ts';
import type { SortedSample } from './sorted-sample.ts';
import { topCount, topShareSorted } from './top-share.ts';

export interface DifferenceOptions {
  /** The fractions whose top shares are compared. */
  readonly topFractions: readonly number[];
  /** How many people a top must have on both sides for its difference to be given an interval; 1 unless given. */
  readonly leastInTop?: number;
  readonly level?: number;
  readonly seed?: number;
  readonly replicates?: number;
}

/** The first sample's statistic less the second's. */
export interface Difference {
  /** No unit; −1 … 1. */
  readonly value: number;
  /** Null where either sample has too few people for one. */
  readonly interval: Interval | null;
}

export interface ConcentrationDifference {
  readonly gini: Difference;
  /** In the order of `topFractions`. */
  readonly topShares: readonly Difference[];
}

/** With more people than this the bootstrap gives way to the formula: it would hold up whoever else is waiting. */
const MOST_FOR_BOOTSTRAP = 10_000;
const DEFAULT_REPLICATES = 2000;

/**
 * By how much one sample is more concentrated than another, with an interval of the difference itself: two intervals that
 * overlap do not mean that there is none. Samples of different people are resampled each for itself; where both sides name
 * their people, the same draw of people makes both replicates, as what they have in one goes with what they have in the
 * other.
 *
 * Up to 10 000 people: the BCa bootstrap of the difference, 2 000 replicates, fixed seed, whose acceleration comes from the
 * influence of each person on the difference (Davison & Hinkley 1997, "Bootstrap Methods and their Application", 5.3.2).
 * Beyond: difference ± z·√Σuᵢ², uᵢ the jackknife influence. Below 30 on either side there is no interval.
 *
 * How well it keeps its word for Gini coefficients of lognormal totals, by simulation (1 500 pairs, ± 0.007): 0.93 of 120 at
 * σ = 0.6 beside 90 at σ = 0.4, 0.92 of 150 beside 150 at σ = 0.6, 0.91 of 200 at σ = 1 beside 300 at σ = 0.5.
 *
 * Throws RangeError on a sample without a positive total, a bad level, seed, fraction or number of replicates.
 */
export function concentrationDifference(
  a: ComparedSide,
  b: ComparedSide,
  options: DifferenceOptions,
): ConcentrationDifference {
  const { topFractions, leastInTop = 1, level = DEFAULT_LEVEL } = options;
  assertLevel(level);
  const samples = pairSamples(a, b);
  const { first, second } = samples;
  const tops = topFractions.map(
    (f): Statistic =>
      (sample) =>
        topShareSorted(sample, f),
  );
  const statistics = [giniSorted, ...tops];
  const values = statistics.map((statistic) => statistic(first) - statistic(second));
  const smaller = Math.min(first.size, second.size);
  const intervals = smaller < LEAST_FOR_INTERVALS ? null : intervalsOf(samples, statistics, values, options);
  const told = (i: number): Difference => ({ value: values[i]!, interval: intervals?.[i] ?? null });
  return {
    gini: told(0),
    topShares: topFractions.map((fraction, i) => {
      const difference = told(i + 1);
      return topCount(fraction, smaller) < leastInTop ? { ...difference, interval: null } : difference;
    }),
  };
}

function intervalsOf(
  samples: PairedSamples,
  statistics: readonly Statistic[],
  values: readonly number[],
  { level = DEFAULT_LEVEL, seed = DEFAULT_SEED, replicates = DEFAULT_REPLICATES }: DifferenceOptions,
): Interval[] {
  if (!Number.isInteger(replicates) || replicates < 1)
    throw new RangeError(`Not a count: ${replicates} replicates`);
  const z = normalQuantile((1 + level) / 2);
  const influences = statistics.map((statistic) => influenceMoments(samples, statistic));
  if (peopleIn(samples) > MOST_FOR_BOOTSTRAP) {
    const method = 'jackknife of the difference, large sample';
    return influences.map(({ squares }, s) => {
      const reach = z * Math.sqrt(squares);
      return { low: values[s]! - reach, high: values[s]! + reach, level, method };
    });
  }
  const draws = statistics.map(() => new Float64Array(replicates));
  const resample = pairedResampler(samples, seededRandom(seed));
  for (let r = 0; r < replicates; r++) {
    const [one, other] = resample();
    for (const [s, statistic] of statistics.entries()) draws[s]![r] = statistic(one) - statistic(other);
  }
  const method = `BCa bootstrap of the difference, ${replicates} replicates`;
  return draws.map((unsorted, s) => {
    const sorted = unsorted.sort();
    const { squares, cubes } = influences[s]!;
    const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
    const bias = biasCorrection(sorted, values[s]!);
    const at = (end: number): number => quantileSorted(sorted, correctedProbability(end, bias, acceleration));
    return {
      low: Math.min(values[s]!, at(-z)),
      high: Math.max(values[s]!, at(z)),
      level,
      method,
    };
  });
}

/** Σuᵢ² and Σuᵢ³ over the people: what each adds to the first statistic less what they add to the second. */
function influenceMoments(
  { first, second, strata }: PairedSamples,
  statistic: Statistic,
): { squares: number; cubes: number } {
  const [ofFirst, ofSecond] = [influenceByGroup(first, statistic), influenceByGroup(second, statistic)];
  let squares = 0;
  let cubes = 0;
  for (const { inFirst, inSecond } of strata) {
    for (const [i, one] of inFirst.entries()) {
      const other = inSecond[i]!;
      const u = (one < 0 ? 0 : ofFirst[one]!) - (other < 0 ? 0 : ofSecond[other]!);
      squares += u * u;
      cubes += u * u * u;
    }
  }
  return { squares, cubes };
}

/** (n − 1)/n · (θ̄ − θ₍ᵢ₎) for an observation of each group, θ₍ᵢ₎ the statistic without it. */
function influenceByGroup(sample: SortedSample, statistic: Statistic): Float64Array {
  const leftOut = new Float64Array(sample.values.length);
  let group = 0;
  let mean = 0;
  forEachLeftOut(sample, (without, weight) => {
    const value = statistic(without);
    mean += (weight * value) / sample.size;
    leftOut[group++] = value;
  });
  return leftOut.map((value) => ((sample.size - 1) / sample.size) * (mean - value));
}
