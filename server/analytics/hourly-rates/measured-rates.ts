import type { Cell } from '../../disclosure/index.ts';

/** What may be said of hourly rates, wherever it comes from: all engagements, or a stored cell. */
export interface MeasuredRates {
  /** What the door wants to know. */
  readonly cell: Cell;
  readonly contributors: number;
  readonly engagements: number;
  /** How many were left out, because they have no hours, no amount, or less than none. */
  readonly leftOut: number;
  /** One of p10, p25, median, p75, p90; there is at least one engagement. */
  quantile(p: number): number;
  /** Σ amount ÷ Σ hours when weighted, else the mean of the rates. */
  readonly mean: number;
  /** Quantiles at equally spaced probabilities from 0 to 1; or those read between a few steps that may be given. */
  ladder(points: number, steps: readonly number[] | null): number[] | Promise<number[]>;
}

/** Straight between the steps, level before the first and after the last. */
export function between(steps: readonly number[], values: readonly number[], p: number): number {
  const next = steps.findIndex((step) => step >= p);
  if (next === 0) return values[0]!;
  if (next === -1) return values.at(-1)!;
  const along = (p - steps[next - 1]!) / (steps[next]! - steps[next - 1]!);
  return values[next - 1]! + along * (values[next]! - values[next - 1]!);
}
