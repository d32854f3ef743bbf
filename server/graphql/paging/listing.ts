import type { Expression, RawBuilder } from 'kysely';
import type { CursorOrder } from './cursor.ts';
import type { OrderBy } from './order-input.ts';
import { OrderDirection } from './order-direction.ts';
import type { KeyType } from './cursor.ts';

/** How one field of an order is computed from `listed`; never null, or keyset comparison would lose rows. */
export interface SortKey {
  by: RawBuilder<unknown>;
  type: KeyType;
}

export interface ListOrder extends CursorOrder, SortKey {}

/** How many rows each dataset has, by its row id; what is not in it has none. */
export type Tally = ReadonlyMap<number, number>;

/** What is listed, filtered, and in which order; ids break ties in the order's direction. */
export interface Listing<Row extends { id: number }> {
  rows: Expression<Row>;
  order: ListOrder;
  /** Conditions that part the rows into lists which an index holds in this order; together they hold all rows. */
  parts?: readonly RawBuilder<boolean>[];
  /** Tells how many rows of each dataset there are without reading them; null where that needs reading. */
  tally?: () => Promise<Tally | null>;
}

/** The order that is asked for, or else the noun's own. */
export function orderOf<Fields extends string>(
  keys: Record<Fields, SortKey>,
  asked: OrderBy<Fields> | null | undefined,
  otherwise: OrderBy<Fields>,
): ListOrder {
  const { field, direction } = asked ?? otherwise;
  return { name: field, direction, ...keys[field] };
}

/** Ascending by one field: the default of most lists. */
export function ascending<Field extends string>(field: Field): OrderBy<Field> {
  return { field, direction: OrderDirection.ASC };
}

/** Descending by one field: newest or largest first. */
export function descending<Field extends string>(field: Field): OrderBy<Field> {
  return { field, direction: OrderDirection.DESC };
}
