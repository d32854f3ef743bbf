import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Context } from '../../graphql/context.ts';
import type { EarningConditions } from './conditions.ts';
import { ledgerAt, type LedgerScope } from './ledger-scope.ts';
import type { LedgerAtRelease } from './matching.ts';

/** Reads rows of several datasets in one statement. */
export type ReadRows<Row extends { datasetId: number }> = (
  kysely: Kysely<Tables>,
  ledgers: readonly LedgerAtRelease[],
  conditions: EarningConditions,
) => Promise<Row[]>;

/**
 * The rows of one dataset, read together with those of all datasets that the operation asks the same of. The question
 * names what `read` asks beside the filter and the release; no rows where the filter names other datasets.
 */
export async function rowsTogether<Row extends { datasetId: number }>(
  { kysely, loaders, versions }: Context,
  { dataset, release, conditions, named }: LedgerScope,
  question: readonly unknown[],
  read: ReadRows<Row>,
): Promise<readonly Row[]> {
  if (!named) return [];
  const batch = loaders.batch<number, Row[]>(JSON.stringify([question, release, conditions]), async (ids) => {
    const ledgers = await Promise.all(ids.map((id) => ledgerAt(versions, id, release)));
    const rows = Map.groupBy(await read(kysely, ledgers, conditions), ({ datasetId }) => datasetId);
    return ids.map((id) => rows.get(id) ?? []);
  });
  return batch.load(dataset.rowId);
}
