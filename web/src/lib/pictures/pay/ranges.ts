import type { Named, PublicRecord } from '../../api/common.ts';
import type { PayRate } from '../../api/pay.ts';
import PayRanges from '../../charts/PayRanges.svelte';
import { recorded } from '../../components/recorded.ts';
import {
  comparedRates,
  hourlyRates,
  matchedRates,
  payFinding,
  payRows,
  withoutCountry,
} from '../../findings/pay-rows.ts';
import type { PayState } from '../../findings/pay-state.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Note, type Picture } from '../picture.ts';
import { professionRateTable } from './rate-tables.ts';
import { vegaRanges } from '../vega-lite.ts';

export interface PayData {
  rates: PayRate[];
  lists: { sector: Named[] };
  state: PayState;
  record: PublicRecord | null;
}

/** Published ranges by profession on the market band; null where none matches. */
export function rangesPicture(words: Edition, { rates, lists, state, record }: PayData): Picture | null {
  const { t } = words;
  const matched = matchedRates(rates);
  if (matched.length === 0) return null;
  const found = payFinding(rates);
  const counts = countsOf(words, rates);
  const wage = rates.find(({ market }) => market)?.market;
  const rows = payRows(words, rates, state.order);
  const drawn = rows.flatMap(({ observations }) => observations);
  return {
    id: 'pay-ranges',
    finding: findingOf(words, rates),
    measure: wage
      ? t('pay.measure', { year: String(wage.year), fewer: found.fewer })
      : t('pay.measure_plain'),
    headline: found.compared > 2 ? { value: found.above / found.compared } : undefined,
    description: t(found.compared > 0 ? 'pay.description' : 'pay.description_plain', counts),
    drawing: draw(
      PayRanges,
      {
        rows,
        sectors:
          state.order === 'sector' ? lists.sector.map(({ slug, name }) => ({ key: slug, label: name })) : [],
        currency: 'USD',
        labels: {
          n: t('pay.n'),
          offered: t('pay.offered'),
          premium: t('pay.premium'),
          key: {
            offered: t('pay.key_offered'),
            few: t('pay.key_few'),
            typical: t('pay.key_typical'),
            range: t('pay.key_range'),
            upTo: t('pay.key_up_to'),
            band: t('pay.key_band'),
            median: t('pay.key_median'),
            // No key for what is not drawn.
            ...(drawn.some(({ hollow }) => hollow) ? { dotted: t('pay.key_dotted') } : {}),
            ...(drawn.some(({ template }) => template) ? { template: t('pay.key_template') } : {}),
          },
        },
      },
      [320, 720, 1100],
    ),
    notes: notesOf(words, rates, state),
    tables: [professionRateTable(words, matched)],
    standing: {
      ...recorded(record),
      n: t('pay.standing', counts),
      sources: [
        { label: t('pay.each_source'), path: '/sources' },
        ...(wage
          ? [{ label: wage.source.title, path: `/sources/${wage.source.slug}`, lang: wage.source.language }]
          : []),
      ],
      method: t('pay.method'),
    },
    fields: ['payRates'],
    simulated: false,
    vegaLite: vegaRanges({
      row: 'profession',
      low: 'lowest',
      high: 'highest',
      middle: 'offered_median',
      band: ['market_p10', 'market_p90'],
      bandMiddle: 'market_median',
    }),
  };
}

function countsOf({ exact, change }: Edition, rates: readonly PayRate[]) {
  const found = payFinding(rates);
  const matched = matchedRates(rates);
  return {
    above: found.above,
    compared: found.compared,
    fewer: found.fewer,
    rates: exact(matched.reduce((sum, rate) => sum + hourlyRates(rate), 0)),
    professions: exact(matched.length),
    median: found.median === null ? '–' : change(found.median),
  };
}

function findingOf(words: Edition, rates: readonly PayRate[]): string {
  const { t, list, change } = words;
  const counts = countsOf(words, rates);
  if (counts.compared > 2) return t('pay.finding', counts);
  if (counts.compared > 0) {
    const named = comparedRates(rates).map(({ group, premium }) =>
      t('pay.finding_small_item', { title: group.profession.title, premium: change(premium) }),
    );
    return t('pay.finding_small', { list: list(named) });
  }
  return counts.fewer > 0 ? t('pay.finding_few', counts) : t('pay.finding_uncompared');
}

function notesOf(words: Edition, rates: readonly PayRate[], state: PayState): Note[] {
  const { t, exact } = words;
  const counts = countsOf(words, rates);
  const countries = withoutCountry(rates);
  const bands = rates.reduce((sum, { templateBands }) => sum + templateBands, 0);
  const unmatched = rates
    .filter(({ group }) => !group.profession)
    .reduce((sum, rate) => sum + hourlyRates(rate), 0);
  const lines = [
    counts.compared > 0 && t('pay.note_premium', counts),
    rates.some(({ market }) => market) && t('pay.note_gross'),
    countries.unstated > 0 &&
      t('pay.note_country', { unstated: exact(countries.unstated), total: exact(countries.total) }),
    state.bands === 'without' ? t('pay.note_bands_out') : bands > 0 && t('pay.note_bands', { count: bands }),
    (state.from ?? state.to) !== undefined && t('pay.note_undated'),
    unmatched > 0 && t('pay.note_unmatched', { count: unmatched }),
    t('pay.note_advertised'),
  ];
  return lines.filter((text) => text !== false).map((text) => ({ text }));
}
