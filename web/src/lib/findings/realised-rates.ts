import { quantile } from 'd3-array';
import type { Realised } from '../api/profession.ts';
import type { RealisedResult } from '../api/realised.ts';
import type { RealisedRates } from '../pictures/pay/realised.ts';

/** A distribution with every number that a picture needs; null where one is withheld or the ledger is not named. */
export function realisedRates(
  rates: Omit<Realised, 'provenance'>,
  ledger: Realised['provenance']['dataset'],
): RealisedRates | null {
  const { currency, p10, p25, median, p75, p90, quantiles, engagements, contributors, leftOut } = rates;
  if (ledger === null || currency === null || quantiles.length < 2) return null;
  if (p10 === null || p25 === null || median === null || p75 === null || p90 === null) return null;
  return { currency, p10, p25, median, p75, p90, quantiles, engagements, contributors, leftOut, ledger };
}

/** The middle half of the typical hourly rates that are published in a currency; null below five. */
export function offeredBand(
  rates: RealisedResult['payRates'],
  currency: string,
  of: 'professions' | 'others',
): { n: number; low: number; high: number; median: number } | null {
  const typical = rates
    .filter(({ group }) => (group.key === 'unknown') === (of === 'others'))
    .flatMap(({ observations }) => observations.nodes)
    .filter((one) => one.basis === 'HOUR' && one.currency === currency)
    .flatMap((one) => one.typical ?? []);
  if (typical.length < 5) return null;
  const at = (p: number) => quantile(typical, p) ?? 0;
  return { n: typical.length, low: at(0.25), high: at(0.75), median: at(0.5) };
}
