import type pg from 'pg';
import type { Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import { LEAST_FOR_LARGE_SAMPLE } from '../../statistics/index.ts';
import { cancelledBy } from '../cancelled-by.ts';
import { cellMeasures, type CellMeasure } from '../cell-words.ts';
import { dayColumnsSql, type DayBuild } from './day-columns.ts';
import { wantedOf } from './wanted-days.ts';

/** About how many facts are written at a time: what is asked of them is read so much at a time, too. */
const factsAtATime = 3_000_000;
/** The most digits behind the point for which ten to that power is a whole double. */
const mostDigits = 15;
/** Any number that no one else locks: of several servers one writes. */
const daysLock = 7_402_119;

interface Lacking {
  datasetId: number;
  alterations: number;
  measure: CellMeasure;
  version: number;
  releaseId: number;
  facts: number;
  first: number;
  last: number;
}

/**
 * Writes the columns of days of every release of large ledgers that has none, in money where it is recorded, and in the measures that
 * were asked for. Until then the facts answer. Returns how many that were.
 */
export async function fillDays(database: Database, signal: AbortSignal): Promise<number> {
  let filled = 0;
  for (const lacking of await lackingIn(database)) {
    if (signal.aborted) break;
    const name = `${lacking.datasetId} ${lacking.alterations} ${lacking.measure} ${lacking.version}`;
    if (failed.has(name)) continue;
    failed.add(name);
    if (await fillOne(database, lacking, signal)) filled += 1;
    failed.delete(name);
  }
  return filled;
}

/** What could not be written is not tried again by this process: the facts go on to answer. */
const failed = new Set<string>();

function fillOne({ pool }: Database, lacking: Lacking, signal: AbortSignal): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const over = await cancelledBy(signal, pool, client);
    try {
      return await fill(client, lacking, signal);
    } finally {
      over();
    }
  });
}

async function lackingIn({ pool, orm }: Database): Promise<Lacking[]> {
  const { rows } = await pool.query<Lacking>(
    `with chosen as (
       select distinct on (dataset.id) dataset.id, cell.measure
       from dataset join cell on cell.dataset_id = dataset.id and cell.dimension = 'ALL' and contributors >= $1
       where retired_at is null order by dataset.id, cell.measure <> 'AMOUNT', cell.measure desc
     ),
     asked as (
       select id, measure from chosen union select * from unnest($2::int[], $3::text[])
     )
     select dataset.id as "datasetId", alterations, measure, number as version, release.id as "releaseId",
       rows_added + rows_reversed as facts,
       (select min(id) from expert where dataset_id = dataset.id) as first,
       (select max(id) from expert where dataset_id = dataset.id) as last
     from asked join dataset on dataset.id = asked.id
     join release on release.dataset_id = dataset.id and number <= dataset.version
     where not exists (select from day_build build where build.dataset_id = dataset.id and build.measure = asked.measure
       and build.version = number)
     order by measure <> 'AMOUNT', dataset.id, number`,
    [LEAST_FOR_LARGE_SAMPLE, ...wantedOf(orm.em.getDriver())],
  );
  return rows;
}

/** All of a release, or nothing of it: false where another server is at it, where somebody was erased, or it is ended. */
async function fill(client: pg.PoolClient, lacking: Lacking, signal: AbortSignal): Promise<boolean> {
  const { datasetId, alterations, measure, version } = lacking;
  const { rows } = await client.query<{ own: boolean }>('select pg_try_advisory_xact_lock($1) as own', [
    daysLock,
  ]);
  if (!rows[0]!.own) return false;
  const build = await buildOf(client, lacking);
  await client.query(
    `insert into day_build (dataset_id, measure, version, divisor, wide, magnitude, plain)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [datasetId, measure, version, build.divisor, build.wide, build.magnitude, build.plain],
  );
  if (Number.isSafeInteger(build.magnitude)) await writeColumns(client, lacking, build, signal);
  const { rows: left } = await client.query(
    'select from dataset where id = $1 and alterations = $2 for share',
    [datasetId, alterations],
  );
  if (left.length === 1 && !signal.aborted) return true;
  await client.query('rollback; begin');
  return false;
}

/** How its values are written. */
async function buildOf(
  client: pg.PoolClient,
  { datasetId, releaseId, measure, version }: Lacking,
): Promise<DayBuild> {
  const { rows } = await client.query<{ digits: number; sum: number; most: number; plain: boolean }>(
    extentSql(measure),
    [datasetId, releaseId],
  );
  const { digits, sum, most, plain } = rows[0]!;
  const divisor = 10 ** Math.min(digits, mostDigits);
  const magnitude = digits > mostDigits ? Infinity : Math.ceil(sum * divisor);
  return { measure, version, divisor, wide: most * divisor >= 2 ** 31 - 1, magnitude, plain };
}

async function writeColumns(
  client: pg.PoolClient,
  { datasetId, releaseId, measure, version, facts, first, last }: Lacking,
  build: DayBuild,
  signal: AbortSignal,
): Promise<void> {
  const width = Math.ceil((last - first + 1) / Math.max(1, Math.ceil(facts / factsAtATime)));
  for (let from = first; from <= last && !signal.aborted; from += width) {
    const to = Math.min(last, from + width - 1);
    await client.query(insertSql(build), [datasetId, releaseId, from, to, measure, version]);
  }
}

/** The most digits of a release's values, their sum and the largest, and whether none is missing. */
function extentSql(measure: CellMeasure): string {
  const column = cellMeasures[measure];
  const money = measure === 'AMOUNT';
  return `
  select ${money ? '0' : `coalesce(max(scale(trim_scale(${column}))), 0)::int`} as digits,
    coalesce(sum(abs(${column})), 0)::float8 as sum, coalesce(max(abs(${column})), 0)::float8 as most,
    coalesce(bool_and(${money ? '(amount_minor is null) = (currency is null)' : `${column} is not null`}), true) as plain
  from earning where dataset_id = $1 and release_id = $2`;
}

function insertSql(build: DayBuild): string {
  return `
  insert into day_column (dataset_id, measure, version, quarter, slice, currency, first_expert, last_expert, experts, projects,
    sectors, professions, sizes, days, "values")
  select $1::int, $5::text, $6::int, quarter, slice, currency, $3::bigint, $4::bigint, experts, projects, sectors, professions,
    sizes, days, "values"
  from (${dayColumnsSql(build)}) made`;
}
