import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Context } from '../graphql/context.ts';
import type { Tally } from '../graphql/paging/index.ts';
import type { DatasetVersion } from '../graphql/versions.ts';

type Table = 'expert' | 'project';

/** Counts of one database, by table and state of the dataset. */
type Counts = LRUCache<string, number>;

const counts = new WeakMap<object, Counts>();

/**
 * How many rows of a table each dataset has. Neither releases nor rollups tell (somebody whose rows were all reversed is
 * still listed), so they are counted, once for each state of the dataset: whatever adds or takes a row writes the
 * dataset's in the same transaction.
 */
export async function countOfDatasets(
  { kysely, pool }: Pick<Context, 'kysely' | 'pool'>,
  table: Table,
  datasets: readonly DatasetVersion[],
): Promise<Tally> {
  let known = counts.get(pool);
  if (known === undefined) counts.set(pool, (known = new LRUCache({ max: 10_000 })));
  const kept = known;
  const found = new Map<number, number>();
  const missing: number[] = [];
  for (const dataset of datasets) {
    const rows = kept.get(keyOf(table, dataset));
    if (rows === undefined) missing.push(dataset.id);
    else found.set(dataset.id, rows);
  }
  if (missing.length === 0) return found;
  const { rows: counted } = await sql<{ id: number; state: string; rows: number }>`
    select dataset.id, dataset.xmin::text as state, coalesce(counted.rows, 0) as rows from dataset
    left join (
      select dataset_id, count(*) as rows from ${sql.table(table)} where dataset_id = any(${missing}::int[])
      group by dataset_id
    ) counted on counted.dataset_id = dataset.id
    where dataset.id = any(${missing}::int[])`.execute(kysely);
  for (const { id, state, rows } of counted) {
    found.set(id, rows);
    // Of the moment of counting, which may be later than that of which the versions tell.
    kept.set(keyOf(table, { id, state }), rows);
  }
  return found;
}

function keyOf(table: Table, { id, state }: Pick<DatasetVersion, 'id' | 'state'>): string {
  return `${table} ${id} ${state}`;
}
