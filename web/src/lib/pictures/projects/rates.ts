import type { ProjectWork } from '../../api/project.ts';
import RateHistogram from '../../charts/RateHistogram.svelte';
import type { Edition } from '../../i18n/edition.ts';
import { isSimulated, ledgerStanding } from '../experts/ledger-words.ts';
import { draw, type Picture } from '../picture.ts';
import { vegaQuantiles } from '../vega-lite.ts';

/** Fewer engagements are not a distribution. */
const fewest = 10;

/** What an hour on a project was paid; null where it is not recorded, withheld or of too few. */
export function projectRatesPicture(words: Edition, name: string, work: ProjectWork): Picture | null {
  const { t, exact, money } = words;
  const rates = work.hourlyRates?.[0];
  if (!rates || rates.currency === null || rates.p25 === null || rates.p75 === null) return null;
  if (rates.engagements < fewest) return null;
  const { currency } = rates;
  const write = (rate: number) => money(Math.round(rate * 100) / 100, currency);
  const finding = t('projects.one_rates', {
    n: exact(rates.engagements),
    low: write(rates.p25),
    high: write(rates.p75),
  });
  return {
    id: 'rates',
    subject: name,
    finding,
    measure: t('projects.one_rates_measure', { currency }),
    description: finding,
    drawing: draw(RateHistogram, {
      quantiles: rates.quantiles,
      currency,
      labels: {
        p25: t('projects.one_rates_p25'),
        median: t('projects.one_rates_median'),
        p75: t('projects.one_rates_p75'),
        axis: t('projects.one_rates_axis', { currency }),
      },
    }),
    notes: [],
    tables: [
      {
        key: 'rates',
        columns: [
          { key: 'quantile', label: t('projects.one_rates_quantile'), kind: 'share', digits: 0 },
          { key: 'rate', label: t('projects.one_rates_rate'), kind: 'money', currency },
        ],
        rows: [0.1, 0.25, 0.5, 0.75, 0.9].map((share) => [
          share,
          Math.round((rates.quantiles[Math.round(share * (rates.quantiles.length - 1))] ?? 0) * 100) / 100,
        ]),
      },
    ],
    standing: ledgerStanding(words, work, rates.engagements, t('projects.one_rates_method')),
    fields: ['ledger'],
    simulated: isSimulated(work),
    vegaLite: vegaQuantiles({ quantile: 'quantile', value: 'rate', density: t('figure.density') }),
  };
}
