import type pg from 'pg';
import { buildCells, type Touched } from '../../cells/index.ts';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { indexFirstFacts, writeFirstFacts, writeFirstRollups } from './first-release.ts';
import { findChanges, findTouched, writeNextFacts, writeNextRollups } from './next-release.ts';
import { numberRepeats } from './number-repeats.ts';
import { Phases } from './phases.ts';
import { hasOwnTables, ownTable } from './own-tables.ts';

export interface PublishedRelease {
  number: number;
  rowsAdded: number;
  rowsReversed: number;
  contributors: number;
}

export interface PublishOptions {
  datasetId: number;
  checksum: string;
  /** How the file was read. */
  reading?: string;
  note?: string;
  /** REPLACE: the file is the whole ledger, rows that it no longer holds are reversed. APPEND: only what is new. */
  mode: 'REPLACE' | 'APPEND';
  /** Whether two of the staged rows may be equal. */
  repeats: boolean;
  /** Where the time goes. */
  phases?: Phases;
}

/**
 * Turns the staged rows into the dataset's next release: facts, rollup deltas, cells and the release's own row, then
 * the dataset's version. Nothing is updated or deleted: a row that is gone is reversed. Returns null, and leaves
 * everything as it is, when the staged rows change nothing.
 */
export async function publishRelease(
  client: pg.PoolClient,
  options: PublishOptions,
): Promise<PublishedRelease | null> {
  const { datasetId, repeats, phases = new Phases() } = options;
  const version = 1 + (await lockDataset(client, datasetId));
  // Names are few and rows are many: without statistics, which new names lack, other joins look cheaper than they are.
  await client.query('set local enable_nestloop = off; set local enable_mergejoin = off');
  if (repeats) await phases.time('COMPARING', () => numberRepeats(client));
  const published = (await hasOwnTables(client, datasetId))
    ? await publishNext(client, { ...options, phases }, version)
    : await publishFirst(client, { ...options, phases }, version);
  await client.query('set local enable_nestloop = on; set local enable_mergejoin = on');
  if (published === null) return null;
  const contributors = await phases.time('ROLLUPS', () =>
    countContributors(client, published.releaseId, datasetId),
  );
  const { touched } = published;
  await phases.time('CELLS', () => buildCells(client, { datasetId, version, touched }));
  await client.query('update dataset set version = $2 where id = $1', [datasetId, version]);
  return { number: version, rowsAdded: published.added, rowsReversed: published.reversed, contributors };
}

type TimedOptions = PublishOptions & { phases: Phases };

interface Published {
  releaseId: number;
  added: number;
  reversed: number;
  /** The parts that changed; null where all are new. */
  touched: Touched | null;
}

async function publishFirst(
  client: pg.PoolClient,
  options: TimedOptions,
  version: number,
): Promise<Published> {
  const { datasetId, repeats, phases } = options;
  const releaseId = await insertRelease(client, options, version);
  const added = await phases.time('FACTS', async () => {
    const count = await writeFirstFacts(client, { datasetId, releaseId, repeats });
    await demandExactSums(client, ownTable('earning', datasetId));
    return count;
  });
  await phases.time('INDEXES', () => indexFirstFacts(client, datasetId));
  await client.query('update release set rows_added = $2 where id = $1', [releaseId, added]);
  await phases.time('ROLLUPS', () => writeFirstRollups(client, { datasetId, version }));
  return { releaseId, added, reversed: 0, touched: null };
}

async function publishNext(
  client: pg.PoolClient,
  options: TimedOptions,
  version: number,
): Promise<Published | null> {
  const { datasetId, phases } = options;
  // Somebody reads the ledger already: helpers of the database's process would take the other processors from them as well.
  await client.query('set local max_parallel_workers_per_gather = 0');
  const { added, reversed } = await phases.time('COMPARING', () => findChanges(client, options));
  if (added + reversed === 0) return null;
  await demandExactSums(client, 'released');
  const releaseId = await insertRelease(client, options, version, { added, reversed });
  await phases.time('FACTS', () => writeNextFacts(client, { datasetId, releaseId }));
  await phases.time('ROLLUPS', () => writeNextRollups(client, { datasetId, version }));
  return { releaseId, added, reversed, touched: await findTouched(client) };
}

async function insertRelease(
  client: pg.PoolClient,
  { datasetId, checksum, reading, note = '' }: PublishOptions,
  version: number,
  { added, reversed } = { added: 0, reversed: 0 },
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into release (dataset_id, number, checksum, note, rows_added, rows_reversed, contributors,
       reading)
     values ($1, $2, $3, $4, $5, $6, 0, $7) returning id`,
    [datasetId, version, checksum, note, added, reversed, reading],
  );
  return rows[0]!.id;
}

async function demandExactSums(client: pg.PoolClient, facts: string): Promise<void> {
  const { rows } = await client.query<{ money: number }>(
    `select coalesce(sum(abs(amount_minor)), 0)::float8 as money from ${facts}`,
  );
  if (rows[0]!.money <= Number.MAX_SAFE_INTEGER) return;
  reject(
    'BAD_USER_INPUT',
    said`The amounts add up to more than can be told to the last digit. Nothing was loaded.`,
  );
}

async function lockDataset(client: pg.PoolClient, datasetId: number): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    'select version from dataset where id = $1 for update',
    [datasetId],
  );
  return rows[0]!.version;
}

async function countContributors(
  client: pg.PoolClient,
  releaseId: number,
  datasetId: number,
): Promise<number> {
  const { rows } = await client.query<{ contributors: number }>(
    `update release set contributors = (
       select count(*) from (
         select expert_id from expert_rollup where dataset_id = $2 group by expert_id having sum(entries) > 0
       ) contributing
     ) where id = $1 returning contributors`,
    [releaseId, datasetId],
  );
  return rows[0]!.contributors;
}
