import { normalQuantile, seededRandom, uniform, type Random } from '../statistics/index.ts';

/** What the draws are for: each part of the market has sequences of its own, so that no part disturbs another. */
export const stream = { market: 1, project: 2, expert: 3, activity: 4, earnings: 5 } as const;

/**
 * The sequence of one thing of the market, by its number: whoever is simulated first, second or in another process, each
 * draws the same. The three numbers are mixed as MurmurHash3 finishes (Appleby 2011).
 */
export function randomOf(seed: number, part: number, index: number): Random {
  return seededRandom(
    mix(mix(seed ^ Math.imul(part, 0x9e3779b9)) ^ Math.imul(index, 0x85ebca6b) ^ (index >>> 16)),
  );
}

function mix(word: number): number {
  let mixed = word >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A number from the standard normal distribution. */
export function normal(random: Random): number {
  return normalQuantile((random() + 0.5) / 2 ** 32);
}

/** Weights as running sums, to pick from. */
export type RunningWeights = Float64Array;

/** The running sums of weights above 0. */
export function runningWeights(weights: readonly number[]): RunningWeights {
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
}

/** The place of one weight, each picked as often as it weighs. */
export function pick(random: Random, running: RunningWeights): number {
  const at = uniform(random) * running.at(-1)!;
  let low = 0;
  let high = running.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (running[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
