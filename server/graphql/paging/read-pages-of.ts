import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { keysetConditions, orderClause } from './keyset.ts';
import type { Listing } from './listing.ts';
import type { Positioned } from './page.ts';
import type { PageRequest } from './page-arguments.ts';
import { countListed, readPage } from './read-page.ts';

/** Which `listed` rows belong to a parent. */
export type Belongs = (parent: RawBuilder<number>) => RawBuilder<boolean>;

type Placed<Row> = Positioned<Row> & { page_parent: number };

/** The same page of each parent's own list, in one statement: a window numbers each parent's rows. */
export async function readPagesOf<Row extends { id: number }>(
  kysely: Kysely<Tables>,
  { rows, order }: Listing<Row>,
  request: PageRequest,
  belongs: Belongs,
  parents: readonly number[],
): Promise<Positioned<Row>[][]> {
  const [only] = parents;
  if (parents.length === 1 && only !== undefined) {
    // A plain limit stops early on an index, which a window does not.
    return [await readPage(kysely, { rows, order }, request, belongs(sql`${only}::int8`))];
  }
  const { rows: read } = await sql<Placed<Row>>`
    select * from (
      select listed.*, (${order.by})::text as cursor_key, parent.id as page_parent,
        row_number() over (partition by parent.id order by ${orderClause(order, request)}) as page_place
      from unnest(${parents}::int8[]) as parent (id)
      join ${rows} listed on ${belongs(sql`parent.id`)}
      where ${keysetConditions(order, request)}
    ) placed
    where page_place <= ${sql.lit(request.size + 1)}
    order by page_parent, page_place`.execute(kysely);
  const byParent = new Map<number, Positioned<Row>[]>(parents.map((parent) => [parent, []]));
  for (const row of read) byParent.get(row.page_parent)?.push(row);
  return parents.map((parent) => byParent.get(parent) ?? []);
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
    return [await countListed(kysely, rows, belongs(sql`${only}::int8`))];
  }
  const { rows: counted } = await sql<{ id: number; count: number }>`
    select parent.id, count(*) as count
    from unnest(${parents}::int8[]) as parent (id) join ${rows} listed on ${belongs(sql`parent.id`)}
    group by parent.id`.execute(kysely);
  const counts = new Map(counted.map(({ id, count }) => [id, count]));
  return parents.map((parent) => counts.get(parent) ?? 0);
}
