import type pg from 'pg';

/** Makes the fact table's partitions for the quarters of the staged rows that have none yet. */
export async function openQuarterPartitions(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ quarter: number }>(
    `select distinct quarter from staged where quarter > 0 order by quarter`,
  );
  for (const { quarter } of rows) {
    const name = partitionName(quarter);
    const { rowCount } = await client.query('select from pg_class where relname = $1', [name]);
    if (rowCount) continue;
    // Made apart and then attached: attaching lets readers of the fact table go on, "partition of" would not.
    await client.query(`create table ${name} (like earning including defaults including constraints)`);
    await client.query(
      `alter table earning attach partition ${name}
       for values from ('${firstDay(quarter)}') to ('${firstDay(quarter + 1)}')`,
    );
  }
}

function partitionName(quarter: number): string {
  return `earning_${Math.floor(quarter / 4)}q${(quarter % 4) + 1}`;
}

function firstDay(quarter: number): string {
  const month = (quarter % 4) * 3 + 1;
  return `${String(Math.floor(quarter / 4)).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
