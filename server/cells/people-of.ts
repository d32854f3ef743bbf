import type pg from 'pg';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** What the contributors of a dataset are, each once; row ids for professions. */
export interface PeopleOf {
  readonly professions: number[];
  readonly countries: string[];
  readonly seniorities: string[];
}

/**
 * Writes it down beside the cells of that version, as JSON: what an expert is counts from when they first appear, and never changes.
 */
export async function notePeople(
  client: pg.ClientBase,
  { datasetId, version }: { datasetId: number; version: number },
): Promise<void> {
  await client.query(
    `update cell_build set people = (
       select jsonb_build_object(
         'professions', coalesce(jsonb_agg(distinct profession_id) filter (where profession_id is not null), '[]'),
         'countries', coalesce(jsonb_agg(distinct country) filter (where country is not null), '[]'),
         'seniorities', coalesce(jsonb_agg(distinct seniority) filter (where seniority is not null), '[]'))
       from (
         select distinct profession_id, country, seniority from expert
         join (
           select expert_id from expert_rollup where dataset_id = $1 and version <= $2
           group by expert_id having sum(entries) > 0
         ) contributing on contributing.expert_id = expert.id
       ) kinds)
     where dataset_id = $1 and version = $2`,
    [datasetId, version],
  );
}

/** What was written down of datasets at their versions; a dataset of which nothing was is missing. */
export async function findPeople(
  kysely: Kysely<Tables>,
  ledgers: readonly { readonly id: number; readonly version: number; readonly alterations: number }[],
): Promise<Map<number, PeopleOf>> {
  const { rows } = await sql<{ id: number; people: PeopleOf }>`
    select asked.id, build.people
    from unnest(${ledgers.map(({ id }) => id)}::int[], ${ledgers.map(({ version }) => version)}::int[],
      ${ledgers.map(({ alterations }) => alterations)}::int[]) as asked (id, version, alterations)
    join cell_build build on build.dataset_id = asked.id and build.version = asked.version
      and build.alterations = asked.alterations and build.people is not null`.execute(kysely);
  return new Map(rows.map(({ id, people }) => [id, people]));
}
