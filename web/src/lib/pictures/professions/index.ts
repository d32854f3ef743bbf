import type { PublicRecord } from '../../api/common.ts';
import type { Profession, Realised } from '../../api/profession.ts';
import { realisedRates } from '../../findings/realised-rates.ts';
import type { Edition } from '../../i18n/edition.ts';
import { realisedPicture } from '../pay/realised.ts';
import type { Picture } from '../picture.ts';
import { exposurePicture } from './exposure.ts';
import { ratesPicture } from './rates.ts';
import { stagePicture } from './stage.ts';
import { wagesPicture } from './wages.ts';

export interface ProfessionData {
  profession: Profession;
  reach: { platforms: number; benchmarks: number };
  realised: Realised[];
  record: PublicRecord | null;
}

/** The hourly rates that ledgers show paid for the profession, a figure a ledger. */
export function paidPictures(words: Edition, { profession, realised }: ProfessionData): Picture[] {
  const { title, payRate: offered } = profession;
  return realised
    .map((one) => realisedRates(one, one.provenance.dataset))
    .filter((one) => one !== null)
    .map((rates) =>
      realisedPicture(words, {
        id: `realised-${rates.ledger.slug}`,
        rates,
        profession: title,
        advertised:
          offered?.median == null || offered.currency !== rates.currency
            ? []
            : [
                {
                  key: 'published',
                  label: words.t('professions.realised_advertised', { count: offered.n }),
                  low: offered.p25 ?? offered.low,
                  high: offered.p75 ?? offered.high,
                  median: offered.median,
                },
              ],
        fields: ['rateBenchmark'],
      }),
    );
}

/** The figures of a profession's page, in their order; those of which nothing is known are left out. */
export function professionPictures(words: Edition, data: ProfessionData): Picture[] {
  return [
    ratesPicture(words, data),
    ...paidPictures(words, data),
    stagePicture(words, data),
    wagesPicture(words, data),
    exposurePicture(words, data),
  ].filter((picture) => picture !== null);
}
