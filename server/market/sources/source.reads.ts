import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { descending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf, containing } from '../filter-conditions.ts';
import { gradesOf } from '../reliability.ts';
import { SourceOrderField, type SourceFilter, type SourceOrder } from './source.inputs.ts';

const orders: Record<SourceOrderField, SortKey> = {
  PUBLISHED_ON: { by: sql`coalesce(listed.published_on, '') collate "C"`, type: 'text' },
  TITLE: { by: sql`lower(listed.title)`, type: 'text' },
  PUBLISHER: { by: sql`lower(listed.publisher)`, type: 'text' },
};

/** Sources, newest first unless otherwise asked. */
export function listSources(
  kysely: Kysely<Tables>,
  filter: SourceFilter | null | undefined,
  order: SourceOrder | null | undefined,
): Listing<Row<'source'>> {
  let rows = kysely.selectFrom('source').selectAll();
  if (filter?.kind != null) rows = rows.where('kind', '=', anyOf(filter.kind));
  if (filter?.reliability != null) rows = rows.where('reliability', '=', anyOf(gradesOf(filter.reliability)));
  if (filter?.language != null) rows = rows.where('language', '=', anyOf(filter.language));
  if (filter?.search != null) {
    const { search } = filter;
    rows = rows.where((where) => where.or([containing('title', search), containing('publisher', search)]));
  }
  return { rows, order: orderOf(orders, order, descending(SourceOrderField.PUBLISHED_ON)) };
}

/** The source of that slug. */
export async function findSource(kysely: Kysely<Tables>, slug: string): Promise<Row<'source'> | undefined> {
  return kysely.selectFrom('source').selectAll().where('slug', '=', slug).executeTakeFirst();
}

/** How many rows rest on each source. */
export async function countNumbers(kysely: Kysely<Tables>, sources: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ source_id: number; count: number }>`
    select source_id, count(*) as count from (
      select source_id from pay_observation union all select source_id from market_fact
      union all select source_id from conversion_evidence union all select source_id from evaluation
      union all select source_id from profession_wage
    ) resting where source_id = any(${sources}) group by source_id`.execute(kysely);
  const counts = new Map(rows.map((row) => [row.source_id, row.count]));
  return sources.map((source) => counts.get(source) ?? 0);
}
