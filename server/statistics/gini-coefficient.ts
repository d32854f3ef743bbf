import type { SortedSample } from './sorted-sample.ts';

/**
 * The Gini coefficient G = Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n² x̄), without small-sample correction. No unit; 0 (all equal) to
 * 1 − 1/n (one has all). Twice the area between the Lorenz polygon and the diagonal.
 * Gini (1912), "Variabilità e mutabilità". Throws nothing on a valid sample.
 */
export function giniSorted(sample: SortedSample): number {
  return sample.pairDifferences / (sample.size * sample.total);
}

/**
 * G·n/(n − 1), which reaches 1 when one of n has all (Deltas 2003, "The small-sample bias of the Gini coefficient",
 * Review of Economics and Statistics 85). Null for n = 1, where it is 0/0. Throws nothing on a valid sample.
 */
export function giniCorrectedSorted(sample: SortedSample): number | null {
  if (sample.size < 2) return null;
  return sample.pairDifferences / ((sample.size - 1) * sample.total);
}
