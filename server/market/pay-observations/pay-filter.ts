import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf, datedFrom, datedTo } from '../filter-conditions.ts';
import { gradesOf } from '../reliability.ts';
import type { PayFilter } from './pay.inputs.ts';

/** The pay observations of a filter, as a query that can be narrowed further. */
export function payObservations(
  kysely: Kysely<Tables>,
  filter: PayFilter | null | undefined,
): SelectQueryBuilder<Tables, 'pay_observation', Row<'pay_observation'>> {
  const idsOf = (table: 'source' | 'sector' | 'organisation', slugs: readonly string[]) =>
    kysely.selectFrom(table).select('id').where('slug', '=', anyOf(slugs));
  let rows = kysely.selectFrom('pay_observation').selectAll();
  if (filter == null) return rows;
  if (filter.source != null) rows = rows.where('source_id', 'in', idsOf('source', filter.source));
  if (filter.sector != null) rows = rows.where('sector_id', 'in', idsOf('sector', filter.sector));
  if (filter.platform != null) rows = rows.where('platform_id', 'in', idsOf('organisation', filter.platform));
  if (filter.laboratory != null)
    rows = rows.where('laboratory_id', 'in', idsOf('organisation', filter.laboratory));
  if (filter.profession != null) {
    const codes = anyOf(filter.profession);
    rows = rows.where(
      'profession_id',
      'in',
      kysely.selectFrom('profession').select('id').where('soc_code', '=', codes),
    );
  }
  if (filter.reliability != null) {
    const grades = anyOf(gradesOf(filter.reliability));
    rows = rows.where(
      'source_id',
      'in',
      kysely.selectFrom('source').select('id').where('reliability', '=', grades),
    );
  }
  if (filter.country != null) rows = rows.where('country', '=', anyOf(filter.country));
  if (filter.currency != null) rows = rows.where('currency', '=', anyOf(filter.currency));
  if (filter.kind != null) rows = rows.where('kind', '=', anyOf(filter.kind));
  if (filter.basis != null) rows = rows.where('basis', '=', anyOf(filter.basis));
  if (filter.from != null) rows = rows.where(datedFrom('observed_on', filter.from));
  if (filter.to != null) rows = rows.where(datedTo('observed_on', filter.to));
  if (filter.templateBand != null) rows = rows.where('template_band', '=', filter.templateBand);
  return rows;
}
