import type { Cell } from './cell.ts';
import { SuppressionReason, type Suppression } from './suppression-reason.ts';

/** Fewest contributors of a cell of protected data; quantiles need as many. */
export const leastContributors = 10;
/** The most of a cell's total that one contributor, or the top two together, may have. */
const mostOfOne = 0.5;
const mostOfTwo = 0.8;
/** How many contributors must stand behind each end of a share. */
const leastBehindShare = 3;

/** Nothing matched: a reason on open and protected data alike. */
export function noData({ contributors }: Pick<Cell, 'contributors'>): Suppression | null {
  return contributors === 0 ? { reason: SuppressionReason.NO_DATA, threshold: null } : null;
}

/** The two rules for every cell of protected data: enough contributors, and none that dominates. */
export function unsafeCell({ contributors, total, largest, second }: Cell): Suppression | null {
  if (contributors < leastContributors) {
    return { reason: SuppressionReason.TOO_FEW_CONTRIBUTORS, threshold: leastContributors };
  }
  if (largest > mostOfOne * total || largest + second > mostOfTwo * total) {
    return { reason: SuppressionReason.DOMINANCE, threshold: null };
  }
  return null;
}

/** A top share at fraction f needs ⌈1/f⌉ · 3 contributors. */
export function unsafeTopShare(contributors: number, fraction: number): Suppression | null {
  const threshold = Math.ceil(1 / fraction - 1e-9) * leastBehindShare;
  return contributors < threshold ? { reason: SuppressionReason.TOO_FEW_FOR_STATISTIC, threshold } : null;
}

/** A count that is not a cell's own, rounded down so that it tells of no single person. */
export function coarse(count: number): number {
  return count - (count % leastContributors);
}
