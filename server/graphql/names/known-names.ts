import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** What a filter can call by its name. */
export type Noun = 'sector' | 'profession' | 'organisation' | 'source' | 'metric' | 'unit' | 'model';

/** Names of a noun, each with the row id of the dataset that it is in; null for what is everybody's. */
export type Names = ReadonlyMap<string, number | null>;

const known = new WeakMap<object, Map<Noun, Names>>();

/**
 * Names that this process has seen in a database. They are read again when one is asked for that is not among them, so
 * that asking for what there is costs no statement.
 */
export async function namesOf(
  database: object,
  kysely: Kysely<Tables>,
  noun: Noun,
  asked: readonly string[],
): Promise<Names> {
  const nouns = known.get(database) ?? new Map<Noun, Names>();
  known.set(database, nouns);
  const names = nouns.get(noun);
  if (names !== undefined && asked.every((name) => names.has(name))) return names;
  const read = new Map(await readNames(kysely, noun));
  nouns.set(noun, read);
  return read;
}

async function readNames(kysely: Kysely<Tables>, noun: Noun): Promise<[string, number | null][]> {
  switch (noun) {
    case 'sector': {
      const rows = await kysely.selectFrom('sector').select(['slug', 'dataset_id']).execute();
      return rows.map(({ slug, dataset_id }) => [slug, dataset_id]);
    }
    case 'profession': {
      const rows = await kysely.selectFrom('profession').select('soc_code').execute();
      return rows.map(({ soc_code }) => [soc_code, null]);
    }
    case 'organisation': {
      const rows = await kysely.selectFrom('organisation').select('slug').execute();
      return rows.map(({ slug }) => [slug, null]);
    }
    case 'source': {
      const rows = await kysely.selectFrom('source').select('slug').execute();
      return rows.map(({ slug }) => [slug, null]);
    }
    case 'metric':
    case 'unit': {
      const rows = await kysely.selectFrom('market_fact').select([noun]).distinct().execute();
      return rows.map((row) => [(row as Record<string, string>)[noun]!, null]);
    }
    case 'model': {
      const rows = await kysely.selectFrom('evaluation').select('model').distinct().execute();
      return rows.map(({ model }) => [model, null]);
    }
    default:
      return noun satisfies never;
  }
}
