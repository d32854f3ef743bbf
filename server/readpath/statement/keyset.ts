import { sql, type RawBuilder } from 'kysely';
import { decodeCursor, encodeCursor, type Position } from '../../graphql/paging/cursor.ts';
import type { ListOrder } from '../../graphql/paging/listing.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import type { Arguments, Row, Sql } from '../nouns/noun.ts';
import { Hole, type AllArguments } from './hole.ts';

/** The condition that a page's cursors set, by row comparison; the cursors are filled in by each request. */
export function betweenCursors(order: ListOrder, given: Arguments, index: number): RawBuilder<boolean> {
  const ascending = order.direction === OrderDirection.ASC;
  const conditions: RawBuilder<boolean>[] = [];
  for (const [name, greater] of [
    ['after', ascending],
    ['before', !ascending],
  ] as const) {
    const cursor = given[name];
    if (typeof cursor !== 'string') continue;
    // What is wrong with it, Apollo says.
    decodeCursor(order, cursor);
    let last: { cursor: string; position: Position } | null = null;
    const position = (all: AllArguments): Position => {
      const given = all[index]?.[name] as string;
      // Asked for twice, once for each of its parts.
      if (last?.cursor !== given) last = { cursor: given, position: decodeCursor(order, given) };
      return last.position;
    };
    const at = new Hole((all) => position(all).key);
    const id = new Hole((all) => position(all).id);
    conditions.push(
      sql<boolean>`(${order.by}, listed.id) ${sql.raw(greater ? '>' : '<')} (${at}::${sql.raw(order.type)}, ${id}::int8)`,
    );
  }
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** The cursor of a row, as `encodeCursor` makes it. */
export function cursorOf(order: ListOrder, row: Row): Sql {
  // The tag is what an empty cursor of this order begins with.
  const [tag] = JSON.parse(
    Buffer.from(encodeCursor(order, { key: '', id: 0 }), 'base64url').toString('utf8'),
  ) as [string];
  const opening = sql.lit(`[${JSON.stringify(tag)},`);
  const position = sql`concat(${opening}, to_json(${row.of('cursor_key')}), ',', ${row.of('id')}, ']')`;
  return sql`concat('"', translate(encode(convert_to(${position}, 'UTF8'), 'base64'), E'+/=\n', '-_'), '"')`;
}
