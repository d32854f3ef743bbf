import type { LorenzPoint, PartConcentration } from '../../api/concentration.ts';
import LorenzMultiples from '../../charts/LorenzMultiples.svelte';
import { suppressionReason } from '../../components/suppression-reason.ts';
import type { Curve } from '../../concentration/curve.ts';
import { isShown, partKey } from '../../concentration/parts.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { CurveName, PartKind } from '../../url-state/curve-name.ts';
import { curvesQuery, type CurvesState } from '../../url-state/curves.ts';
import { draw, type Picture } from '../picture.ts';
import { measureName, percentOf } from './curve-words.ts';
import { curvesStanding } from './standing.ts';
import { estimateCells, estimateColumns } from './tables.ts';
import { vegaCurves } from '../vega-lite.ts';

export interface PartsData {
  /** The curve whose ledger is parted, as a whole where it is one. */
  first: Curve;
  whole: readonly Pick<LorenzPoint, 'populationShare' | 'measureShare'>[] | null;
  by: PartKind;
  panels: readonly PartConcentration[];
  /** How many parts of the kind there are to draw: of projects the largest alone are. */
  all: number;
  release: number | null;
  state: CurvesState;
}

/** A small Lorenz curve for each sector, project or quarter of a ledger; null where there are fewer than two. */
export function partsPicture(words: Edition, data: PartsData): Picture | null {
  const { t, percent, href } = words;
  const { first, by, panels, state } = data;
  const { ledger, measure } = first;
  const shown = panels.flatMap((panel) => {
    const key = partKey(ledger.slug, by, panel);
    const { contributors, suppression } = panel.concentration;
    return key !== null && isShown({ contributors, suppressed: suppression !== null })
      ? [{ key, panel }]
      : [];
  });
  if (shown.length < 2) return null;
  const tops = shown.flatMap(({ panel }) => panel.concentration.top.value ?? []);
  const whole: CurveName = {
    ledger: ledger.slug,
    ...(first.name.measure && { measure: first.name.measure }),
  };
  const interval = shown.find(({ panel }) => panel.concentration.gini.interval)?.panel.concentration.gini
    .interval;
  const standing = curvesStanding(words, [first], interval ?? null);
  return {
    id: 'parts',
    finding:
      tops.length > 1
        ? t(`concentration.parts_finding_${by}`, {
            top: percentOf(words, state.top),
            low: percent(Math.min(...tops)),
            high: percent(Math.max(...tops)),
          })
        : t(`concentration.parts_title_${by}`),
    measure: t('concentration.parts_measure', { ledger: ledger.title, measure: measureName(words, measure) }),
    description: t('concentration.parts_description', { count: shown.length }),
    drawing: draw(
      LorenzMultiples,
      {
        panels: shown.map(({ key, panel: { label, concentration } }) => ({
          key,
          label,
          href: href(
            '/concentration',
            curvesQuery({ ...state, curves: [{ ...whole, part: { kind: by, key } }, whole] }),
          ),
          n: concentration.contributors,
          points: concentration.lorenz,
          topShare: concentration.top.value,
          hollow: concentration.reliability === 'LOW',
          suppressed: concentration.suppression
            ? suppressionReason(words, concentration.suppression)
            : undefined,
        })),
        top: state.top / 100,
        reference: data.whole ?? undefined,
        labels: { n: 'n' },
      },
      [320, 720, 1100],
    ),
    notes:
      data.all > shown.length
        ? [{ text: t('concentration.parts_largest', { count: shown.length, all: data.all }) }]
        : [],
    tables: [
      {
        key: by,
        columns: [
          { key: by, label: t(`concentration.column_${by}`), kind: 'text' },
          { key: 'contributors', label: t('concentration.contributors'), kind: 'count' },
          ...estimateColumns(words, 'gini', t('concentration.gini'), { kind: 'number', digits: 3 }),
          ...estimateColumns(
            words,
            'top_share',
            t('concentration.column_top', { top: percentOf(words, state.top) }),
            { kind: 'share', digits: 1 },
          ),
        ],
        rows: shown.map(({ panel: { label, concentration } }) => [
          label,
          concentration.contributors,
          ...estimateCells(words, concentration.gini),
          ...estimateCells(words, concentration.top),
        ]),
      },
    ],
    standing: {
      ...standing,
      n: t('concentration.parts_n', {
        count: shown.filter(({ panel }) => panel.concentration.suppression === null).length,
      }),
      release: data.release ?? standing.release,
      ...(data.release !== null && { releases: [{ dataset: ledger.slug, number: data.release }] }),
    },
    fields: ['parts'],
    simulated: ledger.kind === 'SIMULATED',
    vegaLite: vegaCurves({
      rows: shown.flatMap(({ panel: { label, concentration } }) =>
        concentration.lorenz.map((point) => ({ [by]: label, ...point })),
      ),
      x: 'populationShare',
      y: 'measureShare',
      panels: by,
    }),
  };
}
