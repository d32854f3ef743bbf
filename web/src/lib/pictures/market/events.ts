import type { PublicRecord } from '../../api/common.ts';
import type { Dispute } from '../../api/know-how.ts';
import type { FlowFact } from '../../api/market.ts';
import type { LaneEvent } from '../../charts/geometry/event-lanes.ts';
import EventLanes from '../../charts/EventLanes.svelte';
import { writeFact } from '../../components/market/fact-value.ts';
import { metricName } from '../../components/market/metric-name.ts';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { vegaEvents } from '../vega-lite.ts';

export interface EventsData {
  events: { nodes: FlowFact[] };
  disputes: { nodes: Dispute[] };
  record: PublicRecord | null;
}

/** The lanes of the timeline with the metrics of each; disputes are a table of their own. */
const lanes = [
  ['money', ['valuation', 'investment_by_meta']],
  ['payouts', ['payout_per_day']],
  ['people', ['contractors_active', 'contractors_hired_in_year', 'ai_tutors_employed', 'experts_engaged']],
  ['cuts', ['layoffs', 'contractor_cuts']],
] as const;
/** What the API is asked for. */
export const eventMetrics = lanes.flatMap(([, metrics]) => [...metrics]);

const laneOf = (metric: string) =>
  lanes.find(([, metrics]) => (metrics as readonly string[]).includes(metric))?.[0] ?? 'people';

/** What happened, of every kind, on one timeline: valuations, payouts, people, cuts and disputes. */
export function eventsPicture(words: Edition, { events, disputes, record }: EventsData): Picture {
  const { t, exact, date, href, moneyInWords } = words;
  // A year alone cannot be placed among months; such facts stay in the table.
  const placed = events.nodes.filter(
    ({ asOf, source }) => (asOf ?? '').length > 4 && source.reliability !== 'LOW',
  );
  const cuts = placed.filter(({ metric }) => laneOf(metric) === 'cuts');
  const valuations = placed.filter(({ metric }) => metric === 'valuation').map(({ value }) => value);
  const counts = {
    cut: exact(cuts.reduce((sum, { value }) => sum + value, 0)),
    rounds: cuts.length,
    disputes: disputes.nodes.length,
    value: moneyInWords(Math.max(0, ...valuations), 'USD'),
    count: placed.length + disputes.nodes.length,
  };
  return {
    id: 'events',
    finding: t('market.finding_events', counts),
    measure: t('market.measure_events'),
    description: t('market.description_events', counts),
    drawing: draw(
      EventLanes,
      {
        events: [
          ...placed.map((fact) => factEvent(words, fact)),
          ...disputes.nodes.map((one): LaneEvent => ({
            key: one.key,
            date: one.startedOn,
            row: 'disputes',
            label: one.name,
            title: `${one.name}, ${date(one.startedOn)}. ${one.account}`,
            href: `${href('/know-how')}#disputes`,
          })),
        ],
        rows: [...lanes.map(([lane]) => lane), 'disputes' as const].map((lane) => ({
          key: lane,
          label: t(`market.lane_${lane}`),
        })),
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('market.note_events', { left: events.nodes.length - placed.length }) }],
    tables: [eventTable(words, { events, disputes })],
    standing: {
      ...recorded(record),
      n: t('market.n_events', { count: counts.count }),
      sources: [{ label: t('market.each_source'), path: '/sources' }],
    },
    fields: ['events', 'disputes', 'record'],
    simulated: false,
    vegaLite: vegaEvents({
      rows: [
        ...placed.map((fact) => ({
          as_of: fact.asOf,
          lane: t(`market.lane_${laneOf(fact.metric)}`),
          subject: fact.subject,
          metric: metricName(words, fact.metric),
          value: fact.value,
        })),
        ...disputes.nodes.map(({ startedOn, name }) => ({
          as_of: startedOn,
          lane: t('market.lane_disputes'),
          subject: name,
          metric: t('knowhow.dispute'),
          value: null,
        })),
      ],
      day: 'as_of',
      lane: 'lane',
      titles: { lane: t('market.measure_events') },
    }),
  };
}

function factEvent(words: Edition, fact: FlowFact): LaneEvent {
  const value = writeFact(words, fact);
  const metric = metricName(words, fact.metric);
  return {
    key: fact.key,
    date: fact.asOf!,
    row: laneOf(fact.metric),
    label: words.t('market.event', { subject: fact.subject, value }),
    title: [fact.subject, metric, value, words.date(fact.asOf!)].join(', '),
    href: words.href(
      fact.organisation ? `/organisations/${fact.organisation.slug}` : `/sources/${fact.source.slug}`,
    ),
    lit: laneOf(fact.metric) === 'cuts',
  };
}

function eventTable(words: Edition, { events, disputes }: Pick<EventsData, 'events' | 'disputes'>): Table {
  const { t } = words;
  return {
    key: 'events',
    columns: [
      { key: 'as_of', label: t('market.as_of'), kind: 'date' },
      { key: 'subject', label: t('market.subject'), kind: 'text' },
      { key: 'metric', label: t('market.metric'), kind: 'text' },
      { key: 'value', label: t('market.value'), kind: 'number' },
      { key: 'unit', label: t('claims.column_unit'), kind: 'text', onlyInFiles: true },
      { key: 'source', label: t('market.source'), kind: 'text' },
    ],
    rows: [
      ...events.nodes.map((fact) => [
        fact.asOf,
        { value: fact.subject, lang: 'en' },
        { value: fact.metric, shown: metricName(words, fact.metric) },
        { value: fact.value, shown: writeFact(words, fact) },
        { value: fact.unit, lang: 'en' },
        { value: fact.source.title, path: `/sources/${fact.source.slug}`, lang: fact.source.language },
      ]),
      ...disputes.nodes.map((one) => [
        one.startedOn,
        one.name,
        { value: 'dispute', shown: t('knowhow.dispute') },
        null,
        null,
        { value: one.source.title, path: `/sources/${one.source.slug}`, lang: one.source.language },
      ]),
    ],
  };
}
