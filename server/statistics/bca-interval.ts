import { assertLevel, bcaMethod, DEFAULT_LEVEL, type Interval } from './interval.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import { quantileSorted, selectQuantile } from './quantile.ts';
import type { Random } from './random.ts';
import { bootstrapResampler, forEachLeftOut } from './resample.ts';
import type { SortedSample } from './sorted-sample.ts';

export type Statistic = (sample: SortedSample) => number;

/** Several statistics of one sample, which together cost less than each for itself. */
export interface StatisticSet {
  readonly length: number;
  /** Writes the value of each into `into`. */
  read(sample: SortedSample, into: Float64Array): void;
}

export interface BcaOptions {
  readonly random: Random;
  readonly replicates?: number;
  readonly level?: number;
}

export const DEFAULT_REPLICATES = 2000;

/**
 * Bias-corrected and accelerated bootstrap intervals of several statistics from one set of replicates, each in the unit
 * of its statistic. Efron & Tibshirani (1993), "An Introduction to the Bootstrap", section 14.3:
 *
 *   α₁ = Φ(z₀ + (z₀ + z) / (1 − a(z₀ + z))) at z = Φ⁻¹((1 − level)/2), α₂ likewise at −z; the interval is the
 *   quantiles α₁ and α₂ of the replicates;
 *   z₀ = Φ⁻¹(share of replicates below the estimate, those equal to it counting half, for statistics that move in
 *   steps), a = Σ(θ̄ − θ₍ᵢ₎)³ / 6(Σ(θ̄ − θ₍ᵢ₎)²)^{3/2} over the jackknife values θ₍ᵢ₎.
 *
 * The draws do not depend on the statistics asked for, so a statistic's interval is the same alone and in company.
 * Degenerate cases: when all replicates agree the interval is their one value and the estimate; when none (or all)
 * lies below the estimate, half a replicate is taken to; when a(z₀ + z) reaches 1 the limit is the extreme replicate;
 * and an interval that would miss its estimate is widened to it.
 *
 * Cost: O(replicates · n) draws and, for the acceleration, one evaluation per distinct value.
 * Throws RangeError when the sample has fewer than 2 observations, the level is not in (0, 1), or `replicates` is not a
 * whole number of at least 1.
 */
export function bcaIntervals(
  sample: SortedSample,
  statistics: readonly Statistic[] | StatisticSet,
  { random, replicates = DEFAULT_REPLICATES, level = DEFAULT_LEVEL }: BcaOptions,
): Interval[] {
  assertLevel(level);
  if (!Number.isInteger(replicates) || replicates < 1)
    throw new RangeError(`Not a count: ${replicates} replicates`);
  const set = 'read' in statistics ? statistics : setOf(statistics);
  const estimates = new Float64Array(set.length);
  set.read(sample, estimates);
  const accelerations = jackknifeAccelerations(sample, set);
  const draws = drawReplicates(sample, set, random, replicates);
  return draws.map((own, s) => bcaLimits(estimates[s]!, own, accelerations[s]!, level));
}

/** Each statistic for itself. */
function setOf(statistics: readonly Statistic[]): StatisticSet {
  return {
    length: statistics.length,
    read: (sample, into) => {
      for (let s = 0; s < statistics.length; s++) into[s] = statistics[s]!(sample);
    },
  };
}

/** The interval of the doc comment above from an estimate, its replicates, whose order is changed, and a. */
export function bcaLimits(
  estimate: number,
  replicates: Float64Array,
  acceleration: number,
  level: number,
): Interval {
  const { bias, areNumbers } = biasOf(replicates, estimate);
  // What is no number is sorted, to the end; the rest only as far as it is read.
  if (!areNumbers) replicates.sort();
  const quantile = areNumbers ? selectQuantile : quantileSorted;
  const quantileAt = (z: number): number => quantile(replicates, correctedProbability(z, bias, acceleration));
  const z = normalQuantile((1 + level) / 2);
  return {
    low: Math.min(estimate, quantileAt(-z)),
    high: Math.max(estimate, quantileAt(z)),
    level,
    method: bcaMethod(replicates.length),
  };
}

/** `biasCorrection` of replicates in any order. */
function biasOf(replicates: Float64Array, estimate: number): { bias: number; areNumbers: boolean } {
  let below = 0;
  let other = 0;
  for (let r = 0; r < replicates.length; r++) {
    const value = replicates[r]!;
    if (value < estimate) below += 1;
    else if (value === estimate) below += 0.5;
    else if (!(value > estimate)) other += 1;
  }
  return { bias: biasAt(below, replicates.length), areNumbers: other === 0 };
}

/** z₀ of the doc comment above. */
export function biasCorrection(sortedReplicates: ArrayLike<number>, estimate: number): number {
  const replicates = sortedReplicates.length;
  let below = 0;
  for (let r = 0; r < replicates; r++) {
    const value = sortedReplicates[r]!;
    if (value < estimate) below += 1;
    else if (value === estimate) below += 0.5;
    else break;
  }
  return biasAt(below, replicates);
}

function biasAt(below: number, replicates: number): number {
  return normalQuantile(Math.min(replicates - 0.5, Math.max(0.5, below)) / replicates);
}

/** a of the doc comment above, one for each statistic; 0 where every jackknife value is the same. */
export function jackknifeAccelerations(
  sample: SortedSample,
  statistics: readonly Statistic[] | StatisticSet,
): number[] {
  const set = 'read' in statistics ? statistics : setOf(statistics);
  const weights: number[] = [];
  const leftOut = Array.from({ length: set.length }, () => new Float64Array(sample.values.length));
  const values = new Float64Array(set.length);
  forEachLeftOut(sample, (without, weight) => {
    set.read(without, values);
    for (let s = 0; s < values.length; s++) leftOut[s]![weights.length] = values[s]!;
    weights.push(weight);
  });
  return leftOut.map((own) => acceleration(own.subarray(0, weights.length), weights));
}

/** a of the doc comment above from jackknife values, each standing for as many observations as its weight says. */
export function acceleration(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let size = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    size += weight;
    sum += weight * values[i]!;
  }
  const mean = sum / size;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    squares += weight * (mean - values[i]!) ** 2;
    cubes += weight * (mean - values[i]!) ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** α of the doc comment above, at one z. */
export function correctedProbability(z: number, biasZ: number, acceleration: number): number {
  const shifted = biasZ + z;
  const stretch = 1 - acceleration * shifted;
  if (stretch <= 0) return shifted > 0 ? 1 : 0;
  return normalCdf(biasZ + shifted / stretch);
}

function drawReplicates(
  sample: SortedSample,
  statistics: StatisticSet,
  random: Random,
  replicates: number,
): Float64Array[] {
  const draws = Array.from({ length: statistics.length }, () => new Float64Array(replicates));
  const values = new Float64Array(statistics.length);
  const resample = bootstrapResampler(sample, random);
  for (let r = 0; r < replicates; r++) {
    statistics.read(resample(), values);
    for (let s = 0; s < values.length; s++) draws[s]![r] = values[s]!;
  }
  return draws;
}
