import type { Cell } from './cell.ts';
import { withComplementary } from './complementary.ts';
import { leastContributors, mostPieces, noData, unsafeCell, unsafeTopShare } from './rules.ts';
import { SuppressionReason, type SuppressionType } from './suppression.type.ts';

/**
 * The one door from a measure to the world. Every answer is null, "may be given", or the reason why it may not;
 * whoever computes a measure asks here before giving it.
 */
export interface Door {
  /** A cell as a whole: its total and whatever is said of the distribution behind it. */
  cell(cell: Cell): SuppressionType | null;
  /** The cells of one table whose sum is published too; only those suppressed are in the answer. */
  table<Key extends string | number>(cells: ReadonlyMap<Key, Cell>): Map<Key, SuppressionType>;
  /** The share of the ⌈f·n⌉ largest. */
  topShare(cell: Cell, fraction: number): SuppressionType | null;
  /** Quantiles of a value that each contributor has. */
  quantiles(cell: Cell): SuppressionType | null;
  /** A value of one contributor. */
  individual(): SuppressionType | null;
  /** At which probabilities quantiles may be given; null for any. */
  readonly quantileSteps: readonly number[] | null;
  /** How many straight pieces a curve over n contributors may be drawn with. */
  curvePieces(contributors: number): number;
}

/** Open data are public already: everything goes through but what does not exist. */
export const openDoor: Door = {
  cell: noData,
  table: (cells) => judgeEach(cells, noData),
  topShare: noData,
  quantiles: noData,
  individual: () => null,
  quantileSteps: null,
  curvePieces: () => Infinity,
};

/** Protected data: a user's own ledger. */
export const guardedDoor: Door = {
  cell: judgeCell,
  table: (cells) => withComplementary(cells, judgeEach(cells, judgeCell)),
  topShare: (cell, fraction) => judgeCell(cell) ?? unsafeTopShare(cell.contributors, fraction),
  quantiles: judgeCell,
  individual: () => ({ reason: SuppressionReason.TOO_FEW_CONTRIBUTORS, threshold: leastContributors }),
  // Beyond these, and between them, a quantile of a small group is what one contributor has.
  quantileSteps: [0.1, 0.25, 0.5, 0.75, 0.9],
  curvePieces: mostPieces,
};

/** The door that a dataset's measures go through. */
export function doorOf(dataset: { readonly protected: boolean }): Door {
  return dataset.protected ? guardedDoor : openDoor;
}

function judgeCell(cell: Cell): SuppressionType | null {
  return noData(cell) ?? unsafeCell(cell);
}

function judgeEach<Key>(
  cells: ReadonlyMap<Key, Cell>,
  judge: (cell: Cell) => SuppressionType | null,
): Map<Key, SuppressionType> {
  const suppressed = new Map<Key, SuppressionType>();
  for (const [key, cell] of cells) {
    const reason = judge(cell);
    if (reason !== null) suppressed.set(key, reason);
  }
  return suppressed;
}
