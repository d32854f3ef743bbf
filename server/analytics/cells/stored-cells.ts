import { findCells, type AskedParts, type SeenLedger, type StoredCell } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { oneCurrency } from '../earning-filter/currency.ts';
import { noteCache } from '../../signals/caches.ts';
import type { Dimension } from '../earning-filter/dimension.ts';
import type { LedgerScope } from '../earning-filter/ledger-scope.ts';
import { keptCells } from './kept-cells.ts';
import { standardParts } from './standard-question.ts';

/** A stored cell, in the currency that was asked for; null of other measures and where there is no money. */
export interface FoundCell {
  readonly cell: StoredCell;
  readonly currency: string | null;
}

/** The cell that answers a question about one part of a ledger, or its whole; null where it must be answered live. */
export async function cellOf(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
): Promise<FoundCell | null> {
  const cells = await cellsOf(context, scope, measure, null);
  return cells === null ? null : ([...cells.values()][0] ?? null);
}

/**
 * The cells that answer a question, by the key of their part; null where it must be answered live: for want of such cells, or
 * because it is no standard question. What several datasets of one operation are asked alike is read at once.
 */
export async function cellsOf(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
  dimension: Dimension | null,
): Promise<ReadonlyMap<number, FoundCell> | null> {
  const { conditions, ledger, named } = scope;
  const parts = standardParts(conditions, measure, dimension);
  if (!named || parts === null || ledger.version === 0) return null;
  const cells = await readTogether(context, scope, measure, parts);
  return cells === null ? null : chosenCells(cells, scope, measure);
}

/** The cells of a ledger as a whole, in every currency; null where none are stored. */
export function wholeCells(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
): Promise<readonly StoredCell[] | null> {
  return readTogether(context, scope, measure, { dimension: 'ALL', one: 0 });
}

/** Of cells in several currencies those in the one that was asked for, by the key of their part. */
export function chosenCells(
  cells: readonly StoredCell[],
  { conditions, dataset }: LedgerScope,
  measure: Measure,
): ReadonlyMap<number, FoundCell> {
  if (measure !== Measure.AMOUNT) {
    return new Map(cells.map((cell) => [cell.key, { cell, currency: null }]));
  }
  const currency = oneCurrency(cells, conditions.currency, dataset.slug);
  const groups = Map.groupBy(cells, ({ key }) => key);
  return new Map([...groups].map(([key, own]) => [key, { cell: inCurrency(own, currency), currency }]));
}

function inCurrency(cells: readonly StoredCell[], currency: string | null): StoredCell {
  return cells.find((cell) => cell.currency === currency) ?? cells.find((cell) => cell.currency === '')!;
}

async function readTogether(
  context: Context,
  { dataset, release }: LedgerScope,
  measure: Measure,
  parts: AskedParts,
): Promise<readonly StoredCell[] | null> {
  const { kysely, loaders, versions } = context;
  const kept = keptCells(context);
  const known = await versions.all();
  const keyOf = (id: number): string => {
    const { version, alterations } = known.get(id)!;
    return JSON.stringify([id, release ?? version, alterations, measure, parts]);
  };
  const own = kept.get(keyOf(dataset.rowId));
  noteCache('cells', own !== undefined);
  if (own !== undefined) return own;
  const batch = loaders.batch<number, StoredCell[] | null>(
    `cells ${JSON.stringify([measure, parts, release])}`,
    async (ids) => {
      const ledgers = ids.map((id): SeenLedger => {
        const { version, alterations } = known.get(id)!;
        return { datasetId: id, version: release ?? version, alterations };
      });
      const found = await findCells(kysely, ledgers, measure, parts);
      for (const [id, cells] of found) kept.set(keyOf(id), cells);
      return ids.map((id) => found.get(id) ?? null);
    },
  );
  return batch.load(dataset.rowId);
}
