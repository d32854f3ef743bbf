import type pg from 'pg';
import { reject } from '../../errors/tacit-error.ts';
import { insertFacts } from './quarter-partitions.ts';

export interface PublishedRelease {
  number: number;
  rowsAdded: number;
  rowsReversed: number;
  contributors: number;
}

export interface PublishOptions {
  datasetId: number;
  checksum: string;
  note?: string;
  /** REPLACE: the file is the whole ledger, rows that it no longer holds are reversed. APPEND: only what is new. */
  mode: 'REPLACE' | 'APPEND';
  /** Whether two of the staged rows may be equal. */
  repeats: boolean;
}

/**
 * Turns the staged rows into the dataset's next release: facts, rollup deltas and the release's own row, then
 * the dataset's version. Nothing is updated or deleted: a row that is gone is reversed. Returns null, and leaves
 * everything as it is, when the staged rows change nothing.
 */
export async function publishRelease(
  client: pg.PoolClient,
  { datasetId, checksum, note = '', mode, repeats }: PublishOptions,
): Promise<PublishedRelease | null> {
  const version = await lockDataset(client, datasetId);
  if (version > 0) await holdRows(client, datasetId);
  await client.query(changesSql({ mode, repeats, first: version === 0 }), [datasetId]);
  const { rows } = await client.query<{ added: number; reversed: number; money: number }>(
    `select count(*) filter (where not reversal)::int as added, count(*) filter (where reversal)::int as reversed,
       coalesce(sum(abs(amount_minor)), 0)::float8 as money
     from released`,
  );
  const { added, reversed, money } = rows[0]!;
  if (money > Number.MAX_SAFE_INTEGER) {
    reject(
      'BAD_USER_INPUT',
      'The amounts add up to more than can be told to the last digit. Nothing was loaded.',
    );
  }
  if (added + reversed === 0) return null;

  const number = version + 1;
  const release = await client.query<{ id: number }>(
    `insert into release (dataset_id, number, checksum, note, rows_added, rows_reversed, contributors)
     values ($1, $2, $3, $4, $5, $6, 0) returning id`,
    [datasetId, number, checksum, note, added, reversed],
  );
  const releaseId = release.rows[0]!.id;
  await insertFacts(client, datasetId, releaseId);
  await client.query(insertExpertRollup, [datasetId, number]);
  await client.query(insertProjectRollup, [datasetId, number]);
  const contributors = await countContributors(client, releaseId, datasetId);
  await client.query('update dataset set version = $2 where id = $1', [datasetId, number]);
  return { number, rowsAdded: added, rowsReversed: reversed, contributors };
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

/**
 * What this release adds and reverses, as facts to be. A row is known by its content and by which of several
 * equal ones it is, so that a file read twice counts once and two equal rows of one file count twice.
 */
function changesSql({
  mode,
  repeats,
  first,
}: Pick<PublishOptions, 'mode' | 'repeats'> & { first: boolean }): string {
  const added = `
    select expert.id as expert_id, keyed.period, coalesce(project.id, 0) as project_id,
      coalesce(staged_sector.id, 0) as sector_id, coalesce(profession.id, 0) as profession_id, keyed.quarter,
      keyed.amount_minor, keyed.currency, keyed.hours, keyed.units, keyed.improvement, keyed.row_key,
      false as reversal
    from keyed
    join expert on expert.dataset_id = $1 and expert.pseudonym = keyed.expert
    left join project on project.dataset_id = $1 and project.key = keyed.project
    left join staged_sector on staged_sector.name = keyed.sector
    left join profession on profession.soc_code = keyed.profession`;
  if (first) {
    return `
    create temporary table released on commit drop as
    with ${keyedSql(repeats)}
    ${added}`;
  }
  const reversals = `
    union all
    select held.expert_id, held.period, held.project_id, held.sector_id, held.profession_id,
      held.quarter, -held.amount_minor, held.currency, -held.hours, -held.units,
      -held.improvement, held.row_key, true
    from held
    where not exists (select from keyed where keyed.row_key = held.row_key)`;
  return `
    create temporary table released on commit drop as
    with ${keyedSql(repeats)}
    ${added}
    where not exists (select from held where held.row_key = keyed.row_key)
    ${mode === 'REPLACE' ? reversals : ''}`;
}

/**
 * The rows that the dataset holds now, reversed ones taken off, in a table of their own with statistics: guessed at, as
 * part of one statement, they are compared with the staged ones pair by pair. By windows, for the same reason.
 */
async function holdRows(client: pg.PoolClient, datasetId: number): Promise<void> {
  await client.query('drop table if exists held');
  await client.query(
    `create temporary table held on commit drop as
     select * from (
       select *, sum(case when reversal then -1 else 1 end) over (partition by row_key) as balance,
         row_number() over (partition by row_key order by reversal, id desc) as newest
       from earning where dataset_id = $1
     ) counted where balance > 0 and newest = 1`,
    [datasetId],
  );
  await client.query('analyze held');
}

/** Numbers equal rows; only those whose content came before can have equals, so only they are sorted. */
function keyedSql(repeats: boolean): string {
  if (!repeats) return `keyed as (select *, content || '.1' as row_key from staged)`;
  return `repeated as materialized (select distinct content from staged where again),
    numbered as materialized (
      select line, row_number() over (partition by content order by line) as occurrence
      from staged join repeated using (content)
    ),
    keyed as (
      select staged.*, content || '.' || coalesce(occurrence, 1) as row_key from staged left join numbered using (line)
    )`;
}

const sums = `
  sum(case when reversal then -1 else 1 end), sum(amount_minor), sum(hours), sum(units), sum(improvement)`;

const insertExpertRollup = `
  insert into expert_rollup (dataset_id, expert_id, quarter, sector_id, profession_id, currency, version,
    entries, amount_minor, hours, units, improvement)
  select $1, expert_id, quarter, sector_id, profession_id, coalesce(currency, ''), $2, ${sums}
  from released
  group by expert_id, quarter, sector_id, profession_id, coalesce(currency, '')
  order by expert_id`;

const insertProjectRollup = `
  insert into project_rollup (dataset_id, project_id, expert_id, currency, version,
    entries, amount_minor, hours, units, improvement)
  select $1, project_id, expert_id, coalesce(currency, ''), $2, ${sums}
  from released
  group by project_id, expert_id, coalesce(currency, '')
  order by project_id, expert_id`;
