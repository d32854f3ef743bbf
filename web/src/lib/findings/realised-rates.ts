import type { Realised } from '../api/profession.ts';
import type { RealisedRates } from '../pictures/pay/realised.ts';

/** A distribution with every number that a picture needs; null where one is withheld or the ledger is not named. */
export function realisedRates(
  { provenance: _, ...rates }: Realised,
  ledger: Realised['provenance']['dataset'],
): RealisedRates | null {
  const { currency, p10, p25, median, p75, p90 } = rates;
  if (ledger === null || currency === null || rates.quantiles.length < 2) return null;
  if (p10 === null || p25 === null || median === null || p75 === null || p90 === null) return null;
  return { ...rates, currency, p10, p25, median, p75, p90, ledger };
}
