import type { Dimension } from '../../server/analytics/earning-filter/index.ts';
import type { MeasuredRates } from '../../server/analytics/hourly-rates/measured-rates.ts';
import { engagementsOf } from '../../server/analytics/hourly-rates/engagement.ts';
import type { EngagementRow } from '../../server/analytics/hourly-rates/engagements.sql.ts';
import { RateMeasure } from '../../server/analytics/hourly-rates/rate.measure.ts';
import { groupOf, type Fact } from '../analytics/earning-filter/brute-force.ts';

/** The hourly rates in each group, added up from raw facts row by row, hours in millionths. */
export function rawRates(
  facts: readonly Fact[],
  dimension: Dimension | null,
  currency: string | null,
): Map<number, MeasuredRates> {
  const sums = new Map<string, EngagementRow & { entries: number }>();
  for (const fact of facts) {
    const groupKey = groupOf(fact, dimension);
    const own = fact.currency ?? '';
    const key = `${groupKey} ${fact.expert} ${fact.project} ${own}`;
    const known = sums.get(key) ?? {
      datasetId: 0,
      groupKey,
      expertId: fact.expert,
      projectId: fact.project,
      currency: own,
      amount: null,
      hours: null,
      entries: 0,
    };
    const sign = fact.reversal ? -1 : 1;
    sums.set(key, {
      ...known,
      amount: fact.amount === null ? known.amount : (known.amount ?? 0) + fact.amount,
      hours: fact.hours === null ? known.hours : (known.hours ?? 0) + Math.round(fact.hours * 1e6),
      entries: known.entries + sign,
    });
  }
  const rows = [...sums.values()]
    .filter(({ entries }) => entries > 0)
    .map((row) => ({ ...row, hours: row.hours === null ? null : row.hours / 1e6 }));
  const groups = Map.groupBy(rows, ({ groupKey }) => groupKey);
  return new Map(
    [...groups].map(([key, own]) => {
      const { engagements, leftOut } = engagementsOf(own, currency);
      return [key, new RateMeasure(engagements, false, leftOut)];
    }),
  );
}
