import { giniSorted } from './gini-coefficient.ts';
import { assertLevel, clamp, DAVIDSON, DEFAULT_LEVEL, type Interval } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';
import type { SortedSample } from './sorted-sample.ts';

/**
 * The large-sample standard error of the Gini coefficient. Davidson (2009), "Reliable inference for the Gini index",
 * Journal of Econometrics 150, 30–40:
 *
 *   V̂(G) = Σ(Zᵢ − Z̄)² / (n x̄)²,  Zᵢ = −(G + 1)x₍ᵢ₎ + ((2i − 1)/n)x₍ᵢ₎ − (2/n) Σ_{j≤i} x₍ⱼ₎.
 *
 * Zᵢ is the same for every one of a run of equal values, so the sums run over groups. No unit. Not for distributions
 * without a second moment, where the estimate is far from normal even at a large n. Throws nothing on a valid sample.
 */
export function giniStandardError(sample: SortedSample): number {
  const { values, counts, ranks, sums, size, total } = sample;
  const gini = giniSorted(sample);
  const influence = new Float64Array(values.length);
  let sum = 0;
  for (let g = 0; g < values.length; g++) {
    const z = values[g]! * ((2 * ranks[g]! - 1) / size - gini - 1) - (2 * sums[g]!) / size;
    influence[g] = z;
    sum += counts[g]! * z;
  }
  const mean = sum / size;
  let squares = 0;
  for (let g = 0; g < values.length; g++) squares += counts[g]! * (influence[g]! - mean) ** 2;
  return Math.sqrt(squares) / total;
}

/** G ± z·standard error, kept within [0, 1]. Throws RangeError when the level is not in (0, 1). */
export function giniInterval(sample: SortedSample, level = DEFAULT_LEVEL): Interval {
  assertLevel(level);
  const gini = giniSorted(sample);
  const reach = normalQuantile((1 + level) / 2) * giniStandardError(sample);
  return { low: clamp(gini - reach, 0, 1), high: clamp(gini + reach, 0, 1), level, method: DAVIDSON };
}
