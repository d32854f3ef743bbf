import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { PayFilter } from '../../market/pay-observations/pay.inputs.ts';
import { MarketWageType } from './market-wage.type.ts';
import { groupPayRows, PayGrouping, type PayRowGroup } from './pay-groups.ts';
import { PayGroupType } from './pay-group.type.ts';
import { PayRateType } from './pay-rate.type.ts';
import { readMarketWages, readPayRows } from './pay-rates.sql.ts';
import { premiumOver, type MarketWage } from './premium.ts';
import { summariseRates } from './rate-summary.ts';

/** The offered rates of the observations of a filter by group, the highest median first; years in their order. */
export async function readPayRates(
  kysely: Kysely<Tables>,
  groupBy: PayGrouping,
  filter: PayFilter | null | undefined,
  currency: string,
): Promise<PayRateType[]> {
  const groups = groupPayRows(await readPayRows(kysely, filter), groupBy);
  const professions = groups.flatMap(({ by, value }) => (by === PayGrouping.PROFESSION ? (value ?? []) : []));
  const wages = professions.length === 0 ? [] : await readMarketWages(kysely, professions.map(Number));
  const wageOf = new Map(wages.map((wage) => [wage.professionId, wage]));
  const rates = groups.map((group) => payRateOf(group, currency, wageOf.get(Number(group.value))));
  return rates.sort(groupBy === PayGrouping.YEAR ? byYear : byMedian);
}

/** The offered rate of each of these professions; null where none of their observations passes. */
export async function readPayRatesOf(
  kysely: Kysely<Tables>,
  professionIds: readonly number[],
  filter: PayFilter | null | undefined,
  currency: string,
): Promise<(PayRateType | null)[]> {
  const [rows, wages] = await Promise.all([
    readPayRows(kysely, filter, professionIds),
    readMarketWages(kysely, professionIds),
  ]);
  const groupOf = new Map(groupPayRows(rows, PayGrouping.PROFESSION).map((group) => [group.value, group]));
  const wageOf = new Map(wages.map((wage) => [wage.professionId, wage]));
  return professionIds.map((id) => {
    const group = groupOf.get(id);
    return group === undefined ? null : payRateOf(group, currency, wageOf.get(id));
  });
}

/** The offered rate of one group beside the market wage, where there is one in the same currency. */
export function payRateOf(group: PayRowGroup, currency: string, wage: MarketWage | undefined): PayRateType {
  const { rows } = group;
  const compared = wage && {
    market: MarketWageType.of(wage),
    premium:
      wage.currency === currency
        ? premiumOver(wage, rows)
        : { offered: null, n: 0, premium: null, isUpperBound: false },
  };
  return PayRateType.of(
    PayGroupType.of(group),
    currency,
    rows,
    summariseRates(rows, currency),
    compared ?? null,
  );
}

function byMedian(a: PayRateType, b: PayRateType): number {
  return (
    (b.median ?? -1) - (a.median ?? -1) ||
    b.n - a.n ||
    (String(a.group.value) < String(b.group.value) ? -1 : 1)
  );
}

function byYear(a: PayRateType, b: PayRateType): number {
  return (a.group.year ?? Infinity) - (b.group.year ?? Infinity);
}
