import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import type { Listing } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf } from '../filter-conditions.ts';
import type { OwnershipPositionFilter } from './position.inputs.ts';

const byDate = {
  name: 'SAID_ON',
  type: 'text',
  by: sql`listed.said_on collate "C"`,
  direction: OrderDirection.ASC,
} as const;

/** Positions in the order in which they were taken. */
export function listPositions(
  kysely: Kysely<Tables>,
  filter: OwnershipPositionFilter | null | undefined,
): Listing<Row<'ownership_position'>> {
  let rows = kysely.selectFrom('ownership_position').selectAll();
  if (filter?.side != null) rows = rows.where('side', '=', anyOf(filter.side));
  if (filter?.role != null) rows = rows.where('role', '=', anyOf(filter.role));
  if (filter?.source != null) {
    const slugs = anyOf(filter.source);
    rows = rows.where('source_id', 'in', kysely.selectFrom('source').select('id').where('slug', '=', slugs));
  }
  if (filter?.dispute != null) {
    const keys = anyOf(filter.dispute);
    rows = rows.where('dispute_id', 'in', kysely.selectFrom('dispute').select('id').where('key', '=', keys));
  }
  return { rows, order: byDate };
}
