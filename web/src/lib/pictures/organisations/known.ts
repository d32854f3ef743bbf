import type { PublicRecord } from '../../api/common.ts';
import type { ListedOrganisation, OrganisationRole } from '../../api/organisations.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import { roleName } from '../../components/organisations/role-name.ts';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { vegaDots } from '../vega-lite.ts';

export interface KnownData {
  organisations: { totalCount: number; nodes: ListedOrganisation[] };
  record: PublicRecord | null;
  state: { role?: OrganisationRole | undefined };
}

const known = ({ marketFacts, payObservations, projects }: ListedOrganisation) =>
  marketFacts.totalCount + payObservations.totalCount + projects.totalCount;
const shownRows = 25;

/** How much is published of each organisation: facts, rates and projects together. */
export function knownPicture(words: Edition, { organisations, record, state }: KnownData): Picture {
  const { t, exact, href, list } = words;
  const rows = organisations.nodes.toSorted((a, b) => known(b) - known(a) || a.name.localeCompare(b.name));
  const [first] = rows;
  const all = rows.reduce((sum, one) => sum + known(one), 0);
  const counts = {
    count: rows.length,
    name: first?.name ?? '–',
    share: words.percent(all === 0 || !first ? 0 : known(first) / all, 0),
    which: t(state.role ? `organisations.which_${lower(state.role)}` : 'organisations.which_all', {
      count: rows.length,
    }),
  };
  return {
    id: 'known',
    finding: t('organisations.finding', counts),
    measure: t('organisations.measure'),
    headline: { value: all === 0 || !first ? 0 : known(first) / all },
    description: t('organisations.chart_description', { ...counts, number: exact(first ? known(first) : 0) }),
    drawing: draw(
      RankedDots,
      {
        rows: rows.slice(0, shownRows).map((one, index) => ({
          id: one.slug,
          label: one.name,
          href: href(`/organisations/${one.slug}`),
          value: known(one),
          lit: index === 0,
        })),
        value: (value: number) => exact(value),
        labels: { axis: t('organisations.axis') },
      },
      [320, 720, 1100],
    ),
    notes: [
      { text: t('organisations.note') },
      ...(rows.length > shownRows
        ? [{ text: t('organisations.shown', { shown: shownRows, count: rows.length }) }]
        : []),
    ],
    tables: [
      {
        key: 'organisations',
        columns: [
          { key: 'name', label: t('organisations.name'), kind: 'text' },
          { key: 'roles', label: t('organisations.roles'), kind: 'text' },
          { key: 'parent', label: t('organisations.parent'), kind: 'text' },
          { key: 'facts', label: t('organisations.facts'), kind: 'count' },
          { key: 'rates', label: t('organisations.rates'), kind: 'count' },
          { key: 'projects', label: t('organisations.projects'), kind: 'count' },
        ],
        rows: rows.map((one) => [
          { value: one.name, path: `/organisations/${one.slug}` },
          list(one.roles.map((role) => roleName(words, role))),
          one.parent ? { value: one.parent.name, path: `/organisations/${one.parent.slug}` } : null,
          one.marketFacts.totalCount,
          one.payObservations.totalCount,
          one.projects.totalCount,
        ]),
      },
    ],
    standing: {
      ...recorded(record),
      n: t('organisations.n', counts),
      sources: [{ label: t('market.each_source'), path: '/sources' }],
    },
    fields: ['organisations', 'record'],
    simulated: false,
    vegaLite: vegaDots({
      rows: rows.slice(0, shownRows).map((one) => ({ name: one.name, known: known(one) })),
      row: 'name',
      value: 'known',
    }),
  };
}

const lower = <Word extends string>(word: Word) => word.toLowerCase() as Lowercase<Word>;

/** The one figure of the list of organisations. */
export function knownPictures(words: Edition, data: KnownData): [Picture] {
  return [knownPicture(words, data)];
}
