import type { PublicRecord } from '../../api/common.ts';
import type { BenchmarkResult, EvidenceRow, Profession } from '../../api/profession.ts';
import type { EvidenceEvent } from '../../charts/geometry/evidence-timeline.ts';
import EvidenceTimeline from '../../charts/EvidenceTimeline.svelte';
import { recorded } from '../../components/recorded.ts';
import { stageName, stageNames } from '../../findings/stage-words.ts';
import type { Edition } from '../../i18n/edition.ts';
import { writeRate } from '../pay/write-rate.ts';
import { draw, type Picture } from '../picture.ts';
import { evidenceTables } from './evidence-tables.ts';
import { vegaEvents } from '../vega-lite.ts';

interface Data {
  profession: Profession;
  /** How many platforms recruit and how many benchmarks cover it, owners counted once. */
  reach: { platforms: number; benchmarks: number };
  record: PublicRecord | null;
}

/** The dated rows that put a profession at its stage; null where none is dated or none there. */
export function stagePicture(words: Edition, { profession, reach, record }: Data): Picture | null {
  const { t } = words;
  const { title, stage, stageSince } = profession;
  const events = eventsOf(words, profession);
  if (events.length === 0) return null;
  const since = stageSince.at(-1)?.date ?? null;
  const name = stageName(words, stage);
  const undated = profession.payObservations.nodes.length + counting(profession).length - dated(profession);
  const values = { title, stage: name, date: since === null ? '' : words.since(since), ...reach };
  return {
    id: 'stage',
    subject: title,
    finding: t(since === null ? 'professions.stage_finding_undated' : 'professions.stage_finding', values),
    measure: t('professions.stage_measure'),
    description: t('professions.stage_description', { ...values, count: events.length }),
    drawing: draw(
      EvidenceTimeline,
      {
        events,
        rows: [
          { key: 'paid', label: t('professions.stage_row_paid') },
          { key: 'benchmark', label: t('professions.stage_row_benchmark') },
          { key: 'parity', label: t('professions.stage_row_parity') },
        ].filter(({ key }) => events.some(({ row }) => row === key)),
        labels: { stages: stageNames(words) },
      },
      [320, 720, 1100],
    ),
    notes: [
      { text: t('conversion.note_meaning') },
      ...(stage === 'CONTESTED' ? [{ text: t('professions.stage_note_parity') }] : []),
      ...(undated > 0 ? [{ text: t('professions.stage_note_undated', { count: undated }) }] : []),
    ],
    tables: evidenceTables(words, profession),
    standing: {
      ...recorded(record),
      n: t('professions.stage_standing', {
        count: profession.payObservations.totalCount + profession.evidence.totalCount,
      }),
      sources: [{ label: t('conversion.each_source'), path: '/sources' }],
      method: t('conversion.method'),
    },
    fields: ['profession'],
    simulated: false,
    vegaLite: vegaEvents({
      rows: events.map(({ date: on, row, stage: step, label }) => ({
        date: on,
        kind: t(`professions.stage_row_${row as 'paid'}`),
        stage: stageNames(words)[step] ?? '',
        evidence: label,
      })),
      day: 'date',
      lane: 'kind',
      colour: 'stage',
      titles: { date: t('conversion.date'), kind: '', stage: t('conversion.stage') },
    }),
  };
}

/** The rows of evidence that a rule looks at: recruitment, and benchmarks that experts built. */
export function counting({ evidence }: Profession): EvidenceRow[] {
  return evidence.nodes.filter(
    ({ kind, expertBuilt }) => kind === 'RECRUITMENT' || (kind === 'BENCHMARK' && expertBuilt),
  );
}

/** The evaluations at or above parity on the benchmarks that count, each once. */
export function parities(profession: Profession): (BenchmarkResult & { benchmark: string })[] {
  const all = counting(profession).flatMap(({ project }) =>
    (project?.evaluations.nodes ?? []).map((one) => ({ ...one, benchmark: project!.name })),
  );
  const first = new Map(all.map((one) => [one.key, one]));
  return [...first.values()].filter(({ atOrAboveExpertParity }) => atOrAboveExpertParity);
}

function dated(profession: Profession): number {
  return (
    profession.payObservations.nodes.filter(({ observedOn }) => observedOn !== null).length +
    counting(profession).filter(({ releasedOn }) => releasedOn !== null).length
  );
}

function eventsOf(words: Edition, profession: Profession): EvidenceEvent[] {
  const { t, date } = words;
  const event = (
    key: string,
    on: string | null,
    row: string,
    stage: EvidenceEvent['stage'],
    label: string,
  ) =>
    on === null
      ? []
      : [{ key, date: on, row, stage, label, title: `${label}, ${date(on)}`, named: row !== 'paid' }];
  return [
    ...profession.payObservations.nodes.flatMap((one) =>
      event(one.key, one.observedOn, 'paid', 1, `${one.platform.name}: ${writeRate(words, one)}`),
    ),
    ...counting(profession).flatMap((one) =>
      one.kind === 'RECRUITMENT'
        ? event(one.key, one.releasedOn, 'paid', 1, one.name)
        : event(one.key, one.releasedOn, 'benchmark', 2, one.name),
    ),
    ...parities(profession).flatMap((one) =>
      event(
        one.key,
        one.publishedOn,
        'parity',
        4,
        t('professions.stage_parity', { model: one.model, benchmark: one.benchmark }),
      ),
    ),
  ];
}
