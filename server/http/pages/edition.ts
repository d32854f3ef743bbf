import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** Tells where the data stand: the same text as long as no page could have changed. */
export type Edition = () => Promise<string>;

/**
 * Asks the primary, in one statement: whatever is published, retired, erased, or replaced in the public record moves a
 * version, an alteration or the newest entry of the log, in its own transaction. The day is there since pages may tell
 * how long ago something was.
 */
export function editionOf(kysely: Kysely<Tables>): Edition {
  return async () => {
    const { rows } = await sql<{ edition: string }>`
      select concat_ws(' ', current_date,
        (select string_agg(concat_ws(':', id, version, alterations, protected, retired_at), ',' order by id)
         from dataset),
        (select max(altered_at) from release),
        (select max(updated_at) from setting)) as edition`.execute(kysely);
    return rows[0]!.edition;
  };
}
