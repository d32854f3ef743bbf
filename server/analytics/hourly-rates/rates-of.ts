import type { Context } from '../../graphql/context.ts';
import { storedRatesOf } from '../cells/index.ts';
import { oneCurrency, rowsTogether, type Dimension, type LedgerScope } from '../earning-filter/index.ts';
import { engagementsOf } from './engagement.ts';
import { readEngagements } from './engagements.sql.ts';
import type { MeasuredRates } from './measured-rates.ts';
import { RateMeasure } from './rate.measure.ts';
import { StoredRateMeasure } from './stored-rates.ts';

export interface Rates {
  readonly currency: string | null;
  /** By the key of their group; the only one of an ungrouped question is under 0. */
  readonly groups: ReadonlyMap<number, MeasuredRates>;
}

/** The hourly rates of a ledger by group: from stored cells where there are some, else from all engagements. */
export async function ratesOf(
  context: Context,
  scope: LedgerScope,
  groupBy: Dimension | null,
  weighted: boolean,
): Promise<Rates> {
  // Weighted quantiles are asked for by hand: no page does.
  const stored = weighted ? null : await storedRatesOf(context, scope, groupBy);
  if (stored === null) return liveRates(context, scope, groupBy, weighted);
  const currency = oneCurrency(stored, scope.conditions.currency, scope.dataset.slug);
  const groups = Map.groupBy(stored, ({ key }) => (groupBy === null ? 0 : key));
  return {
    currency,
    groups: new Map(
      [...groups].map(([key, own]) => {
        const rates =
          own.find((one) => one.currency === (currency ?? '')) ?? own.find((one) => one.currency === '')!;
        const live = async (): Promise<MeasuredRates> =>
          (await liveRates(context, scope, groupBy, false)).groups.get(key)!;
        return [key, new StoredRateMeasure(rates, live)];
      }),
    ),
  };
}

async function liveRates(
  context: Context,
  scope: LedgerScope,
  groupBy: Dimension | null,
  weighted: boolean,
): Promise<Rates> {
  const rows = await rowsTogether(context, scope, ['engagements', groupBy], (kysely, ledgers, conditions) =>
    readEngagements(kysely, ledgers, conditions, groupBy),
  );
  const currency = oneCurrency(rows, scope.conditions.currency, scope.dataset.slug);
  const groups = Map.groupBy(rows, ({ groupKey }) => groupKey);
  return {
    currency,
    groups: new Map(
      [...groups].map(([key, own]) => {
        const { engagements, leftOut } = engagementsOf(own, currency);
        return [key, new RateMeasure(engagements, weighted, leftOut)];
      }),
    ),
  };
}
