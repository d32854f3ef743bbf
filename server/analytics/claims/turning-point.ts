import type { Bilingual } from './claim-findings.ts';
import { leastTests, verdictOfTests, type Verdict } from './verdict.ts';

/** Data that would turn the verdict on a claim, and what it would then be. */
export interface TurningPoint {
  condition: Bilingual;
  becomes: Verdict;
}

/** More tests than this nobody will make. */
const mostTests = 1000;

/** How many more tests of one outcome turn the verdict into another, or into that one; null where none would. */
export function testsToTurn(
  verdicts: readonly Verdict[],
  added: Verdict,
  into?: Verdict,
): { count: number; becomes: Verdict } | null {
  const now = verdictOfTests(verdicts);
  const grown = [...verdicts];
  for (let count = 1; count <= mostTests; count++) {
    grown.push(added);
    const becomes = verdictOfTests(grown);
    if (becomes !== now && (into === undefined || becomes === into)) return { count, becomes };
  }
  return null;
}

/** How many of these tests must fall away, all of one outcome, before too few are left for a verdict of one side. */
export function testsToLose(verdicts: readonly Verdict[]): number {
  return Math.max(0, verdicts.length - leastTests + 1);
}
