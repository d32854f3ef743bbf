import { sql } from 'kysely';
import { visibleDatasets } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { ascending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf, holdsAnyOf } from '../filter-conditions.ts';
import { DatasetOrderField, type DatasetFilter, type DatasetOrder } from './dataset.inputs.ts';

const orders: Record<DatasetOrderField, SortKey> = {
  SLUG: { by: sql`listed.slug`, type: 'text' },
  TITLE: { by: sql`lower(listed.title_en)`, type: 'text' },
  CREATED_AT: { by: sql`extract(epoch from listed.created_at)::float8`, type: 'float8' },
};

/** The datasets that the caller may read, by slug unless otherwise asked. */
export async function listDatasets(
  context: Context,
  filter: DatasetFilter | null | undefined,
  order: DatasetOrder | null | undefined,
): Promise<Listing<Row<'dataset'>>> {
  const readable = await visibleDatasets(context, filter?.dataset, filter?.retired);
  let rows = context.kysely
    .selectFrom('dataset')
    .selectAll()
    .where('id', '=', anyOf(readable.map(({ id }) => id)));
  if (filter?.kind != null) rows = rows.where('kind', '=', anyOf(filter.kind));
  if (filter?.allotment != null) rows = rows.where('allotment', '=', anyOf(filter.allotment));
  if (filter?.measure != null) rows = rows.where(holdsAnyOf('measures', filter.measure));
  return { rows, order: orderOf(orders, order, ascending(DatasetOrderField.SLUG)) };
}

/** The dataset of that slug. */
export async function findDataset({ kysely }: Context, slug: string): Promise<Row<'dataset'> | undefined> {
  return kysely.selectFrom('dataset').selectAll().where('slug', '=', slug).executeTakeFirst();
}

/** The erasures from each dataset, the latest first. */
export async function erasuresByDataset(
  { kysely }: Context,
  datasets: readonly number[],
): Promise<Row<'erasure'>[][]> {
  const rows = await kysely
    .selectFrom('erasure')
    .selectAll()
    .where('dataset_id', '=', anyOf(datasets))
    .orderBy('id', 'desc')
    .execute();
  return datasets.map((dataset) => rows.filter((row) => row.dataset_id === dataset));
}

/** The datasets that each source is the origin of. */
export async function datasetsBySource(
  context: Context,
  sources: readonly number[],
): Promise<Row<'dataset'>[][]> {
  const readable = await visibleDatasets(context);
  const rows = await context.kysely
    .selectFrom('dataset')
    .selectAll()
    .where('source_id', '=', anyOf(sources))
    .where('id', '=', anyOf(readable.map(({ id }) => id)))
    .orderBy('slug')
    .execute();
  return sources.map((source) => rows.filter((row) => row.source_id === source));
}
