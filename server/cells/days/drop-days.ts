import type pg from 'pg';

/** Forgets the days of a dataset; they are written again when there is time. */
export async function dropDays(client: pg.PoolClient, datasetId: number): Promise<void> {
  await client.query('delete from day_column where dataset_id = $1', [datasetId]);
  await client.query('delete from day_build where dataset_id = $1', [datasetId]);
}
