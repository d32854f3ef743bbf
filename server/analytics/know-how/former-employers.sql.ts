import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { atVersions, type DatasetVersion } from '../../graphql/versions.ts';

/** How many experts of a dataset come from one kind of employer: in one sector, or in all where there is no sector. */
export interface FormerEmployerRow {
  formerEmployer: string;
  /** Null for the sum over all work; 0 for work without a sector. */
  sectorId: number | null;
  experts: number;
}

/** Those of some datasets in which somebody's former employer is recorded. */
export async function datasetsWithFormerEmployers(
  kysely: Kysely<Tables>,
  datasets: readonly DatasetVersion[],
): Promise<number[]> {
  if (datasets.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select asked.id from unnest(${datasets.map(({ id }) => id)}::int[]) as asked (id)
    where exists (
      select from expert where expert.dataset_id = asked.id and expert.former_employer is not null
    )
    order by asked.id`.execute(kysely);
  return rows.map(({ id }) => id);
}

/** The contributors of a dataset at its version by kind of former employer, in all and by the sectors they worked in. */
export async function countFormerEmployers(
  kysely: Kysely<Tables>,
  dataset: DatasetVersion,
): Promise<FormerEmployerRow[]> {
  const { rows } = await sql<FormerEmployerRow>`
    select part.former_employer as "formerEmployer", part.sector_id as "sectorId",
      count(distinct part.expert_id)::int as experts
    from (
      select rollup.expert_id, rollup.sector_id, expert.former_employer
      from expert_rollup rollup ${atVersions([dataset])}
      join expert on expert.id = rollup.expert_id and expert.former_employer is not null
      group by 1, 2, 3
      having sum(rollup.entries) > 0
    ) part
    group by grouping sets ((part.former_employer), (part.former_employer, part.sector_id))
    order by part.former_employer, part.sector_id nulls first`.execute(kysely);
  return rows;
}
