import type { Measure } from '../../api/common.ts';
import LorenzCurve from '../../charts/LorenzCurve.svelte';
import type { Comparison, Curve } from '../../concentration/curve.ts';
import { suppressionReason } from '../../components/suppression-reason.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import { draw, type Headline, type Note, type Picture } from '../picture.ts';
import { curveLabels, curveTitle, percentOf, unitOf } from './curve-words.ts';
import { curvesStanding } from './standing.ts';
import { pointsTable, statisticsTable } from './tables.ts';
import { vegaCurves } from '../vega-lite.ts';

export interface LorenzData {
  curves: readonly [Curve, ...Curve[]];
  comparisons: readonly Comparison[];
  /** The top share that is shaded, in percent. */
  top: number;
}

/** Up to four Lorenz curves with the share of the top x percent: the page's lead figure. */
export function lorenzPicture(words: Edition, data: LorenzData): Picture {
  const { t, exact, percent, list } = words;
  const { curves, top } = data;
  const [first] = curves;
  const labels = curveLabels(words, curves);
  const units = [...new Set(curves.map((curve) => unitOf(words, curve)))];
  const unit = units.length === 1 ? units[0]! : t('concentration.unit_several');
  const { gini, contributors } = first.ledger.concentration;
  const interval = curves.find(({ ledger }) => ledger.concentration.gini.interval)?.ledger.concentration.gini
    .interval;
  const said = sayings(curves);
  return {
    id: 'lorenz',
    finding: lorenzFinding(words, data),
    measure: t(interval ? 'concentration.measure' : 'concentration.measure_plain', { unit }),
    ...headlineOf(data),
    description: [
      t('concentration.chart_description', {
        n: exact(contributors),
        top: percentOf(words, top),
        share: percent(first.ledger.concentration.top.value ?? 0, 1),
        gini: exact(gini.value ?? 0, 3),
      }),
      ...(curves.length > 1 ? [t('concentration.chart_beside', { curves: list(labels.slice(1)) })] : []),
    ].join(' '),
    drawing: draw(LorenzCurve, {
      series: curves.map(({ place, ledger: { concentration } }, index) => ({
        key: place,
        label: labels[index]!,
        points: concentration.lorenz,
        topShare: concentration.top.value,
        n: concentration.contributors,
        hollow: concentration.reliability === 'LOW',
        suppressed: concentration.suppression
          ? t('concentration.suppressed', { reason: suppressionReason(words, concentration.suppression) })
          : undefined,
      })),
      top: top / 100,
      step: curves.some(({ ledger }) => ledger.protected) ? 1 : 0.1,
      labels: {
        axes: { x: t('concentration.axis_x'), y: t('concentration.axis_y', { unit }) },
        equality: t(said.equality),
        top: t(said.top, { top: '{top}' }),
        handle: t('concentration.handle'),
        point: ({ label }, { populationShare, measureShare, low, high }) =>
          t(low == null || high == null ? 'concentration.point' : 'concentration.point_interval', {
            label,
            people: percent(populationShare),
            share: percent(measureShare, 1),
            low: percent(low ?? 0, 1),
            high: percent(high ?? 0, 1),
          }),
      },
    }),
    notes: lorenzNotes(words, curves, labels),
    tables: [statisticsTable(words, curves), pointsTable(words, curves)],
    standing: curvesStanding(words, curves, interval ?? null),
    fields: curves.map(({ place }) => place),
    simulated: curves.some(({ ledger }) => ledger.kind === 'SIMULATED'),
    vegaLite: vegaCurves({
      table: 'lorenz',
      x: 'population_share',
      y: 'measure_share',
      curve: 'curve',
      low: 'low',
      high: 'high',
    }),
  };
}

/** The number of the sentence: the top share or the half share of one curve, the difference of two. */
function headlineOf({ curves, comparisons }: LorenzData): { headline?: Headline } {
  const [{ ledger }] = curves;
  const { top, halfShare } = ledger.concentration;
  const estimate =
    curves.length === 1 ? (top.value === null ? halfShare : top) : comparisons[0]?.difference.gini;
  if (estimate?.value == null || curves.length > 2) return {};
  const { value, interval } = estimate;
  return { headline: { value, low: interval?.low, high: interval?.high } };
}

// Pieces are made; money and hours are received and worked.
function sayings(curves: LorenzData['curves']): { equality: MessageKey; top: MessageKey } {
  const [{ measure }, ...others] = curves;
  const mixed = others.some((other) => other.measure !== measure);
  const made = !mixed && (measure === 'UNITS' || measure === 'IMPROVEMENT');
  const top = made ? 'concentration.top' : 'concentration.top_held';
  if (!mixed && measure === 'AMOUNT') return { equality: 'concentration.equality_had', top };
  return {
    equality: !mixed && measure === 'HOURS' ? 'concentration.equality_worked' : 'concentration.equality',
    top,
  };
}

