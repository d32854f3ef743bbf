import type { PublicRecord } from '../../api/common.ts';
import type { OrganisationDetail } from '../../api/organisation.ts';
import MarketTimeline from '../../charts/MarketTimeline.svelte';
import { writeFact } from '../../components/market/fact-value.ts';
import { metricName } from '../../components/market/metric-name.ts';
import { recorded } from '../../components/recorded.ts';
import { amountMetrics, drawable, marketSeries, steepestRise } from '../../findings/market-series.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { factTable } from './fact-table.ts';
import { vegaAmounts } from '../vega-lite.ts';

interface Data {
  organisation: OrganisationDetail;
  record: PublicRecord | null;
}

/** What a company is worth, earns, raises and spends; not what its benchmarks cover or cost. */
const companyMetrics = new Set<string>([
  ...Object.values(amountMetrics).flat(),
  'investment_by_meta',
  'valuation_sought',
  'valuation_offered',
  'contract_value_google',
]);

/** Amounts of dollars about one organisation over time, a line a measure; null with fewer than two dated ones. */
export function moneyPicture(words: Edition, { organisation, record }: Data): Picture | null {
  const { t, date, exact, moneyInWords, href } = words;
  const facts = organisation.marketFacts.nodes.filter(({ metric }) => companyMetrics.has(metric));
  const drawn = drawable(facts);
  if (drawn.length < 2) return null;
  const rises = [...new Set(drawn.map(({ metric }) => metric))].flatMap((metric) => {
    const rise = steepestRise(facts, metric);
    return rise && rise.to.low > rise.from.high ? [{ metric, rise }] : [];
  });
  const best = rises.toSorted(
    (a, b) => b.rise.to.low / b.rise.from.high - a.rise.to.low / a.rise.from.high,
  )[0];
  const values = drawn.map(({ value }) => value);
  const range = ({ low, high }: { low: number; high: number }) => words.moneyRange(low, high, 'USD');
  const counts = {
    name: organisation.name,
    count: drawn.length,
    number: exact(drawn.length),
    low: moneyInWords(Math.min(...values), 'USD'),
    high: moneyInWords(Math.max(...values), 'USD'),
  };
  return {
    id: 'money',
    finding: best
      ? t('organisations.finding_rise', {
          name: best.rise.name,
          metric: metricName(words, best.metric).toLocaleLowerCase(words.locale),
          from: range(best.rise.from),
          to: range(best.rise.to),
          start: date(best.rise.from.asOf),
          end: date(best.rise.to.asOf),
        })
      : t('organisations.finding_money', counts),
    measure: t('organisations.measure_money', counts),
    ...(best && best.rise.to.low === best.rise.to.high && { headline: { value: best.rise.to.low } }),
    description: t('organisations.description_money', counts),
    drawing: draw(
      MarketTimeline,
      {
        series: marketSeries(
          facts,
          best?.rise.key,
          href,
          (one) =>
            [one.subject, metricName(words, one.metric), writeFact(words, one), one.asOf && date(one.asOf)]
              .filter(Boolean)
              .join(', '),
          (one) =>
            one.subject === organisation.name
              ? metricName(words, one.metric)
              : t('market.series_tag', { name: one.subject, tag: metricName(words, one.metric) }),
        ),
        currency: 'USD',
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('market.note') }, { text: t('market.note_year') }],
    tables: [factTable(words, facts)],
    standing: {
      ...recorded(record),
      n: t('market.standing', { count: exact(drawn.length) }),
      sources: [{ label: t('market.each_source'), path: '/sources' }],
    },
    fields: ['organisation', 'record'],
    simulated: false,
    vegaLite: vegaAmounts({ day: 'as_of', value: 'value', line: 'metric', unit: 'USD' }),
  };
}
