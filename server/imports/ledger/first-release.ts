import type pg from 'pg';
import { attachOwnTable, ownTable } from './own-tables.ts';
import { factColumns, stagedFactsSql } from './staged-facts.sql.ts';
import { expertRollupSql, projectRollupSql, rollupColumns } from './rollups.sql.ts';

interface FirstRelease {
  datasetId: number;
  releaseId: number;
  /** Whether two of the staged rows may be equal. */
  repeats: boolean;
}

/**
 * Writes the staged rows as a dataset's first facts, in one pass and by expert, into a partition that nobody sees yet.
 * Returns how many they are.
 */
export async function writeFirstFacts(
  client: pg.PoolClient,
  { datasetId, releaseId, repeats }: FirstRelease,
): Promise<number> {
  const table = ownTable('earning', datasetId);
  await client.query(`create table ${table} (like earning including defaults)`);
  const named = await client.query<{ sequence: string }>(
    `select pg_get_serial_sequence('earning', 'id')::regclass::oid as sequence`,
  );
  const { rowCount } = await client.query(
    `insert into ${table} (id, ${factColumns})
     select nextval(${named.rows[0]!.sequence}::regclass), fact.* from (
       with ${stagedFactsSql(repeats)}
       select expert_id, period, $1::int, project_id, sector_id, profession_id, quarter, amount_minor, currency, hours,
         units, improvement, $2::int, row_key, false
       from fact order by expert_id, period
     ) fact`,
    [datasetId, releaseId],
  );
  return rowCount ?? 0;
}

/** Indexes the first facts and puts them among the others. */
export async function indexFirstFacts(client: pg.PoolClient, datasetId: number): Promise<void> {
  await attachOwnTable(client, 'earning', datasetId);
  // Who sums them up now must know that they lie by expert.
  await client.query(`analyze ${ownTable('earning', datasetId)}`);
}

/** Sums the first facts up into partitions of the rollups. Written by "create table as", which alone is done in parallel. */
export async function writeFirstRollups(
  client: pg.PoolClient,
  { datasetId, version }: { datasetId: number; version: number },
): Promise<void> {
  const facts = ownTable('earning', datasetId);
  for (const [rollup, sql] of [
    ['expert_rollup', expertRollupSql],
    ['project_rollup', projectRollupSql],
  ] as const) {
    const table = ownTable(rollup, datasetId);
    await client.query(
      `create table ${table} (${rollupColumns(rollup)}) as ${sql(facts, `${datasetId}`, `${version}`)}`,
    );
    const { rows } = await client.query<{ column: string }>(
      `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and attnotnull`,
      [rollup],
    );
    const demanded = rows.map(({ column }) => `alter column ${column} set not null`).join(', ');
    await client.query(`alter table ${table} ${demanded}`);
    await attachOwnTable(client, rollup, datasetId);
  }
}