const alone: Record<Measure, MessageKey> = {
  UNITS: 'concentration.finding',
  AMOUNT: 'concentration.finding_amount',
  HOURS: 'concentration.finding_hours',
  IMPROVEMENT: 'concentration.finding_improvement',
};
const verdicts = {
  HIGHER: 'concentration.finding_higher',
  LOWER: 'concentration.finding_lower',
  INDISTINGUISHABLE: 'concentration.finding_alike',
} as const;

/** What the curves show: the share of the top of one, whether two differ, between what shares more of them lie. */
export function lorenzFinding(words: Edition, data: LorenzData): string {
  const { curves, top } = data;
  const [first] = curves;
  if (curves.length === 1) return findingAlone(words, first, top);
  const finding = findingTogether(words, data);
  // Where the labels leave the ledger out, as it is the same for all.
  const same = curves.every(({ ledger }) => ledger.slug === first.ledger.slug);
  return same ? words.t('concentration.in_ledger', { ledger: first.ledger.title, finding }) : finding;
}

function findingTogether(words: Edition, { curves, comparisons, top }: LorenzData): string {
  const { t, percent, list } = words;
  const labels = curveLabels(words, curves);
  const shown = curves
    .flatMap(({ ledger }, index) => {
      const { value } = ledger.concentration.top;
      return value === null ? [] : [{ label: labels[index]!, value }];
    })
    .toSorted((a, b) => a.value - b.value);
  const [low, high] = [shown[0], shown.at(-1)];
  if (!low || !high) return t('concentration.finding_none', { ledger: list(labels) });
  const verdict = comparisons[0]?.difference.gini.verdict;
  if (curves.length === 2 && shown.length === 2 && verdict) {
    const [one, other] = curves.map(({ ledger }) => percent(ledger.concentration.top.value ?? 0));
    return t(verdicts[verdict], {
      first: labels[0]!,
      second: labels[1]!,
      top: percentOf(words, top),
      one: one!,
      other: other!,
    });
  }
  return t('concentration.finding_several', {
    top: percentOf(words, top),
    low: percent(low.value),
    lowLabel: low.label,
    high: percent(high.value),
    highLabel: high.label,
  });
}

function findingAlone(words: Edition, curve: Curve, top: number): string {
  const { t, percent } = words;
  const { concentration, title } = curve.ledger;
  const ledger = curve.part ? `${title}, ${curve.part.label}` : title;
  const unit = unitOf(words, curve);
  const { value } = concentration.top;
  if (value !== null)
    return t(alone[curve.measure], {
      ledger,
      unit,
      share: percent(value),
      fifth: top === 20 ? 'yes' : 'no',
      top: percentOf(words, top),
    });
  const half = concentration.halfShare.value;
  if (half === null) return t('concentration.finding_none', { ledger });
  return t('concentration.finding_half', { ledger, share: percent(half), unit });
}

const allotment = {
  OPEN: 'concentration.allotment_open',
  CAPPED: 'concentration.allotment_capped',
  ASSIGNED: 'concentration.allotment_assigned',
} as const;

function lorenzNotes(words: Edition, curves: readonly Curve[], labels: readonly string[]): Note[] {
  const { t } = words;
  const ledgers = [...new Map(curves.map(({ ledger }) => [ledger.slug, ledger])).values()];
  const several = ledgers.length > 1;
  const said = (ledger: string, sentences: readonly string[]): string => {
    const finding = sentences.filter((one) => one).join(' ');
    return several ? t('concentration.in_ledger', { ledger, finding }) : finding;
  };
  const about = ledgers.flatMap(({ title, about: text, allotment: given, citation }): Note[] => [
    ...(text || given ? [{ text: said(title, [text, given ? t(allotment[given]) : '']) }] : []),
    ...(citation ? [{ text: citation, lang: 'en' }] : []),
  ]);
  const hidden = curves.flatMap(({ ledger: { concentration } }, index) => {
    const reason = concentration.suppression ?? concentration.top.suppression;
    return reason
      ? [
          {
            text: `${labels[index]!}. ${t('concentration.suppressed', { reason: suppressionReason(words, reason) })}.`,
          },
        ]
      : [];
  });
  const low = curves.some(({ ledger }) => ledger.concentration.reliability === 'LOW');
  return [...hidden, ...(low ? [{ text: t('concentration.low_reliability') }] : []), ...about];
}

/** What a search engine is told of the page. */
export function lorenzSummary(words: Edition, curves: readonly [Curve, ...Curve[]]): string {
  const { t, exact, list } = words;
  return t('concentration.description', {
    ledger: list(curves.map((curve) => curveTitle(words, curve))),
    n: exact(curves[0].ledger.concentration.contributors),
  });
}
