import type pg from 'pg';
import { openQuarterPartitions } from './quarter-partitions.ts';

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
}

/**
 * Turns the staged rows into the dataset's next release: facts, rollup deltas and the release's own row, then
 * the dataset's version. Nothing is updated or deleted: a row that is gone is reversed. Returns null, and leaves
 * everything as it is, when the staged rows change nothing.
 */
export async function publishRelease(
  client: pg.PoolClient,
  { datasetId, checksum, note = '', mode }: PublishOptions,
): Promise<PublishedRelease | null> {
  const version = await lockDataset(client, datasetId);
  await client.query(changesSql(mode), [datasetId]);
  const { rows } = await client.query<{ added: number; reversed: number }>(
    `select count(*) filter (where not reversal)::int as added, count(*) filter (where reversal)::int as reversed
     from released`,
  );
  const { added, reversed } = rows[0]!;
  if (added + reversed === 0) return null;

  const number = version + 1;
  const release = await client.query<{ id: number }>(
    `insert into release (dataset_id, number, checksum, note, rows_added, rows_reversed, contributors)
     values ($1, $2, $3, $4, $5, $6, 0) returning id`,
    [datasetId, number, checksum, note, added, reversed],
  );
  const releaseId = release.rows[0]!.id;
  await openQuarterPartitions(client);
  await client.query(insertFacts, [datasetId, releaseId]);
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
function changesSql(mode: PublishOptions['mode']): string {
  const reversals = `
    union all
    select current.expert_id, current.period, current.project_id, current.sector_id, current.profession_id,
      current.quarter, -current.amount_minor, current.currency, -current.hours, -current.units,
      -current.improvement, current.row_key, true
    from current
    where not exists (select from keyed where keyed.row_key = current.row_key)`;
  return `
    create temporary table released on commit drop as
    with keyed as materialized (
      select *, content || '.' || row_number() over (partition by content order by line) as row_key from staged
    ),
    balance as (
      select row_key, max(id) filter (where not reversal) as id from earning where dataset_id = $1
      group by row_key having count(*) filter (where not reversal) > count(*) filter (where reversal)
    ),
    current as materialized (
      select earning.* from earning join balance using (row_key, id) where earning.dataset_id = $1
    )
    select expert.id as expert_id, keyed.period, coalesce(project.id, 0) as project_id,
      coalesce(staged_sector.id, 0) as sector_id, coalesce(profession.id, 0) as profession_id, keyed.quarter,
      keyed.amount_minor, keyed.currency, keyed.hours, keyed.units, keyed.improvement, keyed.row_key,
      false as reversal
    from keyed
    join expert on expert.dataset_id = $1 and expert.pseudonym = keyed.expert
    left join project on project.dataset_id = $1 and project.key = keyed.project
    left join staged_sector on staged_sector.name = keyed.sector
    left join profession on profession.soc_code = keyed.profession
    where not exists (select from current where current.row_key = keyed.row_key)
    ${mode === 'REPLACE' ? reversals : ''}`;
}

const insertFacts = `
  insert into earning (expert_id, period, dataset_id, project_id, sector_id, profession_id, quarter, amount_minor,
    currency, hours, units, improvement, release_id, row_key, reversal)
  select expert_id, period, $1, project_id, sector_id, profession_id, quarter, amount_minor,
    currency, hours, units, improvement, $2, row_key, reversal
  from released
  order by expert_id, period`;

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
