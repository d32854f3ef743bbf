import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { atVersions, type DatasetVersion } from '../../graphql/versions.ts';

/** How many experts contributed to each project at its dataset's version; null where no ledger tells. */
export async function countContributors(
  kysely: Kysely<Tables>,
  datasets: readonly DatasetVersion[],
  projects: readonly number[],
): Promise<(number | null)[]> {
  const { rows } = await sql<{ project_id: number; contributors: number }>`
    select project_id, count(*) as contributors from (
      select rollup.project_id, rollup.expert_id from project_rollup rollup ${atVersions(datasets)}
      where rollup.project_id = any(${projects})
      group by rollup.project_id, rollup.expert_id having sum(rollup.entries) > 0
    ) contributing group by project_id`.execute(kysely);
  const counts = new Map(rows.map((row) => [row.project_id, row.contributors]));
  return projects.map((project) => counts.get(project) ?? null);
}
