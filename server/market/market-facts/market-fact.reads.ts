import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { rowIdsOf } from '../../graphql/node-id.ts';
import { descending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf, containing, datedFrom, datedTo } from '../filter-conditions.ts';
import { MarketFactOrderField, type MarketFactFilter, type MarketFactOrder } from './market-fact.inputs.ts';

const orders: Record<MarketFactOrderField, SortKey> = {
  AS_OF: { by: sql`coalesce(listed.as_of, '') collate "C"`, type: 'text' },
  VALUE: { by: sql`listed.value`, type: 'float8' },
  KEY: { by: sql`listed.key`, type: 'text' },
};

/** Market facts, newest first unless otherwise asked. */
export function listMarketFacts(
  kysely: Kysely<Tables>,
  filter: MarketFactFilter | null | undefined,
  order: MarketFactOrder | null | undefined,
): Listing<Row<'market_fact'>> {
  const idsOf = (table: 'source' | 'organisation', slugs: readonly string[]) =>
    kysely.selectFrom(table).select('id').where('slug', '=', anyOf(slugs));
  let rows = kysely.selectFrom('market_fact').selectAll();
  if (filter?.source != null) rows = rows.where('source_id', 'in', idsOf('source', filter.source));
  if (filter?.organisation != null) {
    rows = rows.where('organisation_id', 'in', idsOf('organisation', filter.organisation));
  }
  if (filter?.project != null)
    rows = rows.where('project_id', '=', anyOf(rowIdsOf('Project', filter.project)));
  if (filter?.metric != null) rows = rows.where('metric', '=', anyOf(filter.metric));
  if (filter?.unit != null) rows = rows.where('unit', '=', anyOf(filter.unit));
  if (filter?.from != null) rows = rows.where(datedFrom('as_of', filter.from));
  if (filter?.to != null) rows = rows.where(datedTo('as_of', filter.to));
  if (filter?.search != null) {
    const { search } = filter;
    rows = rows.where((where) => where.or([containing('subject', search), containing('metric', search)]));
  }
  return { rows, order: orderOf(orders, order, descending(MarketFactOrderField.AS_OF)) };
}
