import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { peopleInParts } from '../../cells/index.ts';
import { atVersions, byCells, type DatasetVersion } from '../../graphql/versions.ts';

/** How many experts contributed to each project at its dataset's version, from cells where it has some; null where no ledger tells. */
export async function countContributors(
  kysely: Kysely<Tables>,
  datasets: readonly DatasetVersion[],
  projects: readonly number[],
): Promise<(number | null)[]> {
  const { counted, live } = byCells(datasets);
  const stored = sql`
    select key as project_id, people as contributors from ${peopleInParts('PROJECT', counted)} parts
    where key = any(${projects})`;
  const added = sql`
    select project_id, count(*) as contributors from (
      select rollup.project_id, rollup.expert_id from project_rollup rollup ${atVersions(live)}
      where rollup.project_id = any(${projects})
      group by rollup.project_id, rollup.expert_id having sum(rollup.entries) > 0
    ) contributing group by project_id`;
  const parts = counted.length === 0 ? [added] : live.length === 0 ? [stored] : [stored, added];
  const { rows } = await sql<{ project_id: number; contributors: number }>`
    ${sql.join(parts, sql` union all `)}`.execute(kysely);
  const counts = new Map(rows.map((row) => [row.project_id, row.contributors]));
  return projects.map((project) => counts.get(project) ?? null);
}
