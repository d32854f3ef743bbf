import { sql, type RawBuilder } from 'kysely';
import type { Sql } from '../nouns/noun.ts';

/** A text that a statement puts together: what is always the same, and what is computed. */
export type Pieces = (string | Sql)[];

/** PostgreSQL's functions take a hundred arguments. */
const mostArguments = 90;

/** The text as one expression. */
export function textOf(pieces: Pieces): RawBuilder<string> {
  const joined: Sql[] = [];
  let literal = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      literal += piece;
      continue;
    }
    if (literal !== '') joined.push(sql.lit(literal));
    literal = '';
    joined.push(piece);
  }
  if (literal !== '') joined.push(sql.lit(literal));
  return concat(joined);
}

function concat(parts: readonly Sql[]): RawBuilder<string> {
  if (parts.length === 0) return sql<string>`''`;
  if (parts.length <= mostArguments) return sql<string>`concat(${sql.join(parts)})`;
  const bundles: Sql[] = [];
  for (let start = 0; start < parts.length; start += mostArguments)
    bundles.push(concat(parts.slice(start, start + mostArguments)));
  return concat(bundles);
}

/** The fields of an object, in their order. */
export function objectOf(fields: readonly { key: string; pieces: Pieces }[]): Pieces {
  const all: Pieces = ['{'];
  for (const [index, { key, pieces }] of fields.entries())
    all.push(`${index === 0 ? '' : ','}"${key}":`, ...pieces);
  all.push('}');
  return all;
}

/** Stands, in a text, where the length of a list will be put: JSON writes these characters otherwise. */
export const countMark = (list: number): string => `\u0001${list}\u0001`;

/** A text with the lengths of its lists put in. */
export function withCounts(text: string, counts: readonly number[]): string {
  return counts.reduce((filled, count, list) => filled.replaceAll(countMark(list), String(count)), text);
}

/** Stands, in a text, where a row is missing that must be there: Apollo says what that means. */
export const faultMark = '\u0002';
