import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { keysetConditions, orderClause } from './keyset.ts';
import type { Listing } from './listing.ts';
import type { Positioned } from './page.ts';
import type { PageRequest } from './page-arguments.ts';

/** The rows of one page and one more, if there is one. */
export async function readPage<Row extends { id: number }>(
  kysely: Kysely<Tables>,
  { rows, order }: Listing<Row>,
  request: PageRequest,
  condition: RawBuilder<boolean> = sql`true`,
): Promise<Positioned<Row>[]> {
  const { rows: read } = await sql<Positioned<Row>>`
    select listed.*, (${order.by})::text as cursor_key from ${rows} listed
    where ${condition} and ${keysetConditions(order, request)}
    order by ${orderClause(order, request)} limit ${sql.lit(request.size + 1)}`.execute(kysely);
  return read;
}

/** How many rows the whole list has. */
export async function countListed(
  kysely: Kysely<Tables>,
  rows: Listing<{ id: number }>['rows'],
  condition: RawBuilder<boolean> = sql`true`,
): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) as count from ${rows} listed where ${condition}`.execute(kysely);
  return counted[0]?.count ?? 0;
}
