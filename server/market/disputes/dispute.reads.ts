import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { descending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf, datedFrom, datedTo } from '../filter-conditions.ts';
import { DisputeOrderField, type DisputeFilter, type DisputeOrder } from './dispute.inputs.ts';

const orders: Record<DisputeOrderField, SortKey> = {
  STARTED_ON: { by: sql`listed.started_on collate "C"`, type: 'text' },
  KEY: { by: sql`listed.key`, type: 'text' },
};

/** Disputes, newest first unless otherwise asked. */
export function listDisputes(
  kysely: Kysely<Tables>,
  filter: DisputeFilter | null | undefined,
  order: DisputeOrder | null | undefined,
): Listing<Row<'dispute'>> {
  let rows = kysely.selectFrom('dispute').selectAll();
  if (filter?.kind != null) rows = rows.where('kind', '=', anyOf(filter.kind));
  if (filter?.state != null) rows = rows.where('state', '=', anyOf(filter.state));
  if (filter?.organisation != null) {
    const slugs = anyOf(filter.organisation);
    rows = rows.where(
      sql<boolean>`organisation_ids && array(select id from organisation where slug = ${slugs})`,
    );
  }
  if (filter?.source != null) {
    const slugs = anyOf(filter.source);
    rows = rows.where('source_id', 'in', kysely.selectFrom('source').select('id').where('slug', '=', slugs));
  }
  if (filter?.from != null) rows = rows.where(datedFrom('started_on', filter.from));
  if (filter?.to != null) rows = rows.where(datedTo('started_on', filter.to));
  return { rows, order: orderOf(orders, order, descending(DisputeOrderField.STARTED_ON)) };
}
