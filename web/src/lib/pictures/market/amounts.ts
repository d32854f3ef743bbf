import type { Amount } from '../../api/market.ts';
import type { PublicRecord } from '../../api/common.ts';
import MarketTimeline from '../../charts/MarketTimeline.svelte';
import { writeFact } from '../../components/market/fact-value.ts';
import { metricName } from '../../components/market/metric-name.ts';
import { recorded } from '../../components/recorded.ts';
import {
  amountMetrics,
  drawable,
  marketSeries,
  steepestRise,
  type Account,
  type AmountKind,
} from '../../findings/market-series.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { vegaAmounts } from '../vega-lite.ts';

/** Of the page's data, what this figure rests on. */
export interface AmountsData {
  amounts: { nodes: Amount[] };
  record: PublicRecord | null;
  state: { amounts: AmountKind };
}

const tags: Record<string, MessageKey> = {
  revenue: 'market.tag_revenue',
  annual_data_spend_high: 'market.tag_high',
  rl_environment_budget: 'market.tag_environments',
};

/** Amounts of one kind over time, on a log scale: the finding is the steepest rise that sound sources give. */
export function amountsPicture(words: Edition, data: AmountsData): Picture {
  const { record } = data;
  const amounts = data.amounts.nodes;
  const kind = data.state.amounts;
  const { t, href, date, exact, moneyInWords } = words;
  const drawn = drawable(amounts);
  const values = drawn.map(({ value }) => value);
  const rise = steepestRise(amounts, amountMetrics[kind][0]);
  const undated = amounts.length - drawn.length;
  const range = ({ low, high }: Account) => words.moneyRange(low, high, 'USD');
  const name = ({ subject, metric }: Amount) => {
    const tag = tags[metric];
    return tag ? t('market.series_tag', { name: subject, tag: t(tag) }) : subject;
  };
  const said = (one: Amount) =>
    [name(one), writeFact(words, one), one.asOf && date(one.asOf)].filter(Boolean).join(', ');

  return {
    id: 'amounts',
    finding: rise
      ? t(`market.finding_${kind}`, {
          name: rise.name,
          from: range(rise.from),
          to: range(rise.to),
          start: date(rise.from.asOf),
          end: date(rise.to.asOf),
          accounts: rise.to.count,
        })
      : t('market.chart_title'),
    measure: t(`market.measure_${kind}`),
    ...(rise && rise.to.low === rise.to.high && { headline: { value: rise.to.low } }),
    description: t('market.chart_description', {
      count: exact(drawn.length),
      low: moneyInWords(values.length > 0 ? Math.min(...values) : 0, 'USD'),
      high: moneyInWords(values.length > 0 ? Math.max(...values) : 0, 'USD'),
    }),
    drawing: draw(
      MarketTimeline,
      { series: marketSeries(amounts, rise?.key, href, said, name), currency: 'USD' },
      [320, 720, 1100],
    ),
    notes: [
      { text: t('market.note') },
      { text: t('market.note_year') },
      ...(undated > 0 ? [{ text: t('market.undated', { count: undated }) }] : []),
    ],
    tables: [amountTable(words, amounts)],
    standing: {
      ...recorded(record),
      n: t('market.standing', { count: exact(amounts.length) }),
      sources: [{ label: t('market.each_source'), path: '/sources' }],
    },
    fields: ['amounts', 'record'],
    simulated: false,
    vegaLite: vegaAmounts({ day: 'as_of', value: 'value', line: 'subject', unit: 'USD' }),
  };
}

function amountTable(words: Edition, amounts: readonly Amount[]): Table {
  const { t } = words;
  return {
    key: 'amounts',
    columns: [
      { key: 'subject', label: t('market.subject'), kind: 'text' },
      { key: 'metric', label: t('market.metric'), kind: 'text' },
      { key: 'as_of', label: t('market.as_of'), kind: 'date' },
      { key: 'value', label: t('market.value'), kind: 'number' },
      { key: 'source', label: t('market.source'), kind: 'text' },
      { key: 'note', label: t('sources.note'), kind: 'text' },
    ],
    rows: amounts.map((one) => [
      { value: one.subject, lang: 'en' },
      { value: one.metric, shown: metricName(words, one.metric) },
      one.asOf,
      { value: one.value, shown: writeFact(words, one) },
      { value: one.source.title, path: `/sources/${one.source.slug}`, lang: one.source.language },
      { value: one.note, lang: 'en' },
    ]),
  };
}
