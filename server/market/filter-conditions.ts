import { sql, type RawBuilder, type ReferenceExpression } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * The right side of `column = any($1)`: lists in filters mean any-of, an empty one matches nothing. One value alone is
 * written as itself: only an equality lets PostgreSQL walk an index that goes on in the order of the list.
 */
export function anyOf<Value>(values: readonly Value[]): RawBuilder<Value> {
  return values.length === 1 ? sql<Value>`${values[0]}` : sql<Value>`any(${values})`;
}

/** Rows whose list holds at least one of these. */
export function holdsAnyOf(column: string, values: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} && ${values}::text[]`;
}

/** Rows dated from then on; a row that knows only its year counts as the year's beginning. */
export function datedFrom(
  column: ReferenceExpression<Tables, keyof Tables> & string,
  from: string,
): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} collate "C" >= ${from}`;
}

/** Rows dated up to the end of that year, month or day. */
export function datedTo(
  column: ReferenceExpression<Tables, keyof Tables> & string,
  to: string,
): RawBuilder<boolean> {
  // In the C collation '~' comes after every character of a date, so that 2025 takes in 2025-12-31.
  return sql<boolean>`${sql.ref(column)} collate "C" <= ${`${to}~`}`;
}

/** Rows whose text holds these words, upper or lower case. */
export function containing(column: string, text: string): RawBuilder<boolean> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`${sql.ref(column)} ilike ${pattern}`;
}
