import type { RealisedResult } from '../../api/realised.ts';
import type { AdvertisedBand } from '../../charts/geometry/rate-histogram.ts';
import { offeredBand, realisedRates } from '../../findings/realised-rates.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { groupsPicture } from './groups.ts';
import { rangesPicture, type PayData } from './ranges.ts';
import { realisedPicture } from './realised.ts';

interface Data extends PayData {
  realised: RealisedResult | null;
}

/** What is published, by profession or by another grouping; null where nothing matches. */
export function publishedPicture(words: Edition, data: PayData): Picture | null {
  const { by } = data.state;
  return by === 'profession' ? rangesPicture(words, data) : groupsPicture(words, data, by);
}

/** What one ledger shows paid, under what is published as offered; null where it cannot be told. */
export function paidPicture(words: Edition, { realised }: Pick<Data, 'realised'>): Picture | null {
  const [own] = realised?.dataset?.hourlyRates ?? [];
  const rates = own && realised?.dataset ? realisedRates(own, realised.dataset) : null;
  if (!rates || !realised) return null;
  const bands = (['others', 'professions'] as const).flatMap((of): AdvertisedBand[] => {
    const band = offeredBand(realised.payRates, rates.currency, of);
    return band === null
      ? []
      : [{ ...band, key: of, label: words.t(`pay.realised_band_${of}`, { count: band.n }) }];
  });
  return realisedPicture(words, { id: 'realised', rates, advertised: bands, fields: ['dataset'] });
}

/** The figures of the pay page, in their order. */
export function payPictures(words: Edition, data: Data): Picture[] {
  return [publishedPicture(words, data), paidPicture(words, data)].filter((picture) => picture !== null);
}
