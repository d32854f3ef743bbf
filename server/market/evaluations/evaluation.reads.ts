import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { rowIdsOf } from '../../graphql/node-id.ts';
import { descending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf, datedFrom, datedTo } from '../filter-conditions.ts';
import { EvaluationOrderField, type EvaluationFilter, type EvaluationOrder } from './evaluation.inputs.ts';

const orders: Record<EvaluationOrderField, SortKey> = {
  PUBLISHED_ON: { by: sql`coalesce(listed.published_on, '') collate "C"`, type: 'text' },
  MODEL: { by: sql`lower(listed.model)`, type: 'text' },
  SCORE: { by: sql`listed.score`, type: 'float8' },
};

/** Evaluations, newest first unless otherwise asked. */
export function listEvaluations(
  kysely: Kysely<Tables>,
  filter: EvaluationFilter | null | undefined,
  order: EvaluationOrder | null | undefined,
): Listing<Row<'evaluation'>> {
  let rows = kysely.selectFrom('evaluation').selectAll();
  if (filter?.project != null)
    rows = rows.where('project_id', '=', anyOf(rowIdsOf('Project', filter.project)));
  if (filter?.model != null) rows = rows.where('model', '=', anyOf(filter.model));
  if (filter?.source != null) {
    const slugs = anyOf(filter.source);
    rows = rows.where('source_id', 'in', kysely.selectFrom('source').select('id').where('slug', '=', slugs));
  }
  if (filter?.atOrAboveExpertParity != null) {
    rows = rows.where('at_or_above_expert_parity', '=', filter.atOrAboveExpertParity);
  }
  if (filter?.from != null) rows = rows.where(datedFrom('published_on', filter.from));
  if (filter?.to != null) rows = rows.where(datedTo('published_on', filter.to));
  return { rows, order: orderOf(orders, order, descending(EvaluationOrderField.PUBLISHED_ON)) };
}
