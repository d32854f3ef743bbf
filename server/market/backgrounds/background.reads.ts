import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import type { Listing } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf } from '../filter-conditions.ts';
import type { BackgroundFilter } from './background.inputs.ts';

const byKey = { name: 'KEY', type: 'text', by: sql`listed.key`, direction: OrderDirection.ASC } as const;

/** Backgrounds by key. */
export function listBackgrounds(
  kysely: Kysely<Tables>,
  filter: BackgroundFilter | null | undefined,
): Listing<Row<'know_how_background'>> {
  let rows = kysely.selectFrom('know_how_background').selectAll();
  const idsOf = (table: 'sector' | 'source', slugs: readonly string[]) =>
    kysely.selectFrom(table).select('id').where('slug', '=', anyOf(slugs));
  if (filter?.kind != null) rows = rows.where('kind', '=', anyOf(filter.kind));
  if (filter?.formerEmployer != null) rows = rows.where('former_employer', '=', anyOf(filter.formerEmployer));
  if (filter?.sector != null) rows = rows.where('sector_id', 'in', idsOf('sector', filter.sector));
  if (filter?.source != null) rows = rows.where('source_id', 'in', idsOf('source', filter.source));
  if (filter?.employer != null) {
    const slugs = anyOf(filter.employer);
    rows = rows.where(sql<boolean>`employer_ids && array(select id from organisation where slug = ${slugs})`);
  }
  return { rows, order: byKey };
}
