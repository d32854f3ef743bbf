import type { PayRate } from '../api/pay.ts';
import type { PayRow } from '../charts/geometry/pay-ranges.ts';
import type { Edition } from '../i18n/edition.ts';
import type { PayOrder } from './pay-state.ts';

/** A profession with fewer typical rates is in no headline, and its offered median is drawn hollow. */
const leastRates = 3;

/** A rate whose group is an occupation, each of its observations given. */
export type MatchedRate = PayRate & { group: { profession: NonNullable<PayRate['group']['profession']> } };

/** Every hourly rate of a group, those that only say 'up to' or 'from' too. */
export function hourlyRates({ n, capped, openEnded }: PayRate): number {
  return n + capped + openEnded;
}

/** The groups that are matched to an occupation and paid by the hour: the others cannot be drawn on a market wage. */
export function matchedRates(rates: readonly PayRate[]): MatchedRate[] {
  return rates.filter((rate): rate is MatchedRate => rate.group.profession !== null && hourlyRates(rate) > 0);
}

/** One row a profession, in the order asked for; within sectors the highest premium first. */
export function payRows(words: Edition, rates: readonly PayRate[], order: PayOrder): PayRow[] {
  const by: Record<PayOrder, (rate: MatchedRate) => number> = {
    sector: ({ premium }) => premium ?? -Infinity,
    premium: ({ premium }) => premium ?? -Infinity,
    rate: ({ median }) => median ?? -Infinity,
    n: hourlyRates,
    name: () => 0,
  };
  const value = by[order];
  return matchedRates(rates)
    .toSorted((a, b) =>
      order === 'name'
        ? a.group.profession.title.localeCompare(b.group.profession.title, words.locale)
        : value(b) - value(a) || hourlyRates(b) - hourlyRates(a),
    )
    .map(({ group, median, premium, market, observations, ...rate }) => ({
      id: group.profession.socCode,
      label: group.profession.title,
      href: words.href(`/professions/${group.profession.socCode}`),
      sector: group.profession.sector.slug,
      n: rate.n + rate.capped + rate.openEnded,
      offered: median,
      few: rate.n < leastRates,
      premium,
      market:
        market?.median == null
          ? null
          : { median: market.median, p10: market.p10, p90: market.p90, topCoded: market.topCoded },
      observations: (observations?.nodes ?? []).filter(isHourly).map((one) => ({
        low: one.low,
        high: one.high,
        typical: one.typicalBasis === 'PUBLISHED' ? one.typical : null,
        hollow: one.source.reliability === 'LOW',
        template: one.templateBand,
      })),
    }));
}

const isHourly = ({ basis, currency }: NonNullable<PayRate['observations']>['nodes'][number]) =>
  basis === 'HOUR' && currency === 'USD';

/** What the pay page finds: of the professions with rates enough, how many are offered more than their wage. */
export function payFinding(rates: readonly PayRate[]): {
  above: number;
  compared: number;
  /** Professions with a premium that rests on one or two rates. */
  fewer: number;
  median: number | null;
} {
  const all = rates.filter(({ premium }) => premium !== null);
  const counted = all.filter(({ premiumN }) => premiumN >= leastRates);
  const premiums = counted.map(({ premium }) => premium!).sort((a, b) => a - b);
  const middle = premiums.length / 2;
  const median =
    premiums.length === 0 ? null : (premiums[Math.ceil(middle) - 1]! + premiums[Math.floor(middle)]!) / 2;
  return {
    above: premiums.filter((one) => one > 0).length,
    compared: premiums.length,
    fewer: all.length - premiums.length,
    median,
  };
}

/** The professions that a finding on so few can name, highest premium first. */
export function comparedRates(rates: readonly PayRate[]): (MatchedRate & { premium: number })[] {
  return matchedRates(rates)
    .filter(
      (rate): rate is MatchedRate & { premium: number } =>
        rate.premium !== null && rate.premiumN >= leastRates,
    )
    .toSorted((a, b) => b.premium - a.premium);
}

/** How many of the rates that are drawn state no country, and how many there are. */
export function withoutCountry(rates: readonly PayRate[]): { unstated: number; total: number } {
  const drawn = matchedRates(rates).flatMap(({ observations }) =>
    (observations?.nodes ?? []).filter(isHourly),
  );
  return { unstated: drawn.filter(({ country }) => country === null).length, total: drawn.length };
}
