import { sql } from 'kysely';
import { readableDatasets } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { ascending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { atVersions } from '../../graphql/versions.ts';
import { anyOf, containing } from '../filter-conditions.ts';
import { ProjectOrderField, type ProjectFilter, type ProjectOrder } from './project.inputs.ts';

type ListedProject = Row<'project'> & { contributors?: number };

const orders: Record<ProjectOrderField, SortKey> = {
  NAME: { by: sql`lower(listed.name)`, type: 'text' },
  STARTED_ON: { by: sql`coalesce(listed.started_on, '') collate "C"`, type: 'text' },
  CONTRIBUTORS: { by: sql`listed.contributors`, type: 'int8' },
};

/** The projects of released datasets that the caller may read, by name unless otherwise asked. */
export async function listProjects(
  context: Context,
  filter: ProjectFilter | null | undefined,
  asked: ProjectOrder | null | undefined,
): Promise<Listing<ListedProject>> {
  const { kysely } = context;
  const datasets = (await readableDatasets(context, filter?.dataset)).filter(({ version }) => version > 0);
  let rows = kysely
    .selectFrom('project')
    .selectAll('project')
    .where('project.dataset_id', '=', anyOf(datasets.map(({ id }) => id)));
  const idsOf = (table: 'sector' | 'organisation', slugs: readonly string[]) =>
    kysely.selectFrom(table).select('id').where('slug', '=', anyOf(slugs));
  if (filter?.kind != null) rows = rows.where('kind', '=', anyOf(filter.kind));
  if (filter?.sector != null) rows = rows.where('sector_id', 'in', idsOf('sector', filter.sector));
  if (filter?.platform != null)
    rows = rows.where('platform_id', 'in', idsOf('organisation', filter.platform));
  if (filter?.laboratory != null)
    rows = rows.where('laboratory_id', 'in', idsOf('organisation', filter.laboratory));
  if (filter?.search != null) rows = rows.where(containing('project.name', filter.search));
  const order = orderOf(orders, asked, ascending(ProjectOrderField.NAME));
  if (order.name !== ProjectOrderField.CONTRIBUTORS) return { rows, order };
  const counted = sql<ListedProject>`(
    select project.*, coalesce(counted.contributors, 0) as contributors from ${rows} project
    left join (
      select project_id, count(*) as contributors from (
        select rollup.project_id, rollup.expert_id from project_rollup rollup ${atVersions(datasets)}
        group by rollup.project_id, rollup.expert_id having sum(rollup.entries) > 0
      ) contributing group by project_id
    ) counted on counted.project_id = project.id)`;
  return { rows: counted, order };
}

/** How many experts contributed to each project at its dataset's version; null where no ledger tells. */
export async function countContributors(
  { kysely, versions }: Context,
  projects: readonly number[],
): Promise<(number | null)[]> {
  const datasets = [...(await versions.all()).values()];
  const { rows } = await sql<{ project_id: number; contributors: number }>`
    select project_id, count(*) as contributors from (
      select rollup.project_id, rollup.expert_id from project_rollup rollup ${atVersions(datasets)}
      where rollup.project_id = any(${projects})
      group by rollup.project_id, rollup.expert_id having sum(rollup.entries) > 0
    ) contributing group by project_id`.execute(kysely);
  const counts = new Map(rows.map((row) => [row.project_id, row.contributors]));
  return projects.map((project) => counts.get(project) ?? null);
}
