import type pg from 'pg';
import type { Touched } from '../../cells/index.ts';
import { expertRollupSql, projectRollupSql, rollupColumns } from './rollups.sql.ts';
import { factColumns, stagedFactsSql } from './staged-facts.sql.ts';

export interface Changes {
  added: number;
  reversed: number;
}

interface NextRelease {
  datasetId: number;
  mode: 'REPLACE' | 'APPEND';
  repeats: boolean;
}

/** Compares the staged rows with what the dataset holds: what is new and, if they replace it, what is gone (`released`). */
export async function findChanges(
  client: pg.PoolClient,
  { datasetId, mode, repeats }: NextRelease,
): Promise<Changes> {
  await client.query('drop table if exists arrived, held, released');
  await client.query(
    `create temporary table arrived on commit drop as with ${stagedFactsSql(repeats)} select * from fact`,
    [datasetId],
  );
  await client.query('analyze arrived');
  await holdRows(client, datasetId, mode);
  const reversals = `
    union all
    select expert_id, period, project_id, sector_id, profession_id, quarter, -amount_minor, currency, -hours, -units,
      -improvement, row_key, true
    from held where not exists (select from arrived where arrived.row_key = held.row_key)`;
  await client.query(
    `create temporary table released on commit drop as
     select arrived.*, false as reversal from arrived
     where not exists (select from held where held.row_key = arrived.row_key)
     ${mode === 'REPLACE' ? reversals : ''}`,
  );
  await client.query('analyze released');
  const { rows } = await client.query<Changes>(
    `select count(*) filter (where not reversal)::int as added, count(*) filter (where reversal)::int as reversed
     from released`,
  );
  return rows[0]!;
}

/**
 * The rows that the dataset holds now, reversed ones taken off, in a table of their own with statistics: guessed at, as
 * part of one statement, they are compared with the staged ones pair by pair. By windows, for the same reason. What is added to a
 * ledger is compared with those of its rows alone that say the same, and with none of another day: sorting twenty million of them
 * for one took minutes, and looking all of them through seconds.
 */
async function holdRows(client: pg.PoolClient, datasetId: number, mode: NextRelease['mode']): Promise<void> {
  const own = mode === 'APPEND' ? await ofTheSameDays(client) : { sql: '', values: [] };
  await client.query(
    `create temporary table held on commit drop as
     select * from (
       select *, sum(case when reversal then -1 else 1 end) over (partition by row_key) as balance,
         row_number() over (partition by row_key order by reversal, id desc) as newest
       from earning where dataset_id = $1 ${own.sql}
     ) counted where balance > 0 and newest = 1`,
    [datasetId, ...own.values],
  );
  await client.query('analyze held');
}

async function ofTheSameDays(client: pg.PoolClient): Promise<{ sql: string; values: unknown[] }> {
  const { rows } = await client.query<{ first: string; last: string }>(
    'select min(period)::text as first, max(period)::text as last from arrived',
  );
  return {
    sql: 'and period between $2 and $3 and row_key in (select row_key from arrived)',
    values: [rows[0]!.first, rows[0]!.last],
  };
}

/** Writes the changes as facts, through the indexes of the dataset's partition. */
export async function writeNextFacts(
  client: pg.PoolClient,
  { datasetId, releaseId }: { datasetId: number; releaseId: number },
): Promise<void> {
  await client.query(
    `insert into earning (${factColumns})
     select expert_id, period, $1, project_id, sector_id, profession_id, quarter, amount_minor, currency, hours, units,
       improvement, $2, row_key, reversal
     from released order by expert_id, period`,
    [datasetId, releaseId],
  );
}

/** Writes what the changes come to as the version's rows of both rollups. */
export async function writeNextRollups(
  client: pg.PoolClient,
  { datasetId, version }: { datasetId: number; version: number },
): Promise<void> {
  for (const [rollup, sql] of [
    ['expert_rollup', expertRollupSql],
    ['project_rollup', projectRollupSql],
  ] as const) {
    await client.query(`insert into ${rollup} (${rollupColumns(rollup)}) ${sql('released', '$1', '$2')}`, [
      datasetId,
      version,
    ]);
  }
}

/** The parts of the ledger that the changes are in. */
export async function findTouched(client: pg.PoolClient): Promise<Touched> {
  const { rows } = await client.query<Record<'sectors' | 'professions' | 'projects' | 'quarters', number[]>>(
    `select array_agg(distinct sector_id) as sectors, array_agg(distinct profession_id) as professions,
       array_agg(distinct project_id)::float8[] as projects, array_agg(distinct quarter) as quarters
     from released`,
  );
  const { sectors, professions, projects, quarters } = rows[0]!;
  return new Map([
    ['SECTOR', sectors],
    ['PROFESSION', professions],
    ['PROJECT', projects],
    ['QUARTER', quarters],
    ['YEAR', [...new Set(quarters.map((quarter) => Math.floor(quarter / 4)))]],
  ]);
}
