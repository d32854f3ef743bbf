import type { SortedSample } from './sorted-sample.ts';

/**
 * Theil's T = (1/n) Σ (xᵢ/x̄) ln(xᵢ/x̄), with 0·ln 0 = 0. In nats; 0 (all equal) to ln n (one has all).
 * Theil (1967), "Economics and Information Theory". Throws nothing on a valid sample.
 */
export function theilSorted(sample: SortedSample): number {
  const { values, counts, size, total } = sample;
  let sum = 0;
  for (let g = 0; g < values.length; g++) {
    const share = values[g]! / total;
    if (share > 0) sum += counts[g]! * share * Math.log(share * size);
  }
  // Equal values can leave −1e-17.
  return Math.max(0, sum);
}
