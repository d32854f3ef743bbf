import { sql, type Kysely } from 'kysely';
import { findPeople, type PeopleOf } from '../../cells/index.ts';
import type { Tables } from '../../database/tables.ts';
import type { Context } from '../../graphql/context.ts';
import { atVersions, type DatasetVersion } from '../../graphql/versions.ts';

/** What the contributors of a dataset are, each once; row ids for professions. */
export type Backgrounds = PeopleOf;

const none: Backgrounds = { professions: [], countries: [], seniorities: [] };

/** The backgrounds of the contributors of datasets at their versions: as they were noted with the cells, else added up, in one statement. */
export async function readBackgrounds(
  { kysely, versions }: Context,
  datasets: readonly number[],
): Promise<Backgrounds[]> {
  const all = await versions.all();
  const asked = datasets.flatMap((id) => all.get(id) ?? []);
  const noted = await findPeople(kysely, asked);
  const others = asked.filter(({ id }) => !noted.has(id));
  const byDataset = others.length === 0 ? noted : new Map([...noted, ...(await addedUp(kysely, others))]);
  return datasets.map((id) => byDataset.get(id) ?? none);
}

async function addedUp(
  kysely: Kysely<Tables>,
  datasets: readonly DatasetVersion[],
): Promise<Map<number, Backgrounds>> {
  const { rows } = await sql<Backgrounds & { dataset_id: number }>`
    select expert.dataset_id,
      coalesce(array_agg(distinct expert.profession_id) filter (where expert.profession_id is not null), '{}') as professions,
      coalesce(array_agg(distinct expert.country) filter (where expert.country is not null), '{}') as countries,
      coalesce(array_agg(distinct expert.seniority) filter (where expert.seniority is not null), '{}') as seniorities
    from expert
    join (
      select rollup.expert_id from expert_rollup rollup ${atVersions(datasets)}
      group by rollup.expert_id having sum(rollup.entries) > 0
    ) contributing on contributing.expert_id = expert.id
    group by expert.dataset_id`.execute(kysely);
  return new Map(rows.map((row) => [row.dataset_id, row]));
}
