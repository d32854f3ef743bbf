import type { ConversionEvent } from '../../api/conversion.ts';
import EvidenceTimeline from '../../charts/EvidenceTimeline.svelte';
import type { EvidenceEvent } from '../../charts/geometry/evidence-timeline.ts';
import { stageName, stageNames, stepOf } from '../../findings/stage-words.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { conversionStanding, type ConversionData, type ConversionState } from './data.ts';
import { vegaEvents } from '../vega-lite.ts';

/** How many rows of the table the page itself holds. */
const rowsOnPage = 10;

/** How many occupations a dot that stands for many names. */
const mostNamed = 2;

/** When each occupation first met the rule of each stage, by sector; the finding is the middle date. */
export function timelinePicture(
  words: Edition,
  { whole, record, dataset }: ConversionData,
  { until }: Pick<ConversionState, 'until'>,
): Picture {
  const { t, exact, date, list } = words;
  const dates = record.timeline.flatMap(({ date: day }) => day ?? []).toSorted();
  const middle = dates[Math.floor(dates.length / 2)];
  const finding = middle
    ? t('conversion.timeline_finding', { count: exact(dates.length), date: date(middle.slice(0, 7)) })
    : t('conversion.timeline_title');
  const events = record.timeline.flatMap((event): EvidenceEvent[] =>
    event.date === null
      ? []
      : [
          {
            key: `${event.profession.socCode}-${event.stage}`,
            date: event.date,
            row: event.profession.sector.slug,
            stage: stepOf(event.stage),
            label: by(event),
            title: event.profession.title,
          },
        ],
  );
  const sectors = new Map(whole.bySector.map(({ sector: { slug, name } }) => [slug, name]));
  const spoken = ({ label, stage, date: day }: EvidenceEvent, titles: readonly string[]) => {
    const named = titles.slice(0, mostNamed);
    const rest = titles.length - named.length;
    return t('conversion.cluster', {
      name: label,
      stage: stageNames(words)[stage] ?? '',
      date: date(day),
      titles:
        rest > 0
          ? t('conversion.cluster_more', { titles: named.join(', '), count: exact(rest) })
          : list([...named]),
    });
  };
  return {
    id: 'timeline',
    finding,
    measure: t('conversion.timeline_measure'),
    description: t('conversion.timeline_measure'),
    drawing: draw(
      EvidenceTimeline,
      {
        events,
        rows: whole.bySector
          .map((one) => ({ key: one.sector.slug, label: one.sector.name }))
          .filter(({ key }) => events.some((event) => event.row === key)),
        until: until ? { date: until, label: date(until) } : undefined,
        labels: { stages: stageNames(words), spoken },
      },
      [320, 1100],
    ),
    notes: [{ text: t('conversion.timeline_note') }],
    tables: [eventTable(words, record.timeline)],
    wholeTable: {
      path: '/conversion/evidence',
      label: t('conversion.whole_table', { count: exact(record.timeline.length) }),
      rows: rowsOnPage,
    },
    standing: conversionStanding(words, whole, dataset),
    fields: ['record', 'dataset'],
    simulated: false,
    vegaLite: vegaEvents({
      rows: events.map(({ date: on, row, stage, label, title }) => ({
        date: on,
        sector: sectors.get(row) ?? row,
        stage: stageNames(words)[stage] ?? '',
        occupation: title ?? null,
        by: label,
      })),
      day: 'date',
      lane: 'sector',
      colour: 'stage',
      titles: { sector: t('conversion.sector') },
    }),
  };
}

const by = ({ payObservation, evidence, evaluation }: ConversionEvent) =>
  evaluation?.model ?? evidence?.name ?? payObservation?.platform.name ?? '';

const sourceOf = ({ payObservation, evidence, evaluation }: ConversionEvent) =>
  (evaluation ?? evidence ?? payObservation)?.source.slug;

function eventTable(words: Edition, events: readonly ConversionEvent[]): Table {
  const { t } = words;
  return {
    key: 'first-evidence',
    columns: [
      { key: 'occupation', label: t('pay.profession'), kind: 'text' },
      { key: 'soc_code', label: t('pay.soc'), kind: 'text' },
      { key: 'stage', label: t('conversion.stage'), kind: 'text' },
      { key: 'date', label: t('conversion.date'), kind: 'date' },
      { key: 'by', label: t('conversion.by'), kind: 'text' },
    ],
    rows: events.toReversed().map((event) => {
      const source = sourceOf(event);
      return [
        { value: event.profession.title, path: `/professions/${event.profession.socCode}` },
        event.profession.socCode,
        { value: event.stage, shown: stageName(words, event.stage) },
        event.date,
        { value: by(event), ...(source && { path: `/sources/${source}` }) },
      ];
    }),
  };
}
