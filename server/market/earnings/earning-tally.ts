import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { rowIdsOf } from '../../graphql/node-id.ts';
import type { Tally } from '../../graphql/paging/index.ts';
import { atVersions, type DatasetVersion } from '../../graphql/versions.ts';
import type { EarningFilter } from './earning.inputs.ts';

/**
 * How many earnings of each dataset fit a filter, without reading them: of whole ledgers from what their releases say, of parts
 * from how many rows the rollups say that they are made of. Always exact; null where only the earnings themselves can tell,
 * which then are counted.
 */
export async function tallyEarnings(
  context: Context,
  listed: readonly DatasetVersion[],
  filter: EarningFilter | null | undefined,
): Promise<Tally | null> {
  const datasets = [...new Map(listed.map((dataset) => [dataset.id, dataset])).values()];
  const rollup = filter == null ? null : rollupOf(filter);
  if (rollup === undefined) return null;
  const releases = await tallyReleases(context, datasets);
  if (rollup === null) return new Map(releases.map(({ id, rows }) => [id, rows]));
  // A rollup takes reversed rows off, and the list shows them: it can tell only of ledgers that never reversed any.
  if (releases.some(({ reversed }) => reversed > 0)) return null;
  const { rows } = await sql<{ id: number; rows: number }>`
    select rollup.dataset_id as id, sum(rollup.entries) as rows
    from ${sql.table(rollup.table)} rollup ${atVersions(datasets)}
    where ${sql.join(rollup.conditions, sql` and `)} group by rollup.dataset_id`.execute(context.kysely);
  return new Map(rows.map(({ id, rows: count }) => [id, count]));
}

async function tallyReleases(
  { kysely }: Context,
  datasets: readonly DatasetVersion[],
): Promise<{ id: number; rows: number; reversed: number }[]> {
  // Releases of published facts count other things.
  const ledgers = datasets.filter(({ kind }) => kind !== 'PUBLISHED');
  const visible = ledgers.flatMap(({ releaseIds }) => releaseIds);
  const { rows } = await sql<{ id: number; rows: number; reversed: number }>`
    select dataset_id as id, sum(rows_added::bigint + rows_reversed) as rows, sum(rows_reversed::bigint) as reversed
    from release where id = any(${visible}) group by dataset_id`.execute(kysely);
  return rows;
}

interface Rollup {
  table: 'expert_rollup' | 'project_rollup';
  conditions: RawBuilder<unknown>[];
}

/** The rollup that can tell apart what is asked; null where nothing is, undefined where none can. */
function rollupOf(filter: EarningFilter): Rollup | null | undefined {
  const { expert, project, sector, profession, platform, laboratory, country, currency, from, to } = filter;
  // Of one expert the earnings themselves are few, and lie together.
  if (expert != null) return undefined;
  const byProject = project ?? platform ?? laboratory;
  const byKind = sector ?? profession ?? from ?? to;
  if (byProject != null && byKind != null) return undefined;
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
    project != null && sql`rollup.project_id = any(${rowIdsOf('Project', project)})`,
    platform != null && organised('platform_id', platform),
    laboratory != null && organised('laboratory_id', laboratory),
    sector != null && among('rollup.sector_id', 'sector', 'slug', sector),
    profession != null && among('rollup.profession_id', 'profession', 'soc_code', profession),
    country != null && among('rollup.expert_id', 'expert', 'country', country),
    currency != null && sql`rollup.currency = ${currency}`,
    from != null && sql`rollup.quarter >= ${quarterOf(from)}`,
    to != null && sql`rollup.quarter between 1 and ${quarterOf(to)}`,
  ].filter((condition) => condition !== false);
  if (conditions.length === 0) return null;
  return { table: byProject == null ? 'expert_rollup' : 'project_rollup', conditions };
}

/** As the rollup stores the quarter of a day. */
function quarterOf(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}
