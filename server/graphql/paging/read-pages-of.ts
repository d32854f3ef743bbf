import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { keysetConditions, orderClause } from './keyset.ts';
import type { Listing } from './listing.ts';
import type { Positioned } from './page.ts';
import type { PageRequest } from './page-arguments.ts';
import { countListed, limitedRows } from './read-page.ts';

/** Which `listed` rows belong to a parent; of a single one its row id is told too, and what is known of it may be said. */
export type Belongs = (parent: RawBuilder<number>, id?: number) => RawBuilder<boolean>;

type Placed<Row> = Positioned<Row> & { page_parent: number };

/** More parents than that are numbered by a window: each limited query costs planning. */
const mostQueries = 100;

export interface PagesOf<Row extends { id: number }> {
  listing: Listing<Row>;
  request: PageRequest;
  belongs: Belongs;
  /** Are the lists so long that numbering them whole would cost more than a limited query for each? */
  longLists: boolean;
}

/** The same page of each parent's own list, in one statement. */
export async function readPagesOf<Row extends { id: number }>(
  kysely: Kysely<Tables>,
  pages: PagesOf<Row>,
  parents: readonly number[],
): Promise<Positioned<Row>[][]> {
  const few = parents.length === 1 || (pages.longLists && parents.length <= mostQueries);
  const { rows: read } = await (few ? limitedPages(pages, parents) : numberedPages(pages, parents)).execute(
    kysely,
  );
  const byParent = new Map<number, Positioned<Row>[]>(parents.map((parent) => [parent, []]));
  for (const row of read) byParent.get(row.page_parent)?.push(row);
  return parents.map((parent) => byParent.get(parent) ?? []);
}

/** A limited query for each parent, which stops early on an index. */
function limitedPages<Row extends { id: number }>(
  { listing, request, belongs }: PagesOf<Row>,
  parents: readonly number[],
): RawBuilder<Placed<Row>> {
  const pages = parents.map(
    (parent) => sql`
      select page.*, ${parent}::int8 as page_parent, row_number() over () as page_place
      from (${limitedRows(listing, request, belongs(sql`${parent}::int8`, parent))}) page`,
  );
  return sql`select * from (${sql.join(pages, sql` union all `)}) placed order by page_parent, page_place`;
}

/** A window that numbers each parent's rows. */
function numberedPages<Row extends { id: number }>(
  { listing: { rows, order }, request, belongs }: PagesOf<Row>,
  parents: readonly number[],
): RawBuilder<Placed<Row>> {
  return sql`
    select * from (
      select listed.*, (${order.by})::text as cursor_key, parent.id as page_parent,
        row_number() over (partition by parent.id order by ${orderClause(order, request)}) as page_place
      from unnest(${parents}::int8[]) as parent (id)
      join ${rows} listed on ${belongs(sql`parent.id`)}
      where ${keysetConditions(order, request)}
    ) placed
    where page_place <= ${sql.lit(request.size + 1)}
    order by page_parent, page_place`;
}

/** How many rows each parent's own list has, in one statement. */
export async function countListedOf(
  kysely: Kysely<Tables>,
  rows: Listing<{ id: number }>['rows'],
  belongs: Belongs,
  parents: readonly number[],
): Promise<number[]> {
  const [only] = parents;
  if (parents.length === 1 && only !== undefined) {
    return [await countListed(kysely, rows, belongs(sql`${only}::int8`, only))];
  }
  const { rows: counted } = await sql<{ id: number; count: number }>`
    select parent.id, count(*) as count
    from unnest(${parents}::int8[]) as parent (id) join ${rows} listed on ${belongs(sql`parent.id`)}
    group by parent.id`.execute(kysely);
  const counts = new Map(counted.map(({ id, count }) => [id, count]));
  return parents.map((parent) => counts.get(parent) ?? 0);
}
