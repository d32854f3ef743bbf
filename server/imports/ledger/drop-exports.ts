import type pg from 'pg';

const failure = 'A person was erased from the ledger while it was written: ask for it again.';

/**
 * Drops what was exported of a ledger: a file that is whole can be had no more and its server removes it within seconds,
 * one that is being written fails. Those that wait their turn will not hold what is gone by then.
 */
export async function dropExports(client: pg.Pool | pg.PoolClient, datasetId: number): Promise<void> {
  await client.query(`delete from bulk_export where dataset_id = $1 and state = 'DONE'`, [datasetId]);
  await client.query(
    `update bulk_export set state = 'FAILED', failure = $2 where dataset_id = $1 and state = 'RUNNING'`,
    [datasetId, failure],
  );
}
