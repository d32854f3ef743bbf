import { reject } from '../errors/tacit-error.ts';
import type { Cell } from './cell.ts';
import { contributorsFor, toldFractions } from './ladder.ts';
import { coarse, leastContributors, noData, unsafeCell, unsafeTopShare } from './rules.ts';
import { SuppressionReason, type Suppression } from './suppression-reason.ts';

/**
 * The one door from a measure to the world. Every answer is null, "may be given", or the reason why it may not;
 * whoever computes a measure asks here before giving it. Which cells may be given beside which others, the lattice says.
 */
export interface Door {
  /** True where cells must be asked of the lattice too. */
  readonly guarded: boolean;
  /** A cell as a whole: its total and whatever is said of the distribution behind it. */
  cell(cell: Cell): Suppression | null;
  /** The share of the ⌈f·n⌉ largest; DISCLOSURE_RISK for a fraction between those that are told. */
  topShare(cell: Cell, fraction: number): Suppression | null;
  /** Quantiles of a value that each contributor has. */
  quantiles(cell: Cell): Suppression | null;
  /** A value of one contributor. */
  individual(): Suppression | null;
  /** How many hold a share of everything: DISCLOSURE_RISK for a share between those that are told. */
  checkShare(share: number): void;
  /** How many contributors a cell is said to have. */
  count(contributors: number, suppression: Suppression | null): number;
  /** How many were left out of a cell, or something else that counts a few of the people. */
  others(count: number, suppression: Suppression | null): number;
  /** At which probabilities quantiles may be given; null for any. */
  readonly quantileSteps: readonly number[] | null;
  /** At which fractions of the contributors, counted from the top, a curve may have corners; null for any. */
  curveFractions(contributors: number): readonly number[] | null;
}

/** Open data are public already: everything goes through but what does not exist. */
export const openDoor: Door = {
  guarded: false,
  cell: noData,
  topShare: noData,
  quantiles: noData,
  individual: () => null,
  checkShare: () => undefined,
  count: (contributors) => contributors,
  others: (count) => count,
  quantileSteps: null,
  curveFractions: () => null,
};

/** Shares of everything for which protected data tell how many hold them. */
const toldShares = [0.5, 0.6, 0.7, 0.75, 0.8, 0.9];

/** Protected data: a user's own ledger. */
export const guardedDoor: Door = {
  guarded: true,
  cell: judgeCell,
  topShare: (cell, fraction) => judgeCell(cell) ?? judgeTopShare(cell.contributors, fraction),
  quantiles: judgeCell,
  individual: () => ({ reason: SuppressionReason.TOO_FEW_CONTRIBUTORS, threshold: leastContributors }),
  checkShare: (share) => {
    if (toldShares.includes(share)) return;
    refuse(`how many hold a share is told at ${toldShares.join(', ')}`);
  },
  count: (contributors, suppression) => (suppression === null ? contributors : 0),
  others: (count, suppression) => (suppression === null ? coarse(count) : 0),
  // Beyond these, and between them, a quantile of a small group is what one contributor has.
  quantileSteps: [0.1, 0.25, 0.5, 0.75, 0.9],
  curveFractions: toldFractions,
};

/** The door that a dataset's measures go through for this caller: an administrator sees all. */
export function doorOf(
  dataset: { readonly protected: boolean },
  access: { readonly mayAdminister?: boolean },
): Door {
  return dataset.protected && access.mayAdminister !== true ? guardedDoor : openDoor;
}

function judgeCell(cell: Cell): Suppression | null {
  return noData(cell) ?? unsafeCell(cell);
}

function judgeTopShare(contributors: number, fraction: number): Suppression | null {
  const threshold = contributorsFor(fraction, contributors);
  if (threshold === null) refuse('top shares are told at whole percents');
  const tooFew = unsafeTopShare(contributors, fraction);
  if (tooFew !== null || threshold <= contributors) return tooFew;
  return { reason: SuppressionReason.TOO_FEW_FOR_STATISTIC, threshold };
}

function refuse(told: string): never {
  reject(
    'DISCLOSURE_RISK',
    `On protected data ${told}: between two that lie close to each other is what one contributor has.`,
  );
}
