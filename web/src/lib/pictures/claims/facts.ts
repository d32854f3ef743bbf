import type { Claim } from '../../api/claims.ts';
import type { PublicRecord } from '../../api/common.ts';
import EventLanes from '../../charts/EventLanes.svelte';
import { writeFact } from '../../components/market/fact-value.ts';
import { metricName } from '../../components/market/metric-name.ts';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { vegaEvents } from '../vega-lite.ts';

/** Single facts of single firms on one timeline: all that there is where nothing can be tested. */
export function factsPicture(words: Edition, claim: Claim, record: PublicRecord | null): Picture {
  const { t, exact, date } = words;
  const facts = claim.marketFacts;
  const dated = facts.filter((fact) => fact.asOf !== null);
  const subjects = [
    ...new Set(dated.toSorted((a, b) => (a.asOf! < b.asOf! ? -1 : 1)).map(({ subject }) => subject)),
  ];
  const counts = { count: facts.length, number: exact(facts.length), firms: exact(subjects.length) };
  return {
    id: claim.slug,
    finding: t('claims.finding_market'),
    measure: t('claims.measure_market', counts),
    description: t('claims.description_market', counts),
    drawing: draw(
      EventLanes,
      {
        events: dated.map((fact) => ({
          key: fact.key,
          date: fact.asOf!,
          row: fact.subject,
          label: t('claims.fact_label', {
            metric: metricName(words, fact.metric),
            value: writeFact(words, fact),
          }),
          title: [
            fact.subject,
            metricName(words, fact.metric),
            writeFact(words, fact),
            date(fact.asOf!),
          ].join(', '),
          href: words.href('/market', { about: undefined }) + '#facts',
        })),
        rows: subjects.map((subject) => ({ key: subject, label: subject })),
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('claims.note_market') }],
    tables: [factTable(words, claim)],
    standing: {
      ...recorded(record),
      n: t('claims.n_facts', counts),
      sources: [{ label: t('claims.every_source'), path: '/sources' }],
    },
    fields: ['claims', 'claim', 'record'],
    simulated: false,
    vegaLite: vegaEvents({ day: 'as_of', lane: 'subject', colour: 'metric' }),
  };
}

function factTable(words: Edition, { marketFacts }: Claim): Table {
  const { t } = words;
  return {
    key: 'facts',
    columns: [
      { key: 'subject', label: t('market.subject'), kind: 'text' },
      { key: 'metric', label: t('market.metric'), kind: 'text' },
      { key: 'value', label: t('market.value'), kind: 'number' },
      { key: 'unit', label: t('claims.column_unit'), kind: 'text', onlyInFiles: true },
      { key: 'as_of', label: t('market.as_of'), kind: 'date' },
      { key: 'note', label: t('sources.note'), kind: 'text' },
    ],
    rows: marketFacts.map((fact) => [
      { value: fact.subject, lang: 'en' },
      { value: fact.metric, shown: metricName(words, fact.metric) },
      { value: fact.value, shown: writeFact(words, fact) },
      { value: fact.unit, lang: 'en' },
      fact.asOf,
      { value: fact.note, lang: 'en' },
    ]),
  };
}
