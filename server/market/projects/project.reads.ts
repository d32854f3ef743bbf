import { sql, type RawBuilder } from 'kysely';
import { peopleInParts } from '../../cells/index.ts';
import { mayRead, visibleDatasets } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { ascending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { atVersions, byCells, type DatasetVersion } from '../../graphql/versions.ts';
import { countOfDatasets } from '../count-of-datasets.ts';
import { anyOf, containing } from '../filter-conditions.ts';
import { ProjectOrderField, type ProjectFilter, type ProjectOrder } from './project.inputs.ts';

type ListedProject = Row<'project'> & { contributors?: number };

const orders: Record<ProjectOrderField, SortKey> = {
  NAME: { by: sql`lower(listed.name)`, type: 'text' },
  STARTED_ON: { by: sql`coalesce(listed.started_on, '') collate "C"`, type: 'text' },
  CONTRIBUTORS: { by: sql`listed.contributors`, type: 'int8' },
};

/**
 * The projects of released datasets that the caller may know of, by name unless otherwise asked. By contributors they are
 * ordered where the caller may read who they are; elsewhere the order would tell what is withheld.
 */
export async function listProjects(
  context: Context,
  filter: ProjectFilter | null | undefined,
  asked: ProjectOrder | null | undefined,
  retiredToo = false,
): Promise<Listing<ListedProject>> {
  const { kysely } = context;
  const datasets = (await visibleDatasets(context, filter?.dataset, retiredToo)).filter(
    ({ version }) => version > 0,
  );
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
  const { kind, sector, platform, laboratory, search } = filter ?? {};
  const isWhole = [kind, sector, platform, laboratory, search].every((condition) => condition == null);
  const tally = async () => (isWhole ? countOfDatasets(context, 'project', datasets) : null);
  if (order.name !== ProjectOrderField.CONTRIBUTORS) return { rows, order, tally };
  const counted = datasets.filter((dataset) => mayRead(context.access, dataset));
  const ordered = sql<ListedProject>`(
    select project.*, coalesce(counted.contributors, 0) as contributors from ${rows} project
    left join (${contributorsByProject(counted)}) counted on counted.project_id = project.id)`;
  return { rows: ordered, order, tally };
}

/** From cells where the version has some: at millions of earnings adding up takes most of a second. */
function contributorsByProject(datasets: readonly DatasetVersion[]): RawBuilder<unknown> {
  const { counted, live } = byCells(datasets);
  const parts = [
    sql`select key as project_id, people as contributors from ${peopleInParts('PROJECT', counted)} parts`,
    sql`
      select project_id, count(*) as contributors from (
        select rollup.project_id, rollup.expert_id from project_rollup rollup ${atVersions(live)}
        group by rollup.project_id, rollup.expert_id having sum(rollup.entries) > 0
      ) contributing group by project_id`,
  ];
  return sql.join(
    counted.length === 0 ? parts.slice(1) : live.length === 0 ? parts.slice(0, 1) : parts,
    sql` union all `,
  );
}
