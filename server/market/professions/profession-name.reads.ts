import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { foldName } from './fold-name.ts';
import type { NameKind } from './profession-name.enums.ts';
import type { KnownName } from './rank-names.ts';

interface NameRow {
  professionId: number;
  text: string;
  kind: NameKind;
  language: string;
  position: number | null;
  employment: number;
}

/** Every name of every profession: everyday names, the titles in both languages, and the reported ones. */
async function readNames(kysely: Kysely<Tables>): Promise<KnownName[]> {
  const { rows } = await sql<NameRow>`
    with named as (
      select id as profession_id, title_en as name, 'en' as language, 'TITLE' as kind, null::smallint as position
      from profession
      union all select id, title_fr, 'fr', 'TITLE', null from profession
      union all select id, soc_code, 'en', 'TITLE', null from profession
      union all select profession_id, name, language,
        case origin when 'TACIT' then 'EVERYDAY' else 'REPORTED' end, position from profession_name
    ), newest as (
      select distinct on (profession_id) profession_id, employment from profession_wage
      order by profession_id, year desc
    )
    select named.profession_id as "professionId", name as text, kind, language, position,
      coalesce(employment, 0) as employment
    from named left join newest using (profession_id)`.execute(kysely);
  return rows.map((row) => ({ ...row, position: row.position ?? 1, words: foldName(row.text) }));
}

interface Kept {
  checksum: string | undefined;
  names: Promise<KnownName[]>;
}

const keptNames = new WeakMap<object, Kept>();

/** The names that the process holds of this database; read again once other seeds were loaded. */
export async function knownNames(database: object, kysely: Kysely<Tables>): Promise<KnownName[]> {
  const seeds = await kysely
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'seeds.checksum')
    .executeTakeFirst();
  const kept = keptNames.get(database);
  if (kept !== undefined && kept.checksum === seeds?.value) return kept.names;
  const names = readNames(kysely);
  keptNames.set(database, { checksum: seeds?.value, names });
  // A read that failed is not kept.
  names.catch(() => keptNames.delete(database));
  return names;
}
