import type { ScaleLinear } from 'd3-scale';
import { round } from './box.ts';

/** One published rate: a range, a range open at one end, or a single rate. */
export interface PayObservationMark {
  readonly low?: number | null;
  readonly high?: number | null;
  /** A published typical rate; a midpoint is not one. */
  readonly typical?: number | null;
  /** Low reliability of its source. */
  readonly hollow?: boolean;
  /** The band of a listing template, the same under many titles: drawn faintly. */
  readonly template?: boolean;
}

/** A rate on its scale. */
export interface PlacedBar {
  readonly x1: number;
  readonly x2: number;
  /** Which ends are known. */
  readonly openLow: boolean;
  readonly openHigh: boolean;
  /** Runs out of the plot. */
  readonly beyond: boolean;
  readonly dot: number | null;
  readonly hollow: boolean;
  readonly template: boolean;
}

/** How long the arrow is that stands for an end nobody gives: too short to be read as a range. */
const stub = 10;

/** Where a rate lies on the scale; null where it says nothing. What lies beyond the scale is cut at its end. */
export function placeBar(
  { low, high, typical, hollow, template }: PayObservationMark,
  x: ScaleLinear<number, number>,
): PlacedBar | null {
  const [left = 0, right = 0] = x.range();
  const clip = (value: number) => round(Math.min(right, x(value)));
  const known = low ?? high ?? typical;
  if (known == null) return null;
  const dot = typical == null ? null : clip(typical);
  const openLow = low == null && high != null;
  const openHigh = high == null && low != null;
  const x1 = low != null ? clip(low) : high != null ? Math.max(left, clip(high) - stub) : dot!;
  const x2 = high != null ? clip(high) : low != null ? Math.min(right, clip(low) + stub) : dot!;
  const beyond = Math.max(low ?? 0, high ?? 0, typical ?? 0) > x.domain()[1]!;
  return { x1, x2, openLow, openHigh, beyond, dot, hollow: hollow ?? false, template: template ?? false };
}
