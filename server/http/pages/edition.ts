import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** Where the data stand. */
export interface Standing {
  /** The same text as long as nothing changed that a page is drawn from. */
  data: string;
  /**
   * What a release leaves as it is: of each ledger whether it is protected or retired and how often somebody was erased from it, and
   * which public record is loaded.
   */
  terms: readonly string[];
  /** Days since 1970 began: pages may say how long ago something was. */
  day: number;
}

export type Edition = () => Promise<Standing>;

/**
 * Asks the primary, in one statement: whatever is published, retired, erased, or replaced in the public record moves a
 * version, an alteration or the newest entry of the log, in its own transaction.
 */
export function editionOf(kysely: Kysely<Tables>): Edition {
  return async () => {
    const { rows } = await sql<Standing>`
      select current_date - date '1970-01-01' as day, concat_ws(' ',
        (select string_agg(concat_ws(':', id, version, alterations, protected, retired_at), ',' order by id)
         from dataset),
        (select max(altered_at) from release),
        (select max(updated_at) from setting)) as data,
        array(select concat_ws(' ', 'ledger', id, alterations, protected, retired_at) from dataset)
          || array(select concat_ws(' ', 'erased', max(altered_at)) from release)
          || array(select concat_ws(' ', 'record', value, updated_at) from setting where key = 'seeds.checksum')
        as terms`.execute(kysely);
    return rows[0]!;
  };
}

/**
 * Whether nothing happened between two standings but that ledgers were published: then what was said before was true of the release
 * before, and may still be read. Whoever retired, protected or erased something wants it gone at once.
 */
export function onlyReleased(before: Standing, now: Standing): boolean {
  return before.terms.every((term) => now.terms.includes(term));
}
