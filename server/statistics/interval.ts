/** A confidence interval: where a repeated study would, at `level`, bracket the population's value. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Two-sided confidence level, such as 0.95. */
  readonly level: number;
  /** The method by name, as every payload, table and caption prints it. */
  readonly method: string;
}

export const DEFAULT_LEVEL = 0.95;
export const DAVIDSON = 'Davidson 2009, large sample';
export const BEACH_DAVIDSON = 'Beach & Davidson 1983, large sample';

export function bcaMethod(replicates: number): string {
  return `BCa bootstrap, ${replicates} replicates`;
}

/** Throws RangeError unless 0 < level < 1. */
export function assertLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`Not a confidence level: ${level}`);
}

/** The value if it lies between the two bounds, else the nearer bound. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
