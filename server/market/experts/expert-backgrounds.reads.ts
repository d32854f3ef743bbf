import { sql, type Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { findPeople, type PeopleOf } from '../../cells/index.ts';
import type { Tables } from '../../database/tables.ts';
import type { Context } from '../../graphql/context.ts';
import { atVersions, type DatasetVersion } from '../../graphql/versions.ts';

/** What the contributors of a dataset are, each once; row ids for professions. */
export type Backgrounds = PeopleOf;

const none: Backgrounds = { professions: [], countries: [], seniorities: [] };

/** What was read of one database, by dataset and version: a release never changes but by an erasure. */
const known = new WeakMap<object, LRUCache<string, Backgrounds>>();

/** The backgrounds of the contributors of datasets at their versions; what no one has asked for yet, in one statement. */
export async function readBackgrounds(
  context: Pick<Context, 'kysely' | 'pool' | 'versions'>,
  ids: readonly number[],
): Promise<Backgrounds[]> {
  let kept = known.get(context.pool);
  if (kept === undefined) known.set(context.pool, (kept = new LRUCache({ max: 500 })));
  const all = await context.versions.all();
  const asked = ids.flatMap((id) => all.get(id) ?? []);
  const found = new Map(asked.map((dataset) => [dataset.id, kept.get(keyOf(dataset))]));
  const missing = asked.filter(({ id }) => found.get(id) === undefined);
  const read = missing.length === 0 ? new Map<number, Backgrounds>() : await readAll(context, missing);
  for (const dataset of missing) {
    const own = read.get(dataset.id) ?? none;
    kept.set(keyOf(dataset), own);
    found.set(dataset.id, own);
  }
  return ids.map((id) => found.get(id) ?? none);
}

function keyOf({ id, version, alterations }: DatasetVersion): string {
  return `${id} ${version} ${alterations}`;
}

/** As they were noted with the cells, else added up. */
async function readAll(
  { kysely }: Pick<Context, 'kysely'>,
  datasets: readonly DatasetVersion[],
): Promise<Map<number, Backgrounds>> {
  const noted = await findPeople(kysely, datasets);
  const others = datasets.filter(({ id }) => !noted.has(id));
  return others.length === 0 ? noted : new Map([...noted, ...(await addUp(kysely, others))]);
}

async function addUp(
  kysely: Kysely<Tables>,
  datasets: readonly DatasetVersion[],
): Promise<Map<number, Backgrounds>> {
  // Kinds of people are few, and told apart by hashing; each list of all people would be sorted.
  const { rows } = await sql<Backgrounds & { dataset_id: number }>`
    select dataset_id,
      coalesce(array_agg(distinct profession_id) filter (where profession_id is not null), '{}') as professions,
      coalesce(array_agg(distinct country) filter (where country is not null), '{}') as countries,
      coalesce(array_agg(distinct seniority) filter (where seniority is not null), '{}') as seniorities
    from (
      select distinct expert.dataset_id, expert.profession_id, expert.country, expert.seniority
      from expert
      join (
        select rollup.expert_id from expert_rollup rollup ${atVersions(datasets)}
        group by rollup.expert_id having sum(rollup.entries) > 0
      ) contributing on contributing.expert_id = expert.id
    ) kind
    group by dataset_id`.execute(kysely);
  return new Map(rows.map((row) => [row.dataset_id, row]));
}
