import {
  distributionOf,
  type ContributorTotal,
  type Dimension,
  type Distribution,
} from '../../server/analytics/earning-filter/index.ts';
import type { Measure } from '../../server/market/datasets/dataset.enums.ts';
import { groupOf, type Fact } from '../analytics/earning-filter/brute-force.ts';

/** A fact with a project's own score of it. */
export type ScoredFact = Fact & { improvement?: number | null };

const valueOf: Record<Measure, (fact: ScoredFact) => number | null> = {
  AMOUNT: ({ amount }) => amount,
  HOURS: ({ hours }) => hours,
  UNITS: ({ units }) => units,
  IMPROVEMENT: ({ improvement }) => improvement ?? null,
};

/** How a measure is shared out in each group, added up from raw facts row by row, in millionths, so that what nets to nothing is 0. */
export function rawDistributions(
  facts: readonly ScoredFact[],
  measure: Measure,
  dimension: Dimension | null,
  currency: string | null,
): Map<number, Distribution> {
  const totals = new Map<string, ContributorTotal & { entries: number }>();
  for (const fact of facts) {
    const groupKey = groupOf(fact, dimension);
    const own = measure === 'AMOUNT' ? (fact.currency ?? '') : '';
    const key = `${groupKey} ${fact.expert} ${own}`;
    const known = totals.get(key) ?? {
      datasetId: 0,
      groupKey,
      expertId: fact.expert,
      currency: own,
      total: null,
      entries: 0,
    };
    const value = valueOf[measure](fact);
    const total = value === null ? known.total : (known.total ?? 0) + Math.round(value * 1e6);
    totals.set(key, { ...known, total, entries: known.entries + (fact.reversal ? -1 : 1) });
  }
  const standing = [...totals.values()]
    .filter(({ entries }) => entries > 0)
    .map((row) => ({ ...row, total: row.total === null ? null : row.total / 1e6 }));
  const groups = Map.groupBy(standing, ({ groupKey }) => groupKey);
  return new Map([...groups].map(([key, rows]) => [key, distributionOf(rows, currency)]));
}
