import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import type { Tally } from '../../graphql/paging/index.ts';
import { atVersions, type DatasetVersion } from '../../graphql/versions.ts';
import type { EarningFilter } from './earning.inputs.ts';
import { rollupOf } from './earning-rollup.ts';

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

/**
 * The same for projects, whose datasets are told: how many earnings each has. Of parts that need another rollup, the earnings
 * are counted.
 */
export async function tallyOfProjects(
  context: Context,
  datasetsOf: ReadonlyMap<number, number>,
  filter: EarningFilter | null | undefined,
  projects: readonly number[],
): Promise<Tally | null> {
  const these = sql`rollup.project_id = any(${projects}::int8[])`;
  const rollup = filter?.dataset == null ? rollupOf(filter ?? {}, these) : undefined;
  if (rollup == null) return null;
  const all = await context.versions.all();
  const datasets = [...new Set(projects.map((project) => datasetsOf.get(project)))].flatMap(
    (id) => (id === undefined ? undefined : all.get(id)) ?? [],
  );
  if (datasets.length === 0) return null;
  const releases = await tallyReleases(context, datasets);
  if (releases.some(({ reversed }) => reversed > 0)) return null;
  const { rows } = await sql<{ id: number; rows: number }>`
    select rollup.project_id as id, sum(rollup.entries) as rows
    from ${sql.table(rollup.table)} rollup ${atVersions(datasets)}
    where ${sql.join(rollup.conditions, sql` and `)} group by rollup.project_id`.execute(context.kysely);
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
