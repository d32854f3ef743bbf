import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { rowIdsOf } from '../../graphql/node-id.ts';
import { descending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf, datedFrom, datedTo } from '../filter-conditions.ts';
import {
  ConversionEvidenceOrderField,
  type ConversionEvidenceFilter,
  type ConversionEvidenceOrder,
} from './conversion-evidence.inputs.ts';

const orders: Record<ConversionEvidenceOrderField, SortKey> = {
  RELEASED_ON: { by: sql`coalesce(listed.released_on, '') collate "C"`, type: 'text' },
  NAME: { by: sql`lower(listed.name)`, type: 'text' },
  ITEMS: { by: sql`coalesce(listed.items, -1)::int8`, type: 'int8' },
};

/** Evidence, newest first unless otherwise asked. */
export function listConversionEvidence(
  kysely: Kysely<Tables>,
  filter: ConversionEvidenceFilter | null | undefined,
  order: ConversionEvidenceOrder | null | undefined,
): Listing<Row<'conversion_evidence'>> {
  const professions = kysely.selectFrom('profession').select('profession.id');
  let rows = kysely.selectFrom('conversion_evidence').selectAll();
  if (filter?.profession != null) {
    rows = rows.where('profession_id', 'in', professions.where('soc_code', '=', anyOf(filter.profession)));
  }
  if (filter?.sector != null) {
    const sectors = kysely.selectFrom('sector').select('id').where('slug', '=', anyOf(filter.sector));
    rows = rows.where('profession_id', 'in', professions.where('sector_id', 'in', sectors));
  }
  if (filter?.project != null)
    rows = rows.where('project_id', '=', anyOf(rowIdsOf('Project', filter.project)));
  if (filter?.source != null) {
    const slugs = anyOf(filter.source);
    rows = rows.where('source_id', 'in', kysely.selectFrom('source').select('id').where('slug', '=', slugs));
  }
  if (filter?.kind != null) rows = rows.where('kind', '=', anyOf(filter.kind));
  if (filter?.scope != null) rows = rows.where('row_kind', '=', anyOf(filter.scope));
  if (filter?.verified != null) rows = rows.where('verified', '=', anyOf(filter.verified));
  if (filter?.expertBuilt != null) rows = rows.where('expert_built', '=', filter.expertBuilt);
  if (filter?.from != null) rows = rows.where(datedFrom('released_on', filter.from));
  if (filter?.to != null) rows = rows.where(datedTo('released_on', filter.to));
  return { rows, order: orderOf(orders, order, descending(ConversionEvidenceOrderField.RELEASED_ON)) };
}
