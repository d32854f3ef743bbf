import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { atVersions } from '../../graphql/versions.ts';

/** What the contributors of a dataset are, each once; row ids for professions. */
export interface Backgrounds {
  professions: number[];
  countries: string[];
  seniorities: string[];
}

const none: Backgrounds = { professions: [], countries: [], seniorities: [] };

/** The backgrounds of the contributors of datasets at their versions, in one statement. */
export async function readBackgrounds(
  { kysely, versions }: Context,
  datasets: readonly number[],
): Promise<Backgrounds[]> {
  const all = await versions.all();
  const { rows } = await sql<Backgrounds & { dataset_id: number }>`
    select expert.dataset_id,
      coalesce(array_agg(distinct expert.profession_id) filter (where expert.profession_id is not null), '{}') as professions,
      coalesce(array_agg(distinct expert.country) filter (where expert.country is not null), '{}') as countries,
      coalesce(array_agg(distinct expert.seniority) filter (where expert.seniority is not null), '{}') as seniorities
    from expert
    join (
      select rollup.expert_id from expert_rollup rollup ${atVersions(datasets.flatMap((id) => all.get(id) ?? []))}
      group by rollup.expert_id having sum(rollup.entries) > 0
    ) contributing on contributing.expert_id = expert.id
    group by expert.dataset_id`.execute(kysely);
  const byDataset = new Map(rows.map((row) => [row.dataset_id, row]));
  return datasets.map((id) => byDataset.get(id) ?? none);
}
