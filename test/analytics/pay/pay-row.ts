import type { PayRow } from '../../../server/analytics/pay/pay-row.ts';

let lastId = 0;

/** An hourly observation in US dollars, with what a test says of it; of a range, the typical rate is the midpoint. */
export function payRow(given: Partial<PayRow>): PayRow {
  lastId += 1;
  const { low = null, high = null } = given;
  return {
    id: lastId,
    sourceId: 1,
    professionId: 1,
    sectorId: 1,
    platformId: 1,
    payerId: 1,
    basis: 'HOUR',
    low,
    high,
    typical: low === null || high === null ? null : (low + high) / 2,
    currency: 'USD',
    country: null,
    observedOn: null,
    templateBand: false,
    ...given,
  };
}
