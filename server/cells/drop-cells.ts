import type pg from 'pg';

/**
 * Forgets the cells of a dataset, or those that were made for one version: what is asked of it is then answered from the
 * rollups.
 */
export async function dropCells(
  client: pg.PoolClient,
  datasetId: number,
  version: number | null = null,
): Promise<void> {
  const own = 'dataset_id = $1 and ($2::int is null or version = $2)';
  const values = [datasetId, version];
  await client.query(`delete from cell_ranking using cell where cell.id = cell_id and ${own}`, values);
  await client.query(`delete from cell where ${own}`, values);
  await client.query(`delete from rate_cell where ${own}`, values);
  await client.query(`delete from cell_build where ${own}`, values);
}
