import type { PredictionAgreement } from '../../api/conversion.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import type { ConversionData } from './data.ts';
import { vegaDots } from '../vega-lite.ts';

interface Found extends PredictionAgreement {
  correlation: number;
}

/** Published predictions of exposure against the observed stages; the finding is how far they agree. */
export function predictionsPicture(
  words: Edition,
  { record, dataset }: Pick<ConversionData, 'record' | 'dataset'>,
): Picture {
  const { t, exact } = words;
  const found = record.predictions
    .filter((one): one is Found => one.correlation !== null)
    .toSorted((a, b) => b.correlation - a.correlation);
  const best = found[0];
  const worst = found.at(-1);
  const counts = found.map(({ n }) => n);
  const finding =
    best && worst
      ? t('conversion.predictions_finding', {
          strength: strengthOf(best.correlation),
          low: exact(worst.correlation, 2),
          high: exact(best.correlation, 2),
        })
      : t('conversion.predictions_none');
  return {
    id: 'predictions',
    finding,
    measure: t('conversion.predictions_measure'),
    ...(best && {
      headline: { value: best.correlation, low: best.interval?.low, high: best.interval?.high },
    }),
    description: best
      ? t('conversion.predictions_description', {
          name: t(`conversion.prediction_${best.prediction}`),
          value: exact(best.correlation, 2),
          n: exact(best.n),
        })
      : finding,
    drawing: draw(RankedDots, {
      rows: found.map(({ prediction, n, correlation, interval }) => ({
        id: prediction,
        label: t(`conversion.prediction_${prediction}`),
        value: correlation,
        low: interval?.low,
        high: interval?.high,
        hollow: interval === null,
        n,
      })),
      value: (value: number) => exact(value, 2),
      tick: (value: number) => exact(value, 1),
      end: 1,
      labels: { axis: t('conversion.predictions_axis') },
    }),
    notes: [{ text: t('conversion.predictions_note') }, { text: t('conversion.predictions_note_ties') }],
    tables: [agreementTable(words, record.predictions)],
    standing: {
      ...recorded(dataset),
      n: t('conversion.predictions_standing', {
        low: exact(Math.min(...counts, Infinity)),
        high: exact(Math.max(...counts, 0)),
      }),
      sources: [
        { label: 'GPTs are GPTs', path: '/sources/gpts-are-gpts', lang: 'en' },
        { label: 'Working with AI', path: '/sources/working-with-ai', lang: 'en' },
        { label: 'Anthropic Economic Index', path: '/sources/anthropic-economic-index', lang: 'en' },
      ],
      method: t('conversion.predictions_method'),
    },
    fields: ['record', 'dataset'],
    simulated: false,
    vegaLite: vegaDots({ row: 'prediction', value: 'spearman', low: 'low_95', high: 'high_95' }),
  };
}

/** A word for the best of the correlations: below 0.2 hardly, below 0.5 weakly, below 0.75 moderately. */
export function strengthOf(correlation: number): 'none' | 'weak' | 'moderate' | 'strong' {
  const size = Math.abs(correlation);
  if (size < 0.2) return 'none';
  if (size < 0.5) return 'weak';
  return size < 0.75 ? 'moderate' : 'strong';
}

function agreementTable(words: Edition, predictions: readonly PredictionAgreement[]): Table {
  const { t } = words;
  return {
    key: 'predictions',
    columns: [
      { key: 'prediction', label: t('conversion.prediction'), kind: 'text' },
      { key: 'spearman', label: t('conversion.correlation'), kind: 'number', digits: 2 },
      { key: 'low_95', label: t('conversion.interval_low'), kind: 'number', digits: 2 },
      { key: 'high_95', label: t('conversion.interval_high'), kind: 'number', digits: 2 },
      { key: 'n', label: t('conversion.professions'), kind: 'count' },
    ],
    rows: predictions.map(({ prediction, correlation, interval, n }) => [
      { value: prediction, shown: t(`conversion.prediction_${prediction}`) },
      correlation,
      interval?.low ?? null,
      interval?.high ?? null,
      n,
    ]),
  };
}
