import type { ContributorTotal } from './contributor-totals.sql.ts';

/** How a measure is shared out among contributors, and who was left out of it. */
export interface Distribution {
  /** Row ids of the contributors, the largest total first, equal ones by id. */
  readonly expertIds: readonly number[];
  /** Their totals in the same order, all above 0; money in minor units. */
  readonly totals: Float64Array;
  /** Contributors whose net total is 0 or less, or not known. */
  readonly excluded: number;
  /** Contributors who have money in other currencies only. */
  readonly otherCurrencies: number;
  /** The currency of the totals; null where the measure is not money or no row has any. */
  readonly currency: string | null;
}

export const emptyDistribution: Distribution = {
  expertIds: [],
  totals: new Float64Array(),
  excluded: 0,
  otherCurrencies: 0,
  currency: null,
};

/** The distribution of one group, from its contributors' totals; of money, in that currency. */
export function distributionOf(rows: readonly ContributorTotal[], currency: string | null): Distribution {
  const own = rows.filter((row) => row.total !== null && (currency === null || row.currency === currency));
  const known = new Set(own.map(({ expertId }) => expertId));
  const everyone = new Set(rows.map(({ expertId }) => expertId));
  const elsewhere = new Set(
    rows.filter((row) => row.currency !== '' && !known.has(row.expertId)).map(({ expertId }) => expertId),
  );
  const positive = own
    .map(({ expertId, total }) => ({ expertId, total: total ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || a.expertId - b.expertId);
  return {
    expertIds: positive.map(({ expertId }) => expertId),
    totals: Float64Array.from(positive, ({ total }) => total),
    excluded: everyone.size - elsewhere.size - positive.length,
    otherCurrencies: elsewhere.size,
    currency,
  };
}
