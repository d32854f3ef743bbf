/**
 * A sorted sample: values in ascending order, each with an integer multiplicity, and the running sums from which the
 * Gini coefficient, the Lorenz curve, the top shares and the half share are read without another sort. Equal values
 * may share one group, so a bootstrap replicate of n observations is new counts and one pass over the groups.
 *
 * Every statistic here is written once, against this form; a plain list of numbers is the case of all counts one.
 */
export interface SortedSample {
  /** The group values, ascending and not negative. */
  readonly values: Float64Array;
  /** How many observations have each value; a count may be zero. */
  readonly counts: Uint32Array;
  /** ranks[g] = how many observations come before group g; one longer than `values`. */
  readonly ranks: Float64Array;
  /** sums[g] = the sum of the observations before group g; one longer than `values`. */
  readonly sums: Float64Array;
  /** n, the number of observations. */
  readonly size: number;
  /** Σ x. */
  readonly total: number;
  /** Σ |xᵢ − xⱼ| over the n(n−1)/2 unordered pairs. */
  readonly pairDifferences: number;
  /** Zero-based rank of an observation left out for a while (see resample.ts); Infinity when none is. */
  readonly gapRank: number;
  /** The value of that observation, else 0. */
  readonly gapValue: number;
}

export type MutableSample = { -readonly [field in keyof SortedSample]: SortedSample[field] };

/**
 * The sample of an ascending list of numbers; runs of equal values become one group.
 * Throws RangeError when the list is empty, not ascending, negative or not finite, or when its sum is not a positive
 * finite number.
 */
export function sampleFromSorted(sorted: ArrayLike<number>): SortedSample {
  const values = new Float64Array(sorted.length);
  const counts = new Uint32Array(sorted.length);
  let groups = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (groups === 0 || sorted[i] !== values[groups - 1]) values[groups++] = sorted[i]!;
    counts[groups - 1]!++;
  }
  return sampleFromCounts(values.slice(0, groups), counts.slice(0, groups));
}

/**
 * The sample in which values[g] occurs counts[g] times.
 * Throws RangeError as `sampleFromSorted` does, and when the two lists differ in length or a count is not a whole
 * number of at least 0.
 */
export function sampleFromCounts(values: ArrayLike<number>, counts: ArrayLike<number>): SortedSample {
  const groups = values.length;
  if (counts.length !== groups) throw new RangeError(`${groups} values but ${counts.length} counts`);
  for (let g = 0; g < groups; g++) {
    const value = values[g]!;
    const count = counts[g]!;
    if (!Number.isFinite(value) || value < 0)
      throw new RangeError(`Not a finite value of at least 0: ${value}`);
    if (g > 0 && value < values[g - 1]!) throw new RangeError('Values are not in ascending order');
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`Not a whole count of at least 0: ${count}`);
  }
  const sample = emptySample(Float64Array.from(values));
  sample.counts.set(counts);
  accumulate(sample);
  if (sample.size === 0) throw new RangeError('A sample needs at least one observation');
  if (!(sample.total > 0) || sample.total === Infinity) {
    throw new RangeError(`The sum of a sample must be a positive finite number, not ${sample.total}`);
  }
  return sample;
}

/** A sample over `values` with every count 0, to be filled and then accumulated. */
export function emptySample(values: Float64Array): MutableSample {
  const groups = values.length;
  return {
    values,
    counts: new Uint32Array(groups),
    ranks: new Float64Array(groups + 1),
    sums: new Float64Array(groups + 1),
    size: 0,
    total: 0,
    pairDifferences: 0,
    gapRank: Infinity,
    gapValue: 0,
  };
}

/** Recomputes what follows from the counts, in one pass. Callers have made sure of the sample's conditions. */
export function accumulate(sample: MutableSample): void {
  const { values, counts, ranks, sums } = sample;
  let rank = 0;
  let sum = 0;
  let differences = 0;
  for (let g = 0; g < values.length; g++) {
    const count = counts[g]!;
    const part = count * values[g]!;
    // Against everything before the group: part·rank − count·sum. Summed like this, equal values give exactly 0.
    differences += count * (values[g]! * rank - sum);
    rank += count;
    sum += part;
    ranks[g + 1] = rank;
    sums[g + 1] = sum;
  }
  sample.size = rank;
  sample.total = sum;
  sample.pairDifferences = differences;
}

/** The group of the observation at 1-based rank ⌈count⌉: the first whose observations and all before reach `count`. */
export function groupReaching(sample: SortedSample, count: number): number {
  const { ranks } = sample;
  let low = 0;
  let high = ranks.length - 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranks[middle + 1]! >= count) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The sum of the `count` lowest observations, 0 ≤ count ≤ n; a fraction of an observation counts as that fraction of
 * its value, so this is the (unscaled) Lorenz polygon. O(log groups).
 */
export function lowestSum(sample: SortedSample, count: number): number {
  if (count <= sample.gapRank) return lowestSumWithGap(sample, count);
  return lowestSumWithGap(sample, count + 1) - sample.gapValue;
}

function lowestSumWithGap(sample: SortedSample, count: number): number {
  const g = groupReaching(sample, count);
  return sample.sums[g]! + (count - sample.ranks[g]!) * sample.values[g]!;
}

/** The observation at zero-based `rank`, 0 ≤ rank < n. */
export function valueAtRank(sample: SortedSample, rank: number): number {
  const position = rank < sample.gapRank ? rank : rank + 1;
  return sample.values[groupReaching(sample, position + 1)]!;
}
