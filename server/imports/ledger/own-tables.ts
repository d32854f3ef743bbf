import type pg from 'pg';

/** Tables of which each dataset has a partition of its own: a release of it is written and read apart from the others. */
export type PartitionedTable = 'earning' | 'expert_rollup' | 'project_rollup';

/** The name of a dataset's own partition. */
export function ownTable(of: PartitionedTable, datasetId: number): string {
  return `${of}_of_${datasetId}`;
}

/** Whether the dataset has its partitions: from its first release on. */
export async function hasOwnTables(client: pg.PoolClient, datasetId: number): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>('select to_regclass($1) is not null as known', [
    ownTable('earning', datasetId),
  ]);
  return rows[0]!.known;
}

/**
 * Makes a filled table the dataset's partition: its indexes are built now, each as a whole, which takes a third of the time
 * of row by row. Readers of the others go on meanwhile; "create … partition of" would shut them out.
 */
export async function attachOwnTable(
  client: pg.PoolClient,
  of: PartitionedTable,
  datasetId: number,
): Promise<void> {
  await client.query(
    `alter table ${of} attach partition ${ownTable(of, datasetId)} for values in (${datasetId})`,
  );
}
