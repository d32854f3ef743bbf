import { valueAtRank, type SortedSample } from './sorted-sample.ts';

/**
 * The R-7 quantile of an ascending list: with h = (n − 1)p, x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), ranks from 0. In the
 * unit of the values. The default of R, NumPy and Excel's PERCENTILE.INC; Hyndman & Fan (1996), "Sample quantiles in
 * statistical packages", definition 7. Throws RangeError when the list is empty or p is outside [0, 1].
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  return interpolate(sorted.length, p, (rank) => sorted[rank]!);
}

/** The R-7 quantile at p = 1/2: the middle value, or the mean of the two middle ones. Throws as `quantileSorted`. */
export function medianSorted(sorted: ArrayLike<number>): number {
  return quantileSorted(sorted, 0.5);
}

/** `quantileSorted` of the observations of a sample, each value as often as it occurs. */
export function sampleQuantileSorted(sample: SortedSample, p: number): number {
  return interpolate(sample.size, p, (rank) => valueAtRank(sample, rank));
}

/**
 * `quantileSorted` of values in any order, which it changes: only the two that are read are put in their places (Hoare 1961,
 * "Algorithm 65: Find", CACM 4(7)), in a third of the time of sorting them all. All of them are numbers.
 */
export function selectQuantile(values: Float64Array, p: number): number {
  return interpolate(values.length, p, (rank) => select(values, rank));
}

/** Puts the value at that rank in its place, those below before it and those above after it. */
function select(values: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const kept = values[i]!;
      values[i++] = values[j]!;
      values[j--] = kept;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else break;
  }
  return values[rank]!;
}

function interpolate(size: number, p: number, valueAt: (rank: number) => number): number {
  if (size === 0) throw new RangeError('Nothing has no quantile');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
  const position = (size - 1) * p;
  const rank = Math.floor(position);
  const low = valueAt(rank);
  if (rank === position) return low;
  const high = valueAt(rank + 1);
  return Math.min(high, low + (position - rank) * (high - low));
}
