import type pg from 'pg';

/** Any number that no one else locks: two imports that need the same new quarter make it one after the other. */
const partitionLock = 7_402_121;

const columns = `expert_id, period, dataset_id, project_id, sector_id, profession_id, quarter, amount_minor, currency, hours,
  units, improvement, release_id, row_key, reversal`;

/**
 * Writes the released rows as facts. Rows of quarters that have a partition go through its indexes; a quarter that is
 * new is filled first and indexed as a whole when it is attached, which takes a third of the time.
 */
export async function insertFacts(
  client: pg.PoolClient,
  datasetId: number,
  releaseId: number,
): Promise<void> {
  const { rows } = await client.query<{ quarter: number }>(
    `select distinct quarter from released where quarter > 0 order by quarter`,
  );
  const fresh = await freshQuarters(
    client,
    rows.map(({ quarter }) => quarter),
  );
  const insert = (table: string, id: string, value: string, where: string): Promise<unknown> =>
    client.query(
      `insert into ${table} (${id} ${columns})
       select ${value} expert_id, period, $1, project_id, sector_id, profession_id, quarter, amount_minor, currency, hours,
         units, improvement, $2, row_key, reversal
       from released where ${where} order by expert_id, period`,
      [datasetId, releaseId],
    );
  if (fresh.length === 0) {
    await insert('earning', '', '', 'true');
    return;
  }
  // Made apart and then attached: attaching lets readers of the fact table go on, "partition of" would not.
  await client.query(
    'create table earning_fresh (like earning including defaults) partition by range (period)',
  );
  for (const quarter of fresh) {
    const name = partitionName(quarter);
    await client.query(`create table ${name} (like earning including defaults including constraints)`);
    await client.query(`alter table earning_fresh attach partition ${name} for values ${bounds(quarter)}`);
  }
  const named = await client.query<{ sequence: string }>(
    `select pg_get_serial_sequence('earning', 'id')::regclass::oid as sequence`,
  );
  const sequence = `nextval(${named.rows[0]!.sequence}::regclass),`;
  const list = fresh.join(', ');
  await insert('earning_fresh', 'id,', sequence, `quarter in (${list})`);
  await insert('earning', '', '', `quarter not in (${list})`);
  for (const quarter of fresh) {
    const name = partitionName(quarter);
    await client.query(`alter table earning_fresh detach partition ${name}`);
    await client.query(`alter table earning attach partition ${name} for values ${bounds(quarter)}`);
  }
  await client.query('drop table earning_fresh');
}

/** The quarters without a partition, which until the end of the transaction nobody else makes. */
async function freshQuarters(client: pg.PoolClient, quarters: readonly number[]): Promise<number[]> {
  if ((await missing(client, quarters)).length === 0) return [];
  await client.query('select pg_advisory_xact_lock($1)', [partitionLock]);
  return missing(client, quarters);
}

async function missing(client: pg.PoolClient, quarters: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ name: string }>(
    `select child.relname as name from pg_inherits join pg_class child on child.oid = inhrelid
     where inhparent = 'earning'::regclass`,
  );
  const known = new Set(rows.map(({ name }) => name));
  return quarters.filter((quarter) => !known.has(partitionName(quarter)));
}

function partitionName(quarter: number): string {
  return `earning_${Math.floor(quarter / 4)}q${(quarter % 4) + 1}`;
}

function bounds(quarter: number): string {
  return `from ('${firstDay(quarter)}') to ('${firstDay(quarter + 1)}')`;
}

function firstDay(quarter: number): string {
  const month = (quarter % 4) * 3 + 1;
  return `${String(Math.floor(quarter / 4)).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
