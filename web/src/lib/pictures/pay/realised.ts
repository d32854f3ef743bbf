import type { DatasetKind } from '../../api/common.ts';
import type { AdvertisedBand } from '../../charts/geometry/rate-histogram.ts';
import RateHistogram from '../../charts/RateHistogram.svelte';
import type { Edition } from '../../i18n/edition.ts';
import type { Values } from '../../i18n/translate.ts';
import { draw, type Picture } from '../picture.ts';
import { vegaQuantiles } from '../vega-lite.ts';

/** The hourly rates that a ledger shows paid. */
export interface RealisedRates {
  engagements: number;
  contributors: number;
  leftOut: number;
  currency: string;
  p10: number;
  p25: number;
  median: number;
  p75: number;
  p90: number;
  quantiles: number[];
  ledger: {
    slug: string;
    title: string;
    kind: DatasetKind;
    licence: string | null;
    release: { number: number } | null;
    source: { slug: string; title: string; language: string } | null;
  };
}

interface Data {
  /** Tells the figures of several ledgers apart. */
  id: string;
  rates: RealisedRates;
  advertised: AdvertisedBand[];
  /** Whose work: all of the ledger's where none is named. */
  profession?: string;
  fields: string[];
}

/** What was really paid an hour, under what was advertised. */
export function realisedPicture(
  words: Edition,
  { id, rates, advertised, profession, fields }: Data,
): Picture {
  const { t, exact } = words;
  const { ledger, currency } = rates;
  const money = (value: number) => words.money(Math.round(value * 100) / 100, currency);
  const values = {
    ledger: ledger.title,
    profession: profession ?? '',
    median: money(rates.median),
    p25: money(rates.p25),
    p75: money(rates.p75),
    engagements: exact(rates.engagements),
    contributors: exact(rates.contributors),
  };
  return {
    id,
    finding: findingOf(words, values, rates.median, advertised, money),
    measure: t(profession === undefined ? 'pay.realised_measure' : 'pay.realised_measure_profession', values),
    headline: { value: rates.median },
    description: t('pay.realised_description', values),
    drawing: draw(RateHistogram, {
      quantiles: rates.quantiles,
      advertised,
      currency,
      labels: {
        p25: t('pay.realised_p25'),
        median: t('pay.realised_median'),
        p75: t('pay.realised_p75'),
        axis: t('pay.realised_axis', { currency }),
      },
    }),
    notes: [
      { text: t('pay.realised_note') },
      ...(rates.leftOut > 0 ? [{ text: t('pay.realised_left_out', { count: rates.leftOut }) }] : []),
    ],
    tables: [
      {
        key: 'realised',
        columns: [
          { key: 'quantile', label: t('pay.realised_quantile'), kind: 'share' },
          { key: 'rate', label: t('pay.realised_rate'), kind: 'money', currency },
        ],
        rows: rates.quantiles
          .map((rate, index, all) => [index / (all.length - 1), rate] as const)
          .filter(([share]) => Math.abs(share * 20 - Math.round(share * 20)) < 1e-9),
      },
    ],
    standing: {
      n: t('pay.realised_standing', values),
      datasets: [ledger.title],
      release: ledger.release?.number,
      releases: ledger.release ? [{ dataset: ledger.slug, number: ledger.release.number }] : [],
      licences: ledger.licence === null ? [] : [ledger.licence],
      sources: [
        ledger.source
          ? {
              label: ledger.source.title,
              path: `/sources/${ledger.source.slug}`,
              lang: ledger.source.language,
            }
          : { label: t('pay.realised_method_page'), path: '/methods' },
      ],
      method: t('pay.realised_method'),
    },
    fields,
    simulated: ledger.kind === 'SIMULATED',
    vegaLite: vegaQuantiles({ quantile: 'quantile', value: 'rate', density: t('figure.density') }),
  };
}

/** What was paid in the middle, beside the middle of what is advertised: in one band, or to professions and to others. */
function findingOf(
  { t }: Edition,
  values: Values,
  median: number,
  advertised: readonly AdvertisedBand[],
  money: (value: number) => string,
): string {
  const [one, two] = advertised.flatMap((band) => band.median ?? []);
  if (one === undefined) return t('pay.realised_finding', values);
  if (two !== undefined)
    return t('pay.realised_finding_both', { ...values, others: money(one), professions: money(two) });
  const key = one > median ? 'below' : 'above';
  return t(`pay.realised_finding_${key}`, { ...values, offered: money(one) });
}
