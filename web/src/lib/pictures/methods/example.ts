import type { ExampleLedger } from '../../api/methods.ts';
import LorenzCurve from '../../charts/LorenzCurve.svelte';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';

/** The ledger that the definitions are shown on: its Lorenz curve, with the numbers that are worked out beside it. */
export function examplePicture(words: Edition, ledger: ExampleLedger): Picture {
  const { t, exact, percent } = words;
  const { concentration, source, title } = ledger;
  const { contributors, top20, gini, lorenz } = concentration;
  const unit = ledger.unit ?? t('concentration.unit_units');
  const numbers = {
    n: exact(contributors),
    share: percent(top20.value ?? 0, 1),
    gini: exact(gini.value ?? 0, 3),
  };
  const point = { kind: 'share', digits: 2 } as const;
  return {
    id: 'example',
    finding: t('methods.example_finding', numbers),
    measure: t('methods.example_measure', { unit }),
    description: t('concentration.chart_description', { ...numbers, top: percent(0.2) }),
    drawing: draw(LorenzCurve, {
      series: [{ key: ledger.slug, label: title, points: lorenz, topShare: top20.value }],
      labels: {
        axes: { x: t('concentration.axis_x'), y: t('concentration.axis_y', { unit }) },
        equality: t('concentration.equality'),
        top: t('concentration.top', { top: '{top}' }),
      },
    }),
    notes: [{ text: t('methods.example_note') }],
    tables: [
      {
        key: 'lorenz',
        columns: [
          { key: 'population_share', label: t('concentration.column_population'), kind: 'share' },
          { key: 'measure_share', label: t('concentration.column_total'), ...point },
          { key: 'low', label: t('concentration.column_low'), ...point },
          { key: 'high', label: t('concentration.column_high'), ...point },
        ],
        rows: lorenz.map(({ populationShare, measureShare, low, high }) => [
          populationShare,
          measureShare,
          low,
          high,
        ]),
      },
    ],
    standing: {
      n: t('concentration.n', { n: exact(contributors), count: contributors }),
      datasets: [title],
      release: ledger.release?.number,
      method: t('concentration.method_bca_bootstrap'),
      sources: source
        ? [{ label: source.title, path: `/sources/${source.slug}`, lang: source.language }]
        : [],
      licences: ledger.licence ? [ledger.licence] : [],
    },
    fields: ['example'],
    simulated: false,
  };
}
