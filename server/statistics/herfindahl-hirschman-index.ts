import type { SortedSample } from './sorted-sample.ts';

/**
 * The Herfindahl–Hirschman index HHI = Σ sᵢ², sᵢ = xᵢ/Σx. No unit; 1/n (all equal) to 1 (one has all). Competition
 * authorities print it with shares in per cent, 10 000 times this. Hirschman (1945); Herfindahl (1950).
 * Throws nothing on a valid sample.
 */
export function herfindahlHirschmanSorted(sample: SortedSample): number {
  const { values, counts, total } = sample;
  let sum = 0;
  for (let g = 0; g < values.length; g++) sum += counts[g]! * (values[g]! / total) ** 2;
  return sum;
}
