import { sql, type RawBuilder } from 'kysely';
import type { EarningConditions } from './conditions.ts';
import { Dimension } from './dimension.ts';
import { quarterOf } from './quarters.ts';
import type { EarningStore } from './store.ts';

/** One dataset as it stood at a release. */
export interface LedgerAtRelease {
  readonly datasetId: number;
  readonly version: number;
  /** Row ids of its releases up to that one. */
  readonly releaseIds: readonly number[];
}

/**
 * `from … where …` of the rows of a store that match, of several datasets, each as it stood at its release. Names are
 * found by uncorrelated subqueries on dimension tables and releases are parameters, so it reads the same on many nodes.
 * The condition on currency is left to the caller, for whom it may mean more than which rows match.
 */
export function matchingEarnings(
  store: EarningStore,
  ledgers: readonly LedgerAtRelease[],
  conditions: EarningConditions,
): RawBuilder<unknown> {
  const ids = ledgers.map(({ datasetId }) => datasetId);
  const where = [...namesMatch(ids, conditions), ...datesMatch(store, conditions)];
  if (store === 'earning') {
    const releases = ledgers.flatMap(({ releaseIds }) => releaseIds);
    where.unshift(sql`dataset_id = any(${ids}::int[])`, sql`release_id = any(${releases}::int[])`);
    return sql`from earning where ${sql.join(where, sql` and `)}`;
  }
  const versions = ledgers.map(({ version }) => version);
  where.unshift(sql`version <= asked_version`);
  // Said again as a condition, so that no other ledger's partition is looked at.
  where.push(sql`dataset_id = any(${ids}::int[])`);
  return sql`from ${sql.table(store)}
    join unnest(${ids}::int[], ${versions}::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where ${sql.join(where, sql` and `)}`;
}

/** ` and …` of the condition on currency: the rows in it, where one is named. */
export function inCurrency({ currency }: EarningConditions): RawBuilder<unknown> {
  return currency === null ? sql`` : sql` and currency = ${currency}`;
}

/** How many rows of the ledger stand behind a group, reversed ones taken off: 0 when it has all been corrected away. */
export function entriesOf(store: EarningStore): RawBuilder<number> {
  return store === 'earning' ? sql`sum(case when reversal then -1 else 1 end)` : sql`sum(entries)`;
}

/** The column, or for years the expression, that a dimension groups by; 0 stands for unknown and undated. */
export function groupKeyOf(dimension: Dimension): RawBuilder<number> {
  switch (dimension) {
    case Dimension.SECTOR:
      return sql`sector_id`;
    case Dimension.PROJECT:
      return sql`project_id`;
    case Dimension.PROFESSION:
      return sql`profession_id`;
    case Dimension.QUARTER:
      return sql`quarter`;
    case Dimension.YEAR:
      return sql`quarter / 4`;
    default:
      return dimension satisfies never;
  }
}

function* namesMatch(
  datasets: readonly number[],
  { expert, sector, profession, project, platform, laboratory, country }: EarningConditions,
): Generator<RawBuilder<unknown>> {
  if (expert !== null) yield sql`expert_id = any(${expert}::bigint[])`;
  if (sector !== null) yield sql`sector_id in (select id from sector where slug = any(${sector}))`;
  if (profession !== null)
    yield sql`profession_id in (select id from profession where soc_code = any(${profession}))`;
  if (project !== null) yield sql`project_id = any(${project}::bigint[])`;
  if (platform !== null) yield projectOf('platform_id', platform);
  if (laboratory !== null) yield projectOf('laboratory_id', laboratory);
  if (country !== null) {
    yield sql`expert_id in
      (select id from expert where dataset_id = any(${datasets}::int[]) and country = any(${country}))`;
  }
}

function projectOf(role: 'platform_id' | 'laboratory_id', slugs: readonly string[]): RawBuilder<unknown> {
  return sql`project_id in
    (select project.id from project join organisation on organisation.id = ${sql.ref(role)}
     where organisation.slug = any(${slugs}))`;
}

/** Both days are inclusive; rows without a date (quarter 0) match no period. */
function* datesMatch(store: EarningStore, { from, to }: EarningConditions): Generator<RawBuilder<unknown>> {
  if (from === null && to === null) return;
  if (store === 'earning') {
    if (from !== null) yield sql`period >= ${from}::date`;
    if (to !== null) yield sql`period <= ${to}::date`;
  } else {
    if (from !== null) yield sql`quarter >= ${quarterOf(from)}`;
    if (to !== null) yield sql`quarter <= ${quarterOf(to)}`;
  }
  yield sql`quarter > 0`;
}
