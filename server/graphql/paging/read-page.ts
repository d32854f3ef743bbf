import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { keysetConditions, orderClause } from './keyset.ts';
import type { Listing } from './listing.ts';
import type { Positioned } from './page.ts';
import type { PageRequest } from './page-arguments.ts';

/** More parts than that are read as one list: each costs planning. */
const mostParts = 100;

/** The rows of one page and one more, if there is one. */
export async function readPage<Row extends { id: number }>(
  kysely: Kysely<Tables>,
  listing: Listing<Row>,
  request: PageRequest,
): Promise<Positioned<Row>[]> {
  return (await pageRows(listing, request).execute(kysely)).rows;
}

/** The statement that reads them, narrowed by a further condition on `listed`. */
export function pageRows<Row extends { id: number }>(
  { rows, order, parts = [] }: Listing<Row>,
  request: PageRequest,
  condition: RawBuilder<boolean> = sql`true`,
): RawBuilder<Positioned<Row>> {
  return parts.length > 1 && parts.length <= mostParts
    ? pageOfParts(
        { rows, order },
        request,
        parts.map((part) => sql<boolean>`${part} and ${condition}`),
      )
    : limitedRows(
        { rows, order },
        request,
        sql<boolean>`${parts.length === 1 ? parts[0] : sql`true`} and ${condition}`,
      );
}

/** The first rows that a page can have, and one more; the limit stops early on an index. */
export function limitedRows<Row extends { id: number }>(
  { rows, order }: Listing<Row>,
  request: PageRequest,
  condition: RawBuilder<boolean> = sql`true`,
): RawBuilder<Positioned<Row>> {
  return sql`
    select listed.*, (${order.by})::text as cursor_key from ${rows} listed
    where ${condition} and ${keysetConditions(order, request)}
    order by ${orderClause(order, request)} limit ${sql.lit(request.size + 1)}`;
}

/** The same, where each part is in order but the whole is not: the first rows of each, put in order. */
function pageOfParts<Row extends { id: number }>(
  listing: Listing<Row>,
  request: PageRequest,
  parts: readonly RawBuilder<boolean>[],
): RawBuilder<Positioned<Row>> {
  const pages = parts.map((part) => sql`(${limitedRows(listing, request, part)})`);
  return sql`
    select * from (${sql.join(pages, sql` union all `)}) listed
    order by ${orderClause(listing.order, request)} limit ${sql.lit(request.size + 1)}`;
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
