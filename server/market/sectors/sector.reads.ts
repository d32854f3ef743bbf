import { sql } from 'kysely';
import { peopleInParts } from '../../cells/index.ts';
import { visibleDatasets } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import type { Listing } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { atVersions, byCells } from '../../graphql/versions.ts';
import { anyOf } from '../filter-conditions.ts';
import type { SectorFilter } from './sector.inputs.ts';

const byPosition = {
  name: 'POSITION',
  type: 'int8',
  // The shared sectors come first, then each ledger's own.
  by: sql`(coalesce(listed.dataset_id, 0)::int8 * 1000000 + listed.position)`,
  direction: OrderDirection.ASC,
} as const;

/** The shared sectors and those of ledgers that the caller may read. */
export async function listSectors(
  context: Context,
  filter?: SectorFilter | null,
): Promise<Listing<Row<'sector'>>> {
  const readable = anyOf((await visibleDatasets(context, filter?.dataset)).map(({ id }) => id));
  let rows = context.kysely.selectFrom('sector').selectAll();
  rows =
    filter?.dataset != null
      ? rows.where('dataset_id', '=', readable)
      : rows.where((where) =>
          where.or([where('dataset_id', 'is', null), where('dataset_id', '=', readable)]),
        );
  if (filter?.slug != null) rows = rows.where('slug', '=', anyOf(filter.slug));
  if (filter?.shared != null) rows = rows.where('dataset_id', filter.shared ? 'is' : 'is not', null);
  return { rows, order: byPosition };
}

/** The sector of that slug, when the caller may read it. */
export async function findSector(context: Context, slug: string): Promise<Row<'sector'> | undefined> {
  const { rows } = await listSectors(context, { slug: [slug] });
  return (await sql<Row<'sector'>>`${rows}`.execute(context.kysely)).rows[0];
}

/** The sectors that each dataset's earnings fall in at its version, from cells where it has some. */
export async function sectorsByDataset(
  { kysely, versions }: Context,
  datasets: readonly number[],
): Promise<Row<'sector'>[][]> {
  const known = await versions.all();
  const { counted, live } = byCells(datasets.flatMap((id) => known.get(id) ?? []));
  const parts = [
    sql`select dataset_id as holder, key as id from ${peopleInParts('SECTOR', counted)} parts`,
    sql`
      select rollup.dataset_id as holder, rollup.sector_id as id from expert_rollup rollup ${atVersions(live)}
      group by rollup.dataset_id, rollup.sector_id having sum(rollup.entries) > 0`,
  ].filter((_part, i) => [counted, live][i]!.length > 0);
  if (parts.length === 0) return datasets.map(() => []);
  const { rows } = await sql<Row<'sector'> & { holder: number }>`
    select sector.*, held.holder from (${sql.join(parts, sql` union all `)}) held
    join sector on sector.id = held.id
    order by sector.position, sector.id`.execute(kysely);
  const byHolder = Map.groupBy(rows, ({ holder }) => holder);
  return datasets.map((id) => byHolder.get(id) ?? []);
}
