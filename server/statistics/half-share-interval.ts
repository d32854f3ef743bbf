import { halfShareSorted } from './half-share.ts';
import { BEACH_DAVIDSON, DEFAULT_LEVEL, type Interval } from './interval.ts';
import { lorenzLimits } from './lorenz-interval.ts';
import type { SortedSample } from './sorted-sample.ts';

/**
 * The half share's large-sample interval, by inverting the Lorenz ordinate's: those k/n for which "the k largest hold
 * half" is not refuted, that is for which 1/2 lies between the limits of their share. Found by walking out from the
 * estimate in both directions until the limits pass 1/2, so it always holds the estimate. No unit.
 * Beach & Davidson (1983) for the ordinate; Woodruff (1952), "Confidence intervals for medians and other position
 * measures", JASA 47, for the inversion. Throws RangeError when the level is not in (0, 1).
 */
export function halfShareInterval(sample: SortedSample, level = DEFAULT_LEVEL): Interval {
  const { size } = sample;
  const limits = lorenzLimits(sample, level);
  const mayHoldHalf = (k: number): boolean => limits(size - k).low <= 0.5;
  const surelyHoldHalf = (k: number): boolean => limits(size - k).high <= 0.5;
  const estimate = Math.round(halfShareSorted(sample) * size);
  let least = estimate;
  while (least > 1 && mayHoldHalf(least - 1)) least--;
  let most = estimate;
  while (most < size && !surelyHoldHalf(most)) most++;
  return { low: least / size, high: most / size, level, method: BEACH_DAVIDSON };
}

/**
 * The half share's interval from that of its crossing (`halfCrossingSorted`), widened to whole contributors as the
 * half share itself is counted in them; at least 1/n. Throws nothing.
 */
export function halfShareIntervalFromCrossing(crossing: Interval, size: number): Interval {
  const hair = 1e-9; // so that k/n·n, a hair off k, is k
  const low = Math.max(1, Math.floor(crossing.low * size + hair)) / size;
  return { ...crossing, low, high: Math.ceil(crossing.high * size - hair) / size };
}
