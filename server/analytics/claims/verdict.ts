import type { Interval } from '../../statistics/index.ts';

/** What a test says of a claim, and what all its tests together say. */
export enum Verdict {
  SUPPORTED = 'SUPPORTED',
  CONTRADICTED = 'CONTRADICTED',
  INCONCLUSIVE = 'INCONCLUSIVE',
  MIXED = 'MIXED',
  UNTESTABLE = 'UNTESTABLE',
}

/** A claim needs so many tests to have a verdict of one side … */
export const leastTests = 3;
/** … and this share of them, of those that decide nothing too, must be on that side. */
const leastAgreement = 0.8;

/** Is the interval wholly above the threshold, as the claim says, or wholly below? Without an interval, neither. */
export function verdictOfInterval(
  interval: Pick<Interval, 'low' | 'high'> | null,
  threshold: number,
): Verdict {
  if (interval !== null && interval.low > threshold) return Verdict.SUPPORTED;
  if (interval !== null && interval.high < threshold) return Verdict.CONTRADICTED;
  return Verdict.INCONCLUSIVE;
}

/** The verdict on a claim by its deciding tests: one side where at least three tests are and 80 % agree, else MIXED. */
export function verdictOfTests(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return Verdict.UNTESTABLE;
  if (verdicts.length < leastTests) return Verdict.MIXED;
  for (const side of [Verdict.SUPPORTED, Verdict.CONTRADICTED]) {
    const agreeing = verdicts.filter((verdict) => verdict === side).length;
    if (agreeing / verdicts.length >= leastAgreement) return side;
  }
  return Verdict.MIXED;
}
