import type pg from 'pg';
import { buildCells, dropCells, dropDays } from '../../cells/index.ts';
import { commandLine, noteAct } from '../../database/audit-log.ts';
import { reject } from '../../errors/tacit-error.ts';
import { dropExports } from './drop-exports.ts';

export interface ErasureRequest {
  slug: string;
  /** The pseudonym of whom to erase. */
  expert: string;
  /** For the log, which everybody may read: nothing that names anybody. */
  reason?: string;
  /** Finds out what would go, and leaves everything as it is. */
  dryRun?: boolean;
  /** For the log of administration. */
  actor?: string;
}

export interface Erased {
  /** How many rows of the ledger are gone, reversing ones among them. */
  rows: number;
  /** The numbers of the releases that are no longer as they were published. */
  releases: number[];
}

/**
 * Erases one person from a ledger: every row, every rollup, every cell, the pseudonym. Totals of all releases that held the person
 * move; those releases are marked, and a log without personal data says when and how much. All of it happens, or nothing.
 * Files that were exported of the ledger go too.
 */
export async function eraseExpert(
  pool: pg.Pool,
  { slug, expert, reason = '', dryRun = false, actor = commandLine }: ErasureRequest,
): Promise<Erased> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { datasetId, ...erased } = await erase(client, slug, expert, reason);
    const { rows, releases } = erased;
    const detail = `${rows} rows of one contributor, in releases ${releases.join(', ')}`;
    await noteAct(client, { actor, act: 'ERASE', dataset: slug, detail });
    await dropExports(client, datasetId);
    await client.query(dryRun ? 'rollback' : 'commit');
    // Once more for those that were begun meanwhile, on what was there before.
    if (!dryRun) await dropExports(pool, datasetId);
    return erased;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function erase(
  client: pg.PoolClient,
  slug: string,
  expert: string,
  reason: string,
): Promise<Erased & { datasetId: number }> {
  // The lock that releases take, so that none is published half before and half after.
  const dataset = await one<{ id: number; version: number }>(
    client,
    'select id, version from dataset where slug = $1 for update',
    [slug],
  );
  if (dataset === undefined) reject('NOT_FOUND', `There is no dataset "${slug}".`);
  const found = await one<{ id: number }>(
    client,
    'select id from expert where dataset_id = $1 and pseudonym = $2 for update',
    [dataset.id, expert],
  );
  if (found === undefined) reject('NOT_FOUND', `The dataset "${slug}" has no expert with that pseudonym.`);
  const releases = await takeFromReleases(client, dataset.id, found.id);
  const { rowCount } = await client.query('delete from earning where dataset_id = $1 and expert_id = $2', [
    dataset.id,
    found.id,
  ]);
  for (const rollup of ['expert_rollup', 'project_rollup']) {
    await client.query(`delete from ${rollup} where dataset_id = $1 and expert_id = $2`, [
      dataset.id,
      found.id,
    ]);
  }
  await client.query('delete from expert where id = $1', [found.id]);
  await client.query('update dataset set alterations = alterations + 1 where id = $1', [dataset.id]);
  await client.query('insert into erasure (dataset_id, release, "rows", reason) values ($1, $2, $3, $4)', [
    dataset.id,
    dataset.version,
    rowCount ?? 0,
    reason,
  ]);
  // Those of former releases held the person too: these answer from the rollups from now on.
  await dropDays(client, dataset.id);
  await dropCells(client, dataset.id);
  await buildCells(client, { datasetId: dataset.id, version: dataset.version, touched: null });
  return { datasetId: dataset.id, rows: rowCount ?? 0, releases };
}

/**
 * Takes the person's rows off what the releases count, and marks every release from the first that held any, whatever was
 * corrected later. Returns their numbers.
 */
async function takeFromReleases(
  client: pg.PoolClient,
  datasetId: number,
  expertId: number,
): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    `with own as (
       select release_id, count(*) filter (where not reversal) as added, count(*) filter (where reversal) as reversed
       from earning where dataset_id = $1 and expert_id = $2 group by release_id
     ),
     running as (
       select release.id, coalesce(own.added, 0) as added, coalesce(own.reversed, 0) as reversed,
         sum(coalesce(own.added, 0) - coalesce(own.reversed, 0)) over (order by release.number) as standing,
         count(own.release_id) over (order by release.number) > 0 as held
       from release left join own on own.release_id = release.id where release.dataset_id = $1
     )
     update release set altered_at = now(), rows_added = rows_added - running.added,
       rows_reversed = rows_reversed - running.reversed,
       contributors = contributors - case when running.standing > 0 then 1 else 0 end
     from running where running.id = release.id and running.held returning release.number`,
    [datasetId, expertId],
  );
  return rows.map(({ number }) => number).sort((a, b) => a - b);
}

async function one<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<Row | undefined> {
  return (await client.query<Row>(text, [...values])).rows[0];
}
