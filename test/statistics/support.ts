import fc from 'fast-check';
import { sampleFromSorted, seededRandom, uniform, type SortedSample } from '../../server/statistics/index.ts';

/** The sample of numbers in any order. */
export function sampleOf(values: Iterable<number>): SortedSample {
  return sampleFromSorted(Float64Array.from(values).sort());
}

/** Positive totals, with and without ties, spread over eight orders of magnitude. */
export function totals(minLength = 1, maxLength = 40): fc.Arbitrary<number[]> {
  const small = fc.integer({ min: 1, max: 8 });
  const any = fc.double({ min: 1e-3, max: 1e5, noNaN: true });
  return fc.oneof(fc.array(small, { minLength, maxLength }), fc.array(any, { minLength, maxLength }));
}

/** `size` values of a distribution at the middle of `size` equal slices of probability: a sample without luck. */
export function evenSample(size: number, quantile: (p: number) => number): SortedSample {
  return sampleFromSorted(Float64Array.from({ length: size }, (_, i) => quantile((i + 0.5) / size)));
}

/** A random sample of a distribution given by its quantile function. */
export function randomSample(size: number, seed: number, quantile: (p: number) => number): SortedSample {
  const random = seededRandom(seed);
  return sampleOf(Float64Array.from({ length: size }, () => quantile(uniform(random) + 2 ** -54)));
}

export const exponential = (p: number): number => -Math.log1p(-p);
export const pareto =
  (exponent: number) =>
  (p: number): number =>
    (1 - p) ** (-1 / exponent);

/** Incomes of the examples of the R packages ineq and DescTools. */
export const INEQ_INCOMES = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];

/** The vector of the examples of the Julia package Inequality.jl. */
export const INEQUALITY_JL = [8, 5, 1, 3, 5, 6, 7, 6, 3];

/** The same with the weights 1 … 9 of its weighted examples (printed there as 0.1 … 0.9), in ascending order. */
export const INEQUALITY_JL_WEIGHTED = {
  values: [1, 3, 3, 5, 5, 6, 6, 7, 8],
  counts: [3, 4, 9, 2, 5, 6, 8, 7, 1],
};
