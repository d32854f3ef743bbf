import { lowestSum, type SortedSample } from './sorted-sample.ts';

/**
 * The share of the total that the ⌈fraction·n⌉ largest hold. No unit; fraction … 1.
 * Throws RangeError when the fraction is not in (0, 1].
 */
export function topShareSorted(sample: SortedSample, fraction: number): number {
  const rest = sample.size - topCount(fraction, sample.size);
  return 1 - lowestSum(sample, rest) / sample.total;
}

/**
 * ⌈fraction·n⌉ as decimal arithmetic has it: 0.07·100 is 7.000000000000001 in binary and must still give 7, so a
 * product that is above a whole number by no more than the rounding of its two factors counts as that number.
 * Throws RangeError when the fraction is not in (0, 1].
 */
export function topCount(fraction: number, size: number): number {
  if (!(fraction > 0 && fraction <= 1))
    throw new RangeError(`Not a fraction above 0 and up to 1: ${fraction}`);
  return Math.ceil(fraction * size * (1 - 2 * Number.EPSILON));
}
