import type { PayRow } from './pay-row.ts';
import { medianRate, typicalHourlyRates } from './rate-summary.ts';

/** The hourly wage that an occupation earns on the ordinary labour market. */
export interface MarketWage {
  professionId: number;
  sourceId: number;
  country: string;
  currency: string;
  year: number;
  /** Per hour; null where the statistics give no hourly wage, as for teachers and pilots. */
  median: number | null;
  p10: number | null;
  p90: number | null;
  /** True where the statistics cut high wages off: what is given is then a lower bound. */
  topCoded: boolean;
}

export interface Premium {
  /** The median typical rate of the observations that may be compared; null when there is none. */
  offered: number | null;
  /** How many typical rates that median rests on. */
  n: number;
  /** offered ÷ market median − 1; null when either is missing. */
  premium: number | null;
  /** True where the market wage is a lower bound, so that the premium is at most what is said. */
  isUpperBound: boolean;
}

/**
 * How far the offered rate stands above the market wage. Compared are hourly rates in the wage's currency that
 * state the wage's country or no country at all: listings that state none are open to the whole market, those that
 * state another country are not.
 */
export function premiumOver(market: MarketWage, rows: readonly PayRow[]): Premium {
  const comparable = rows.filter(({ country }) => country === null || country === market.country);
  const typical = typicalHourlyRates(comparable, market.currency);
  const offered = medianRate(typical);
  const premium = offered === null || market.median === null ? null : offered / market.median - 1;
  return { offered, n: typical.length, premium, isUpperBound: premium !== null && market.topCoded };
}
