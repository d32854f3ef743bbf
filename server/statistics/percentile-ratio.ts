import { sampleQuantileSorted } from './quantile.ts';
import type { SortedSample } from './sorted-sample.ts';

/**
 * P90/P10: the 90th percentile over the 10th, both R-7. No unit; at least 1, and 1 when those two are equal.
 * Throws RangeError when the 10th percentile is 0, which cannot happen among contributors (all above 0).
 */
export function percentileRatioSorted(sample: SortedSample): number {
  const low = sampleQuantileSorted(sample, 0.1);
  if (low === 0) throw new RangeError('P90/P10 is undefined where the 10th percentile is 0');
  return sampleQuantileSorted(sample, 0.9) / low;
}
