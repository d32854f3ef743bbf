import { reject } from '../../errors/tacit-error.ts';
import { rowIdsOf } from '../../graphql/node-id.ts';
import type { EarningFilter } from '../../market/earnings/earning.inputs.ts';

/** What an EarningFilter asks of rows, in one canonical form: equal filters are equal texts. Null asks nothing. */
export interface EarningConditions {
  /** Row ids. */
  readonly expert: readonly number[] | null;
  readonly sector: readonly string[] | null;
  readonly profession: readonly string[] | null;
  /** Row ids. */
  readonly project: readonly number[] | null;
  readonly platform: readonly string[] | null;
  readonly laboratory: readonly string[] | null;
  readonly country: readonly string[] | null;
  /** First day, inclusive. */
  readonly from: string | null;
  /** Last day, inclusive. */
  readonly to: string | null;
  /** Money in other currencies is left out and counted; for other measures only rows in this currency count. */
  readonly currency: string | null;
}

/** The canonical form of a filter; BAD_USER_INPUT for a period that ends before it begins. */
export function conditionsOf(filter: EarningFilter | null | undefined): EarningConditions {
  const from = filter?.from ?? null;
  const to = filter?.to ?? null;
  if (from !== null && to !== null && from > to) {
    reject('BAD_USER_INPUT', `The period from ${from} to ${to} ends before it begins.`);
  }
  return {
    expert: filter?.expert == null ? null : canonical(rowIdsOf('Expert', filter.expert)),
    sector: canonical(filter?.sector),
    profession: canonical(filter?.profession),
    project: filter?.project == null ? null : canonical(rowIdsOf('Project', filter.project)),
    platform: canonical(filter?.platform),
    laboratory: canonical(filter?.laboratory),
    country: canonical(filter?.country),
    from,
    to,
    currency: filter?.currency ?? null,
  };
}

function canonical<Value extends string | number>(
  values: readonly Value[] | null | undefined,
): Value[] | null {
  if (values == null) return null;
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}
