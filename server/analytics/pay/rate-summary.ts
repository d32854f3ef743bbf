import { medianSorted, quantileSorted } from '../../statistics/index.ts';
import type { PayRow } from './pay-row.ts';

/** Quartiles are given from this many typical rates on. */
const leastForQuartiles = 5;

/** The hourly rates of a group of observations. Every observation is counted in exactly one of the first five. */
export interface RateSummary {
  /** Hourly rates in the currency with a typical rate: what the median and the quartiles rest on. */
  n: number;
  /** Hourly rates in the currency that only say 'up to'. */
  capped: number;
  /** Hourly rates in the currency that only say 'from'. */
  openEnded: number;
  /** Pay in the currency by task, project, month or year: shown elsewhere, never converted. */
  otherBases: number;
  /** Pay in another currency, whatever its basis. */
  otherCurrencies: number;
  /** How many of the hourly rates in the currency carry the band of a listing template. */
  templateBands: number;
  /** Who pays them, by name; brands of one owner count once. */
  platforms: number;
  /** The median of the typical rates, per hour; null when there is none. */
  median: number | null;
  /** The quartiles; null below 5 typical rates. */
  p25: number | null;
  p75: number | null;
  /** The lowest end published, a 'from' or a single rate included; null when only 'up to' is. */
  low: number | null;
  /** The highest end published, an 'up to' or a single rate included; null when only 'from' is. */
  high: number | null;
}

/** The offered rate of a group of observations, and what of them could not be compared. */
export function summariseRates(rows: readonly PayRow[], currency: string): RateSummary {
  const inCurrency = rows.filter((row) => row.currency === currency);
  const hourly = inCurrency.filter(({ basis }) => basis === 'HOUR');
  const typical = sortedTypicalRates(hourly);
  const withoutTypical = hourly.filter(({ typical: rate }) => rate === null);
  const capped = withoutTypical.filter(({ low }) => low === null).length;
  const lows = hourly.map((row) => row.low ?? row.typical).filter((rate) => rate !== null);
  const highs = hourly.map((row) => row.high ?? row.typical).filter((rate) => rate !== null);
  const quartiles = typical.length >= leastForQuartiles;
  return {
    n: typical.length,
    capped,
    openEnded: withoutTypical.length - capped,
    otherBases: inCurrency.length - hourly.length,
    otherCurrencies: rows.length - inCurrency.length,
    templateBands: hourly.filter(({ templateBand }) => templateBand).length,
    platforms: new Set(hourly.flatMap(({ payerId }) => payerId ?? [])).size,
    median: medianRate(typical),
    p25: quartiles ? roundedRate(quantileSorted(typical, 0.25)) : null,
    p75: quartiles ? roundedRate(quantileSorted(typical, 0.75)) : null,
    low: lows.length === 0 ? null : Math.min(...lows),
    high: highs.length === 0 ? null : Math.max(...highs),
  };
}

/** The typical hourly rates in one currency, ascending. */
export function typicalHourlyRates(rows: readonly PayRow[], currency: string): number[] {
  return sortedTypicalRates(rows.filter((row) => row.basis === 'HOUR' && row.currency === currency));
}

/** The median of ascending rates; null when there is none. */
export function medianRate(sorted: readonly number[]): number | null {
  return sorted.length === 0 ? null : roundedRate(medianSorted(sorted));
}

/**
 * A computed rate without the dust of binary fractions: (1.66 + 1.66) / 2 may come out as 1.6600000000000001. Six
 * decimals are far finer than any published rate or a quantile between two of them, so nothing is lost.
 */
function roundedRate(rate: number): number {
  return Number(rate.toFixed(6));
}

function sortedTypicalRates(rows: readonly PayRow[]): number[] {
  return rows
    .map(({ typical }) => typical)
    .filter((rate) => rate !== null)
    .sort((a, b) => a - b);
}
