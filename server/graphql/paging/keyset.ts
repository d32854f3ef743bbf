import { sql, type RawBuilder } from 'kysely';
import { decodeCursor } from './cursor.ts';
import type { ListOrder } from './listing.ts';
import { OrderDirection } from './order-direction.ts';
import type { PageRequest } from './page-arguments.ts';

/** The conditions on `listed` that a page's cursors set, by row comparison: `(key, id) > ($1, $2)`. */
export function keysetConditions(order: ListOrder, { after, before }: PageRequest): RawBuilder<boolean> {
  const ascending = order.direction === OrderDirection.ASC;
  const conditions: RawBuilder<boolean>[] = [];
  if (after !== null) conditions.push(beyond(order, after, ascending));
  if (before !== null) conditions.push(beyond(order, before, !ascending));
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function beyond(order: ListOrder, cursor: string, greater: boolean): RawBuilder<boolean> {
  const { key, id } = decodeCursor(order, cursor);
  const comparison = sql.raw(greater ? '>' : '<');
  return sql<boolean>`(${order.by}, listed.id) ${comparison} (${key}::${sql.raw(order.type)}, ${id}::int8)`;
}

/** `order by` for the rows of a page, from the end when the page is counted from there. */
export function orderClause(order: ListOrder, { fromEnd }: PageRequest): RawBuilder<unknown> {
  const ascending = (order.direction === OrderDirection.ASC) !== fromEnd;
  const direction = sql.raw(ascending ? 'asc' : 'desc');
  return sql`${order.by} ${direction}, listed.id ${direction}`;
}
