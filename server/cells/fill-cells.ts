import type pg from 'pg';
import type { Database } from '../database/connect.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { buildCells } from './build-cells.ts';
import { cancelledBy } from './cancelled-by.ts';
import { dropCells } from './drop-cells.ts';
import { notePeople } from './people-of.ts';

/** The cells of a dataset's newest release, with all that this version of Tacit makes of its measures. */
const upToDate = `
  select from cell_build build where build.dataset_id = dataset.id and build.version = dataset.version
    and build.alterations = dataset.alterations
    and (not dataset.measures @> '{AMOUNT,HOURS}' or 'RATE' = any(build.measures))`;

/**
 * Makes the cells of every ledger whose newest release has none: of databases that are older than cells. Each in a transaction
 * of its own, under the lock that releases take, so that several servers do it once. Returns how many ledgers that were.
 */
export async function fillCells({ pool }: Pick<Database, 'pool'>, signal?: AbortSignal): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(`
    select id from dataset where version > 0 and measures <> '{}' and not exists (${upToDate}) order by id`);
  let filled = 0;
  for (const { id } of rows) {
    if (signal?.aborted) break;
    if (await fill(pool, id, signal)) filled += 1;
  }
  return filled;
}

/**
 * Notes what the contributors of ledgers are whose cells are older than that is noted, of the newest releases. Returns of how many.
 */
export async function fillPeople({ pool }: Pick<Database, 'pool'>): Promise<number> {
  const { rows } = await pool.query<{ datasetId: number; version: number }>(
    `select build.dataset_id as "datasetId", build.version from cell_build build
     join dataset on dataset.id = build.dataset_id and dataset.version = build.version
     where build.people is null order by build.dataset_id`,
  );
  for (const build of rows) await inTransaction(pool, (client) => notePeople(client, build));
  return rows.length;
}

function fill(pool: Database['pool'], datasetId: number, signal: AbortSignal | undefined): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const over = await cancelledBy(signal, pool, client);
    try {
      return await fillNewest(client, datasetId, signal);
    } finally {
      over();
    }
  });
}

async function fillNewest(
  client: pg.PoolClient,
  datasetId: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { rows } = await client.query<{ version: number }>(
    `select version from dataset where id = $1 and not exists (${upToDate}) for update`,
    [datasetId],
  );
  const [dataset] = rows;
  if (dataset === undefined) return false;
  const { version } = dataset;
  await dropCells(client, datasetId, version);
  await buildCells(client, { datasetId, version, touched: null, signal });
  return true;
}
