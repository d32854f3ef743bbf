import { sql, type RawBuilder } from 'kysely';
import type { Sql } from '../nouns/noun.ts';

/** What an object of an answer did cost, as `extensions.cost.actual` counts: points that are sure, and those that rows decide. */
export interface Points {
  sure: number;
  more: Sql[];
}

export const noPoints = (): Points => ({ sure: 0, more: [] });

export function addPoints(sum: Points, { sure, more }: Points): void {
  sum.sure += sure;
  sum.more.push(...more);
}

/** The points of one row as an expression. */
export function pointsOf({ sure, more }: Points): RawBuilder<number> {
  return sql<number>`(${sql.join([sql.lit(sure), ...more], sql` + `)})`;
}

/** The points of the rows of a page that a condition holds for. */
export function pointsOfRows(points: Points, onPage: Sql): Points {
  const more: Sql[] = [];
  if (points.sure > 0) more.push(sql`${sql.lit(points.sure)} * count(*) filter (where ${onPage})`);
  if (points.more.length > 0)
    more.push(sql`coalesce(sum(${sql.join(points.more, sql` + `)}) filter (where ${onPage}), 0)`);
  return { sure: 0, more };
}
