import { unsafeCell } from './rules.ts';
import type { LedgerColumns } from './ledger-columns.ts';
import { rowSetOf, type RowSet } from './row-sets.ts';

/** A row of a table with what names it. */
export interface TableCell {
  readonly key: number;
  readonly rows: RowSet;
}

/**
 * Which further cells of a table must be kept back, because the total less the cells that are given would otherwise
 * tell what is kept back: together they must be a cell that could itself be given. The smallest one that is enough,
 * else the largest and then again; of equal ones the first by key, so that it is always the same.
 */
export function complementOf(
  all: LedgerColumns,
  safe: readonly TableCell[],
  unsafe: readonly TableCell[],
): Set<number> {
  const kept = new Set<number>();
  const hidden = [...unsafe];
  const bySize = [...safe].sort((a, b) => a.rows.cell.total - b.rows.cell.total || a.key - b.key);
  while (bySize.length > 0 && !isSafe(all, hidden)) {
    const enough = bySize.findIndex((cell) => isSafe(all, [...hidden, cell]));
    const [next] = bySize.splice(enough === -1 ? bySize.length - 1 : enough, 1);
    hidden.push(next!);
    kept.add(next!.key);
  }
  return kept;
}

function isSafe(all: LedgerColumns, cells: readonly TableCell[]): boolean {
  if (cells.every(({ rows }) => rows.entries.length === 0)) return true;
  // Cells of one table share no entry.
  const places = new Int32Array(cells.reduce((sum, { rows }) => sum + rows.entries.length, 0));
  let filled = 0;
  for (const { rows } of cells) {
    places.set(rows.entries, filled);
    filled += rows.entries.length;
  }
  return unsafeCell(rowSetOf(all, places.sort()).cell) === null;
}
