import { sql, type RawBuilder } from 'kysely';
import { rowIdsOf } from '../../graphql/node-id.ts';
import type { EarningFilter } from './earning.inputs.ts';

/** A rollup and which of its rows are asked for. */
export interface Rollup {
  table: 'expert_rollup' | 'project_rollup';
  conditions: RawBuilder<unknown>[];
}

/**
 * The rollup that can tell apart what is asked, of some projects where they are told; null where nothing is asked, undefined
 * where none can.
 */
export function rollupOf(filter: EarningFilter, ofProjects?: RawBuilder<unknown>): Rollup | null | undefined {
  const { expert, project, sector, profession, platform, laboratory, country, currency, from, to } = filter;
  // Of one expert the earnings themselves are few, and lie together.
  if (expert != null) return undefined;
  const byProject = ofProjects ?? project ?? platform ?? laboratory;
  const byKind = sector ?? profession ?? from ?? to;
  if (
    (from != null && !/-(01|04|07|10)-01$/.test(from)) ||
    (to != null && !/-(03-31|06-30|09-30|12-31)$/.test(to))
  )
    return undefined;
  const among = (column: string, table: string, key: string, names: readonly string[]): RawBuilder<unknown> =>
    sql`${sql.ref(column)} in (select id from ${sql.table(table)} where ${sql.ref(key)} = any(${names}))`;
  const organised = (column: string, slugs: readonly string[]): RawBuilder<unknown> =>
    sql`rollup.project_id in (select id from project where ${among(column, 'organisation', 'slug', slugs)})`;
  const conditions = [
    ofProjects ?? false,
    project != null && sql`rollup.project_id = any(${rowIdsOf('Project', project)})`,
    platform != null && organised('platform_id', platform),
    laboratory != null && organised('laboratory_id', laboratory),
    sector != null && among('rollup.sector_id', 'sector', 'slug', sector),
    profession != null && among('rollup.profession_id', 'profession', 'soc_code', profession),
    country != null && among('rollup.expert_id', 'expert', 'country', country),
    currency != null && sql`rollup.currency = ${currency}`,
    from != null && sql`rollup.quarter >= ${quarterOf(from)}`,
    to != null && sql`rollup.quarter between 1 and ${quarterOf(to)}`,
  ].filter((condition) => typeof condition === 'object');
  if (conditions.length === 0) return null;
  return { table: byProject == null || byKind != null ? 'expert_rollup' : 'project_rollup', conditions };
}

/**
 * Whether a ledger has anything that fits, as the rollup that can tell says it; undefined where none can. A ledger that has
 * nothing would else be read through to find that out.
 */
export function hasAny(dataset: number, filter: EarningFilter): RawBuilder<boolean> | undefined {
  const rollup = rollupOf(filter);
  if (rollup == null) return undefined;
  return sql<boolean>`exists (select 1 from ${sql.table(rollup.table)} rollup
    where ${sql.join([sql`rollup.dataset_id = ${dataset}`, ...rollup.conditions], sql` and `)})`;
}

/** As the rollup stores the quarter of a day. */
function quarterOf(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}
