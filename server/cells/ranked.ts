import { positiveAscending } from '../statistics/index.ts';

/** Who has how much, the largest first, equal ones by id; only totals above 0. */
export interface Ranked {
  readonly experts: Float64Array;
  readonly totals: Float64Array;
}

/**
 * Ranks totals, which stand in ascending order of the experts' ids; NaN is no total. Sorted are the totals alone, which costs a
 * tenth of sorting places by what stands there; each expert then finds its own place among them.
 */
export function ranked(
  experts: Float64Array,
  totals: Float64Array,
  ascending: Float64Array = positiveAscending(totals),
): Ranked {
  const size = ascending.length;
  const result = { experts: new Float64Array(size), totals: ascending.toReversed() };
  const taken = new Uint32Array(size);
  for (let i = 0; i < totals.length; i++) {
    const total = totals[i]!;
    if (!(total > 0)) continue;
    const first = firstAtMost(result.totals, total);
    result.experts[first + taken[first]!++] = experts[i]!;
  }
  return result;
}

/** The first place of totals, descending, that is not above this one. */
export function firstAtMost(descending: Float64Array, total: number): number {
  let low = 0;
  let high = descending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (descending[middle]! > total) low = middle + 1;
    else high = middle;
  }
  return low;
}
