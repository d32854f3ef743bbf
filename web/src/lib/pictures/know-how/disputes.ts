import type { PublicRecord } from '../../api/common.ts';
import { disputeKinds, type Dispute, type DisputeKind } from '../../api/know-how.ts';
import EventLanes from '../../charts/EventLanes.svelte';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { vegaEvents } from '../vega-lite.ts';

interface Data {
  disputes: readonly Dispute[];
  record: PublicRecord | null;
  /** The organisation that they concern, where the figure is of one alone. */
  about?: string;
}

const lower = <Word extends string>(word: Word) => word.toLowerCase() as Lowercase<Word>;
/** Disputes over what somebody knows, has or made, rather than over pay. */
const overKnowledge: readonly DisputeKind[] = ['TRADE_SECRETS', 'OWNERSHIP'];

/** Published disputes by what they are about; those over knowledge are lit. */
export function disputesPicture(words: Edition, { disputes, record, about }: Data): Picture {
  const { t, date, href } = words;
  const lit = disputes.filter(({ kind }) => overKnowledge.includes(kind));
  const kinds = disputeKinds.filter((kind) => disputes.some((one) => one.kind === kind));
  const first = disputes.map(({ startedOn }) => startedOn).toSorted()[0];
  const counts = {
    count: disputes.length,
    knowledge: lit.length,
    open: disputes.filter(({ state }) => state === 'OPEN').length,
    since: first ? date(first.slice(0, 4)) : '–',
  };
  return {
    id: 'disputes',
    ...(about && { subject: about }),
    finding: t('knowhow.finding_disputes', counts),
    measure: about ? t('knowhow.measure_disputes_of', { name: about }) : t('knowhow.measure_disputes'),
    headline: { value: lit.length },
    description: t('knowhow.description_disputes', counts),
    drawing: draw(
      EventLanes,
      {
        events: disputes.map((one) => ({
          key: one.key,
          date: one.startedOn,
          row: one.kind,
          label: one.name,
          title: `${one.name}, ${date(one.startedOn)}. ${one.account}`,
          href: href(`/sources/${one.source.slug}`),
          lit: overKnowledge.includes(one.kind),
          hollow: one.source.reliability === 'LOW',
        })),
        rows: kinds.map((kind) => ({ key: kind, label: t(`knowhow.kind_${lower(kind)}`) })),
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('knowhow.note_disputes') }],
    tables: [disputeTable(words, disputes)],
    standing: {
      ...recorded(record),
      n: t('knowhow.n_disputes', { count: disputes.length }),
      sources: [{ label: t('knowhow.each_source'), path: '/sources' }],
    },
    fields: ['disputes', 'record'],
    simulated: false,
    vegaLite: vegaEvents({ day: 'started_on', lane: 'kind', colour: 'state' }),
  };
}

function disputeTable(words: Edition, disputes: readonly Dispute[]): Table {
  const { t, list } = words;
  return {
    key: 'disputes',
    columns: [
      { key: 'name', label: t('knowhow.dispute'), kind: 'text' },
      { key: 'kind', label: t('knowhow.about'), kind: 'text' },
      { key: 'started_on', label: t('knowhow.began'), kind: 'date' },
      { key: 'ended_on', label: t('knowhow.ended'), kind: 'date' },
      { key: 'state', label: t('knowhow.state'), kind: 'text' },
      { key: 'account', label: t('knowhow.account'), kind: 'text' },
      { key: 'organisations', label: t('knowhow.organisations'), kind: 'text' },
      { key: 'source', label: t('market.source'), kind: 'text' },
    ],
    rows: disputes.map((one) => [
      one.name,
      { value: one.kind, shown: t(`knowhow.kind_${lower(one.kind)}`) },
      one.startedOn,
      one.endedOn,
      { value: one.state, shown: t(`knowhow.state_${lower(one.state)}`) },
      one.account,
      list(one.organisations.map(({ name }) => name)),
      { value: one.source.title, path: `/sources/${one.source.slug}`, lang: one.source.language },
    ]),
  };
}
