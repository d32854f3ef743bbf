import { sql } from 'kysely';
import type { Leaf, List, Reference, Row, Sql } from './noun.ts';

function leaf(json: Leaf['json'], ...known: string[]): Leaf {
  return { kind: 'leaf', arguments: known, json };
}

/** A whole number that is never null: its digits are JSON already. */
export const digits = (column: string): Leaf => leaf((row) => row.of(column));

/** Any other column that is never null. */
export const value = (column: string): Leaf => leaf((row) => sql`to_json(${row.of(column)})`);

/** A column that may be null. */
export const nullable = (column: string): Leaf => leaf((row) => orNull(row.of(column)));

/** What is computed from the row, as JSON. */
export const computed = (json: (row: Row) => Sql): Leaf => leaf(json);

/** The text of a column for each language. */
export const inLanguage = (column: string): Leaf =>
  leaf((row, { locale }) => orNull(row.of(`${column}_${locale === 'FR' ? 'fr' : 'en'}`)), 'locale');

/** A moment, as JavaScript writes it. */
export const moment = (column: string): Leaf =>
  leaf((row) => orNull(sql`to_char(${row.of(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`));

/** The global id: base64url of noun and key. None of its characters makes a + or a /, so that base64 will do. */
export const globalId = (noun: string, key: (row: Row) => Sql = (row) => row.of('id')): Leaf =>
  leaf(
    (row) =>
      sql`concat('"', rtrim(encode(convert_to(concat(${sql.lit(`${noun}:`)}, ${key(row)}), 'UTF8'), 'base64'), '='), '"')`,
  );

/** Something as JSON, also when it is null. */
export function orNull(expression: Sql): Sql {
  return sql`coalesce(to_json(${expression}), 'null')`;
}

/** Another row that may be missing. */
export const one = (column: string): Reference => ({ kind: 'reference', column, required: false });

/** Another row that must be there. */
export const the = (column: string): Reference => ({ kind: 'reference', column, required: true });

/** A list of what belongs to the row, where a column of it holds the row's id. */
export const listBy = (column: string, listing: List['listing'], more: Partial<List> = {}): List => ({
  kind: 'list',
  listing,
  belongs: (parent) => sql<boolean>`${sql.ref(`listed.${column}`)} = ${parent}`,
  ...more,
});
