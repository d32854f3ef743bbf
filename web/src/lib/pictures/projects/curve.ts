import type { Measure } from '../../api/common.ts';
import type { ProjectWork } from '../../api/project.ts';
import LorenzCurve from '../../charts/LorenzCurve.svelte';
import type { Edition } from '../../i18n/edition.ts';
import { isSimulated, ledgerStanding, unitWords } from '../experts/ledger-words.ts';
import { draw, type Picture } from '../picture.ts';
import { vegaCurves } from '../vega-lite.ts';

/** How a project's work is shared out, as a Lorenz curve; null where it is withheld or there are too few to tell. */
export function projectCurvePicture(
  words: Edition,
  name: string,
  work: ProjectWork,
  measure: Measure,
): Picture | null {
  const { t, exact, percent } = words;
  const { concentration } = work;
  const { contributors, lorenz, topFifth, gini } = concentration;
  if (lorenz.length < 2 || contributors < 5) return null;
  const unit = unitWords(words, measure, work.unit, concentration.currency);
  const count = exact(contributors);
  return {
    id: 'curve',
    subject: name,
    finding:
      topFifth.value === null || contributors < 10
        ? t('projects.one_curve_few', { n: count })
        : t('projects.one_curve', { n: count, share: percent(topFifth.value) }),
    measure: t('projects.one_curve_measure', { unit }),
    ...(topFifth.value !== null &&
      contributors >= 10 && {
        headline: { value: topFifth.value, low: topFifth.interval?.low, high: topFifth.interval?.high },
      }),
    description: t('concentration.chart_description', {
      n: count,
      top: percent(0.2),
      share: percent(topFifth.value ?? 0, 1),
      gini: exact(gini.value ?? 0, 3),
    }),
    drawing: draw(LorenzCurve, {
      series: [
        {
          key: 'project',
          label: name,
          points: lorenz,
          topShare: topFifth.value,
          hollow: concentration.reliability === 'LOW',
        },
      ],
      labels: {
        axes: { x: t('concentration.axis_x'), y: t('concentration.axis_y', { unit }) },
        equality: t('concentration.equality'),
        top: t('concentration.top_held', { top: '{top}' }),
      },
    }),
    notes: concentration.reliability === 'LOW' ? [{ text: t('experts.low_reliability') }] : [],
    tables: [
      {
        key: 'curve',
        columns: [
          {
            key: 'population_share',
            label: t('concentration.column_population'),
            kind: 'share',
            digits: 0,
          },
          {
            key: 'measure_share',
            label: t('concentration.column_measure', { unit }),
            kind: 'share',
            digits: 2,
          },
        ],
        rows: lorenz.map(({ populationShare, measureShare }) => [populationShare, measureShare]),
      },
    ],
    standing: ledgerStanding(words, work, contributors),
    fields: ['ledger'],
    simulated: isSimulated(work),
    vegaLite: vegaCurves({ x: 'population_share', y: 'measure_share' }),
  };
}
