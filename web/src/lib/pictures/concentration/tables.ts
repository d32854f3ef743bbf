import type { Estimate } from '../../api/common.ts';
import type { Curve } from '../../concentration/curve.ts';
import type { Edition } from '../../i18n/edition.ts';
import { suppressionReason } from '../../components/suppression-reason.ts';
import type { Cell, Column, Table } from '../table.ts';
import { curveLabels } from './curve-words.ts';

/** An estimate as three cells: the value, or why there is none, and its interval. */
export function estimateCells(words: Edition, { value, suppression, interval }: Estimate): Cell[] {
  const why =
    suppression && words.t('concentration.suppressed', { reason: suppressionReason(words, suppression) });
  return [
    { value, ...(why && { shown: why }) },
    { value: interval?.low ?? null },
    { value: interval?.high ?? null },
  ];
}

/** The columns of an estimate. */
export function estimateColumns(
  { t }: Edition,
  key: string,
  label: string,
  format: Pick<Column, 'kind' | 'digits'>,
): Column[] {
  return [
    { key, label, ...format },
    { key: `${key}_low`, label: t('concentration.column_low'), ...format },
    { key: `${key}_high`, label: t('concentration.column_high'), ...format },
  ];
}

const share = { kind: 'share', digits: 1 } as const;
const index = { kind: 'number', digits: 3 } as const;

/** All statistics of each curve, a row a curve. */
export function statisticsTable(words: Edition, curves: readonly Curve[]): Table {
  const { t } = words;
  const labels = curveLabels(words, curves);
  return {
    key: 'statistics',
    caption: t('concentration.statistics'),
    columns: [
      { key: 'curve', label: t('concentration.column_curve'), kind: 'text' },
      { key: 'contributors', label: t('concentration.contributors'), kind: 'count' },
      { key: 'excluded', label: t('concentration.excluded'), kind: 'count' },
      { key: 'total', label: t('concentration.total'), kind: 'number' },
      ...estimateColumns(words, 'gini', t('concentration.gini'), index),
      { key: 'gini_corrected', label: t('concentration.gini_corrected'), ...index },
      ...estimateColumns(words, 'top_1', t('concentration.top1'), share),
      ...estimateColumns(words, 'top_5', t('concentration.top5'), share),
      ...estimateColumns(words, 'top_10', t('concentration.top10'), share),
      ...estimateColumns(words, 'top_20', t('concentration.top20'), share),
      ...estimateColumns(words, 'half_share', t('concentration.half'), share),
      { key: 'theil', label: t('concentration.theil'), ...index },
      { key: 'hhi', label: t('concentration.hhi'), kind: 'number', digits: 4 },
      { key: 'p90_p10', label: t('concentration.p90p10'), kind: 'number', digits: 1 },
      { key: 'reliability', label: t('concentration.reliability'), kind: 'text' },
    ],
    rows: curves.map(({ ledger: { concentration: one } }, place) => [
      labels[place]!,
      one.contributors,
      one.excluded,
      one.total,
      ...estimateCells(words, one.gini),
      one.giniCorrected,
      ...[one.top1, one.top5, one.top10, one.top20, one.halfShare].flatMap((estimate) =>
        estimateCells(words, estimate),
      ),
      one.theil,
      one.hhi,
      one.p90p10,
      { value: one.reliability, shown: t(reliabilityWord[one.reliability]) },
    ]),
  };
}

/** How reliable a number of contributors makes an answer. */
export const reliabilityWord = {
  HIGH: 'concentration.reliability_high',
  MEDIUM: 'concentration.reliability_medium',
  LOW: 'concentration.reliability_low',
} as const;

/** The points of each curve. */
export function pointsTable(words: Edition, curves: readonly Curve[]): Table {
  const { t } = words;
  const labels = curveLabels(words, curves);
  const point = { kind: 'share', digits: 2 } as const;
  return {
    key: 'lorenz',
    caption: t('concentration.points'),
    columns: [
      { key: 'curve', label: t('concentration.column_curve'), kind: 'text' },
      { key: 'population_share', label: t('concentration.column_population'), kind: 'share' },
      { key: 'measure_share', label: t('concentration.column_total'), ...point },
      { key: 'low', label: t('concentration.column_low'), ...point },
      { key: 'high', label: t('concentration.column_high'), ...point },
    ],
    rows: curves.flatMap(({ ledger }, place) =>
      ledger.concentration.lorenz.map(({ populationShare, measureShare, low, high }) => [
        labels[place]!,
        populationShare,
        measureShare,
        low,
        high,
      ]),
    ),
  };
}
