import type { EstimateDifference } from '../../api/concentration-difference.ts';
import DifferencePlot from '../../charts/DifferencePlot.svelte';
import { suppressionReason } from '../../components/suppression-reason.ts';
import type { Comparison, Curve } from '../../concentration/curve.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Headline, type Picture } from '../picture.ts';
import { curveLabels, percentOf } from './curve-words.ts';
import { curvesStanding } from './standing.ts';
import { vegaDots } from '../vega-lite.ts';

export interface DifferenceData {
  curves: readonly [Curve, ...Curve[]];
  comparisons: readonly Comparison[];
  /** The top share that is compared, in percent. */
  top: number;
}

const verdictWord = {
  HIGHER: 'concentration.verdict_higher',
  LOWER: 'concentration.verdict_lower',
  INDISTINGUISHABLE: 'concentration.verdict_alike',
} as const;

/** The first curve less each of the others, with the intervals of the differences; null where nothing is compared. */
export function differencePicture(words: Edition, data: DifferenceData): Picture | null {
  const { t } = words;
  const { curves, comparisons, top } = data;
  if (comparisons.length === 0) return null;
  const labels = curveLabels(words, curves);
  const labelOf = (curve: Curve): string => labels[curves.indexOf(curve)] ?? '';
  const first = labels[0]!;
  const statistics = [
    { key: 'gini', label: t('concentration.gini'), write: (value: number) => signed(words, value) },
    {
      key: 'top',
      label: t('concentration.column_top', { top: percentOf(words, top) }),
      write: (value: number) => t('concentration.points_apart', { value: signed(words, value * 100, 1) }),
    },
  ] as const;
  const rows = comparisons.flatMap(({ other, difference }) =>
    statistics.map((statistic) => ({ other, statistic, one: difference[statistic.key] })),
  );
  const interval = rows.find(({ one }) => one.interval)?.one.interval;
  const paired = comparisons.some(({ difference }) => difference.paired);
  return {
    id: 'difference',
    finding: differenceFinding(words, data, labels),
    measure: t('concentration.difference_measure', { first }),
    ...headlineOf(comparisons),
    description: rows
      .map(
        ({ other, statistic, one }) =>
          `${first} − ${labelOf(other)}, ${statistic.label}: ${saidOf(words, one, statistic.write)}.`,
      )
      .join(' '),
    drawing: draw(DifferencePlot, {
      groups: comparisons.map(({ other }) => ({
        key: other.place,
        heading: t('concentration.difference_heading', { first, second: labelOf(other) }),
        rows: rows
          .filter((row) => row.other === other)
          .map(({ statistic, one }) => ({
            id: `${other.place}-${statistic.key}`,
            label: statistic.label,
            value: one.value,
            low: one.interval?.low,
            high: one.interval?.high,
            text: one.value === null ? '' : writeWithInterval(words, one, statistic.write),
            verdict: one.verdict ? t(verdictWord[one.verdict]) : t('concentration.verdict_none'),
            lit: one.verdict === 'HIGHER' || one.verdict === 'LOWER',
            hollow: one.interval === null,
            suppressed: one.suppression ? suppressionReason(words, one.suppression) : undefined,
          })),
      })),
      tick: (value) => signed(words, value),
      labels: {
        sides: {
          left: t('concentration.side_less', { first }),
          right: t('concentration.side_more', { first }),
        },
      },
    }),
    notes: [{ text: t(paired ? 'concentration.difference_paired' : 'concentration.difference_note') }],
    tables: [
      {
        key: 'difference',
        columns: [
          { key: 'first', label: t('concentration.column_first'), kind: 'text' },
          { key: 'second', label: t('concentration.column_second'), kind: 'text' },
          { key: 'statistic', label: t('concentration.statistic'), kind: 'text' },
          { key: 'difference', label: t('concentration.column_difference'), kind: 'number', digits: 3 },
          { key: 'low', label: t('concentration.column_low'), kind: 'number', digits: 3 },
          { key: 'high', label: t('concentration.column_high'), kind: 'number', digits: 3 },
          { key: 'verdict', label: t('concentration.column_verdict'), kind: 'text' },
        ],
        rows: rows.map(({ other, statistic, one }) => [
          first,
          labelOf(other),
          statistic.label,
          one.value,
          one.interval?.low ?? null,
          one.interval?.high ?? null,
          {
            value: one.verdict,
            shown: one.verdict ? t(verdictWord[one.verdict]) : t('concentration.verdict_none'),
          },
        ]),
      },
    ],
    standing: {
      ...curvesStanding(words, curves, interval ?? null),
      method: interval
        ? t('concentration.method_difference', { level: words.percent(interval.level) })
        : t('concentration.method_none'),
    },
    fields: ['concentrationDifference'],
    simulated: curves.some(({ ledger }) => ledger.kind === 'SIMULATED'),
    vegaLite: vegaDots({
      row: 'statistic',
      value: 'difference',
      low: 'low',
      high: 'high',
      facet: 'second',
      reference: 0,
    }),
  };
}

/** The difference, where one is compared. */
function headlineOf(comparisons: readonly Comparison[]): { headline?: Headline } {
  const [only, ...others] = comparisons;
  const { value = null, interval } = only?.difference.gini ?? {};
  if (value === null || others.length > 0) return {};
  return { headline: { value, low: interval?.low, high: interval?.high } };
}

function differenceFinding(
  words: Edition,
  { curves, comparisons }: DifferenceData,
  labels: readonly string[],
): string {
  const { t } = words;
  const verdicts = comparisons.map(({ difference }) => difference.gini.verdict);
  if (comparisons.length > 1) {
    const beyond = verdicts.filter((verdict) => verdict === 'HIGHER' || verdict === 'LOWER').length;
    return t('concentration.difference_several', { first: labels[0]!, beyond, count: comparisons.length });
  }
  const { gini } = comparisons[0]!.difference;
  const second = labels[curves.indexOf(comparisons[0]!.other)] ?? '';
  const value = gini.value === null ? '' : signed(words, gini.value);
  if (gini.value === null) return t('concentration.difference_hidden', { first: labels[0]!, second });
  if (gini.verdict === null || !gini.interval) return t('concentration.difference_unsure', { value });
  const low = signed(words, gini.interval.low);
  const high = signed(words, gini.interval.high);
  return t(
    gini.verdict === 'INDISTINGUISHABLE'
      ? 'concentration.difference_alike'
      : 'concentration.difference_beyond',
    { value, low, high },
  );
}

const saidOf = (words: Edition, one: EstimateDifference, write: (value: number) => string): string =>
  one.value === null
    ? words.t('concentration.suppressed', {
        reason: one.suppression ? suppressionReason(words, one.suppression) : '',
      })
    : writeWithInterval(words, one, write);

function writeWithInterval(
  words: Edition,
  { value, interval }: EstimateDifference,
  write: (value: number) => string,
): string {
  const said = write(value ?? 0);
  return interval
    ? words.t('concentration.with_interval', {
        value: said,
        low: write(interval.low),
        high: write(interval.high),
      })
    : said;
}

/** A number with its sign: +0.36, −0.02; zero has none. */
function signed({ exact }: Edition, value: number, digits = 2): string {
  const text = exact(Math.abs(value), digits);
  if (Number(Math.abs(value).toFixed(digits)) === 0) return text;
  return value > 0 ? `+${text}` : `−${text}`;
}
