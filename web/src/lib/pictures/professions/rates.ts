import type { PublicRecord } from '../../api/common.ts';
import type { Observation, Profession } from '../../api/profession.ts';
import type { LadderRow } from '../../charts/geometry/rate-ladder.ts';
import RateLadder from '../../charts/RateLadder.svelte';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { countryName, inEnglish, writeRate } from '../pay/write-rate.ts';
import { paySigns } from '../pay/pay-words.ts';
import { draw, type Picture } from '../picture.ts';
import { observationTable } from './observation-table.ts';
import { vegaRanges } from '../vega-lite.ts';

interface Data {
  profession: Profession;
  record: PublicRecord | null;
}

const isHourly = ({ basis, currency }: Observation) => basis === 'HOUR' && currency === 'USD';
const heightOf = ({ low, high, typical }: Observation) => typical ?? high ?? low ?? 0;

/** Every published hourly rate of a profession on its market band, highest first; null where there is none. */
export function ratesPicture(words: Edition, { profession, record }: Data): Picture | null {
  const { t, money, exact } = words;
  const { everyRate, payRate, payObservations, title } = profession;
  const hourly = payObservations.nodes.filter(isHourly).toSorted((a, b) => heightOf(b) - heightOf(a));
  if (everyRate === null || hourly.length === 0) return null;
  const { market } = everyRate;
  const median = payRate?.median ?? null;
  const bands = hourly.filter(({ templateBand }) => templateBand).length;
  const wage = market?.median ?? null;
  const others = payObservations.totalCount - hourly.length;
  const numbers = {
    title,
    count: hourly.length,
    rates: exact(hourly.length),
    range: writeRate(words, { ...everyRate, typical: everyRate.median }),
    platforms: everyRate.platforms,
  };
  return {
    id: 'rates',
    subject: title,
    finding: t('professions.rates_finding', numbers),
    measure: t(wage === null ? 'professions.rates_measure_alone' : 'professions.rates_measure', {
      year: String(market?.year ?? ''),
    }),
    description: t('professions.rates_description', {
      ...numbers,
      offered: median === null ? '–' : money(Math.round(median), 'USD'),
      wage: wage === null ? '–' : money(wage, 'USD'),
    }),
    drawing: draw(
      RateLadder,
      {
        rows: hourly.map((one): LadderRow => rowOf(words, one)),
        market: market === null || wage === null ? null : { median: wage, p10: market.p10, p90: market.p90 },
        offered: median,
        currency: 'USD',
        labels: {
          offered: t('professions.rates_offered', { rate: money(Math.round(median ?? 0), 'USD') }),
          market: t(market?.topCoded ? 'professions.rates_market_least' : 'professions.rates_market', {
            rate: money(wage ?? 0, 'USD'),
          }),
          key: paySigns(words, {
            template: bands > 0,
            hollow: hourly.some(({ source }) => source.reliability === 'LOW'),
            market: wage !== null,
          }),
        },
      },
      [320, 720, 1100],
    ),
    notes: [
      ...premiumNote(words, payRate),
      ...(bands > 0 ? [{ text: t('professions.rates_bands', { count: bands }) }] : []),
      ...(wage === null ? [{ text: t('professions.rates_no_wage') }] : [{ text: t('pay.note_gross') }]),
      ...(others > 0 ? [{ text: t('professions.rates_others', { count: others }) }] : []),
    ],
    tables: [observationTable(words, payObservations.nodes)],
    standing: {
      ...recorded(record),
      n: t('professions.rates_standing', numbers),
      sources: [
        { label: t('pay.each_source'), path: '/sources' },
        ...(market
          ? [
              {
                label: market.source.title,
                path: `/sources/${market.source.slug}`,
                lang: market.source.language,
              },
            ]
          : []),
      ],
      method: t('pay.method'),
    },
    fields: ['profession'],
    simulated: false,
    vegaLite: vegaRanges({
      rows: hourly.map((one) => ({
        rate: [one.platform.name, one.roleTitle || one.professionLabel].join(', '),
        low: one.low,
        high: one.high,
        typical: one.typicalBasis === 'PUBLISHED' ? one.typical : null,
      })),
      row: 'rate',
      low: 'low',
      high: 'high',
      ...(hourly.some(({ typicalBasis }) => typicalBasis === 'PUBLISHED') && { middle: 'typical' }),
    }),
  };
}

function premiumNote({ t, change }: Edition, rate: Profession['payRate']): { text: string }[] {
  if (rate?.premium == null || rate.premiumN === 0) return [];
  const key = rate.premiumIsUpperBound ? 'professions.rates_premium_most' : 'professions.rates_premium';
  return [{ text: t(key, { premium: change(rate.premium), count: rate.premiumN }) }];
}

function rowOf(words: Edition, one: Observation): LadderRow {
  return {
    id: one.key,
    label: one.platform.name,
    detailLang: inEnglish(words),
    detail: [one.roleTitle || one.professionLabel, one.country && countryName(words, one.country)]
      .filter(Boolean)
      .join(', '),
    when: one.observedOn === null ? '' : words.date(one.observedOn, 'short'),
    rate: writeRate(words, one),
    href: words.href(`/sources/${one.source.slug}`),
    low: one.low,
    high: one.high,
    typical: one.typicalBasis === 'PUBLISHED' ? one.typical : null,
    hollow: one.source.reliability === 'LOW',
    template: one.templateBand,
  };
}
