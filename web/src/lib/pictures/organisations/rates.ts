import type { PublicRecord } from '../../api/common.ts';
import type { OrganisationDetail, OrganisationRate } from '../../api/organisation.ts';
import RateLadder from '../../charts/RateLadder.svelte';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { paySigns } from '../pay/pay-words.ts';
import { countryName, inEnglish, writeRate } from '../pay/write-rate.ts';
import { draw, type Picture } from '../picture.ts';
import { vegaRanges } from '../vega-lite.ts';

interface Data {
  organisation: OrganisationDetail;
  record: PublicRecord | null;
}

const isHourly = ({ basis, currency }: OrganisationRate) => basis === 'HOUR' && currency === 'USD';
const heightOf = ({ low, high, typical }: OrganisationRate) => typical ?? high ?? low ?? 0;

/** Every published hourly rate in dollars that an organisation pays, highest first; null where there is none. */
export function ratesPicture(words: Edition, { organisation, record }: Data): Picture | null {
  const { t, money } = words;
  const all = organisation.payObservations.nodes;
  const hourly = all.filter(isHourly).toSorted((a, b) => heightOf(b) - heightOf(a));
  if (hourly.length === 0) return null;
  const ends = hourly.flatMap(({ low, high, typical }) =>
    [low, high, typical].filter((rate) => rate !== null),
  );
  const numbers = {
    name: organisation.name,
    count: hourly.length,
    low: money(Math.min(...ends), 'USD'),
    high: money(Math.max(...ends), 'USD'),
  };
  const others = organisation.payObservations.totalCount - hourly.length;
  return {
    id: 'rates',
    finding: t('organisations.finding_rates', numbers),
    measure: t('organisations.measure_rates', numbers),
    description: t('organisations.description_rates', numbers),
    drawing: draw(
      RateLadder,
      {
        rows: hourly.map((one) => ({
          id: one.key,
          label: one.profession?.title ?? one.professionLabel,
          labelLang: one.profession ? undefined : inEnglish(words),
          detailLang: one.roleTitle ? inEnglish(words) : undefined,
          detail: [one.roleTitle, one.country && countryName(words, one.country)].filter(Boolean).join(', '),
          when: one.observedOn === null ? '' : words.date(one.observedOn, 'short'),
          rate: writeRate(words, one),
          href: words.href(`/sources/${one.source.slug}`),
          low: one.low,
          high: one.high,
          typical: one.typicalBasis === 'PUBLISHED' ? one.typical : null,
          hollow: one.source.reliability === 'LOW',
          template: one.templateBand,
        })),
        currency: 'USD',
        labels: {
          offered: '',
          market: '',
          key: paySigns(words, {
            template: hourly.some(({ templateBand }) => templateBand),
            hollow: hourly.some(({ source }) => source.reliability === 'LOW'),
            market: false,
          }),
        },
      },
      [320, 720, 1100],
    ),
    notes: others > 0 ? [{ text: t('organisations.rates_others', { count: others }) }] : [],
    tables: [
      {
        key: 'rates',
        columns: [
          { key: 'role', label: t('pay.role'), kind: 'text' },
          { key: 'profession', label: t('pay.profession'), kind: 'text' },
          { key: 'low', label: t('organisations.low'), kind: 'number' },
          { key: 'high', label: t('organisations.high'), kind: 'number' },
          { key: 'typical', label: t('sources.typical'), kind: 'number' },
          { key: 'currency', label: t('organisations.currency'), kind: 'text' },
          { key: 'basis', label: t('pay.basis'), kind: 'text' },
          { key: 'observed_on', label: t('pay.seen'), kind: 'date' },
          { key: 'source', label: t('market.source'), kind: 'text' },
        ],
        rows: all.map((one) => [
          { value: one.roleTitle || one.professionLabel, lang: 'en' },
          one.profession?.title ?? { value: one.professionLabel, lang: 'en' },
          one.low,
          one.high,
          one.typicalBasis === 'PUBLISHED' ? one.typical : null,
          one.currency,
          { value: one.basis, shown: t(basis[one.basis]) },
          one.observedOn,
          { value: one.source.title, path: `/sources/${one.source.slug}`, lang: one.source.language },
        ]),
      },
    ],
    standing: {
      ...recorded(record),
      n: t('organisations.n_rates', numbers),
      sources: [{ label: t('pay.each_source'), path: '/sources' }],
    },
    fields: ['organisation', 'record'],
    simulated: false,
    vegaLite: vegaRanges({
      rows: hourly.map((one) => ({
        rate: [one.profession?.title ?? one.professionLabel, one.roleTitle].filter(Boolean).join(', '),
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

const basis = {
  HOUR: 'pay.per_hour',
  TASK: 'pay.per_task',
  PROJECT: 'pay.per_project',
  MONTH: 'pay.per_month',
  YEAR: 'pay.per_year',
} as const;
