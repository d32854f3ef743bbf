import type { Measure } from '../../api/common.ts';
import type { ListedProject, ProjectDataset, ProjectKind, ProjectShare } from '../../api/projects.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import { totalWords, unitWords } from '../experts/ledger-words.ts';
import { draw, type Picture, type Standing } from '../picture.ts';
import { restsOn } from '../rests-on.ts';
import type { Cell, Column, Table, Value } from '../table.ts';
import { vegaDots } from '../vega-lite.ts';

export const kindNames: Record<ProjectKind, MessageKey> = {
  PROJECT: 'projects.kind_project',
  BENCHMARK: 'projects.kind_benchmark',
  PROGRAMME: 'projects.kind_programme',
};

export interface Listed {
  projects: readonly ListedProject[];
  totalCount: number;
  shares: readonly ProjectShare[];
  /** The one ledger that they are of. */
  ledger?: ProjectDataset | undefined;
  measure?: Measure | undefined;
  /** Not the first page. */
  turned: boolean;
}

/** A page of the projects by contributors; null where nobody says how many there are. */
export function projectsPicture(words: Edition, listed: Listed): Picture | null {
  const { t, exact, href } = words;
  const rows = listed.projects.filter(
    ({ contributors, dataset }) => contributors !== null || dataset.protected,
  );
  const counted = rows.flatMap(({ contributors }) => contributors ?? []);
  if (counted.length === 0) return null;
  const [high, low] = [Math.max(...counted), Math.min(...counted)];
  const first = rows.find(({ contributors }) => contributors === high)!;
  const tied = counted.filter((count) => count === high).length > 1;
  return {
    id: 'projects',
    finding: listed.turned
      ? t('projects.finding_turned', { high: exact(high), low: exact(low) })
      : tied
        ? t('projects.finding_tied', { n: exact(high) })
        : t('projects.finding', { name: first.name, n: exact(high) }),
    measure: listed.ledger
      ? t('projects.measure_ledger', { ledger: listed.ledger.title })
      : t('projects.measure'),
    ...(listed.turned ? {} : { headline: { value: high } }),
    description: t('projects.description', { count: rows.length, high: exact(high), low: exact(low) }),
    drawing: draw(
      RankedDots,
      {
        rows: rows.map(({ id, name, contributors, dataset }) => ({
          id,
          label: listed.ledger ? name : `${name} · ${dataset.title}`,
          href: href(`/projects/${id}`),
          value: contributors,
          hollow: contributors !== null && contributors < 30,
          lit: !listed.turned && contributors === high,
          ...(contributors === null ? { suppressed: t('projects.withheld') } : {}),
        })),
        value: (count: number) => exact(count),
        labels: { axis: t('projects.axis') },
      },
      [320, 720, 1100],
    ),
    notes: [],
    tables: [projectTable(words, listed)],
    standing: standingOf(words, listed),
    fields: ['projects'],
    simulated: rows.some(({ dataset }) => dataset.kind === 'SIMULATED'),
    vegaLite: vegaDots({ row: 'project', value: 'contributors' }),
  };
}

function standingOf(words: Edition, { projects, totalCount, ledger }: Listed): Standing {
  const { t, exact } = words;
  return {
    ...restsOn(
      words,
      projects.map(({ dataset }) => ({
        ...dataset,
        releases: dataset.release ? [dataset.release.number] : [],
      })),
    ),
    n: t('projects.n', { n: exact(totalCount), count: totalCount }),
    licences: [...new Set(projects.flatMap(({ dataset }) => dataset.licence ?? []))],
    sources: ledger?.source
      ? [{ label: ledger.source.title, path: `/sources/${ledger.source.slug}`, lang: ledger.source.language }]
      : ledger
        ? []
        : [{ label: t('market.each_source'), path: '/sources' }],
  };
}

type Filled = [column: Column, tell: (project: ListedProject) => Cell | Value];

/** The projects as a table, without columns that nothing is known for. */
export function projectTable(words: Edition, { projects, shares, ledger, measure }: Listed): Table {
  const { t } = words;
  const byKey = new Map(shares.map((share) => [share.key, share.concentration]));
  const currency = shares.find(({ concentration }) => concentration.currency)?.concentration.currency ?? null;
  const text = (key: string, label: MessageKey): Column => ({ key, label: t(label), kind: 'text' });
  const columns: Filled[] = [
    [text('dataset', 'projects.dataset'), ({ dataset }) => (ledger ? null : dataset.title)],
    [text('kind', 'projects.kind'), ({ kind }) => ({ value: kind, shown: t(kindNames[kind]) })],
    [text('sector', 'projects.sector'), ({ sector }) => sector?.name ?? null],
    [text('laboratory', 'projects.choose_laboratory'), ({ laboratory }) => laboratory?.name ?? null],
    [text('platform', 'projects.choose_platform'), ({ platform }) => platform?.name ?? null],
    [{ key: 'started_on', label: t('projects.started'), kind: 'date' }, ({ startedOn }) => startedOn],
    [
      { key: 'contributors', label: t('projects.contributors'), kind: 'count' },
      ({ contributors }) => contributors,
    ],
  ];
  if (measure) {
    const unit = unitWords(words, measure, null, currency);
    columns.push(
      [
        { key: 'total', label: t('projects.total', { unit }), kind: 'number' },
        ({ id }) => {
          const total = byKey.get(id)?.total ?? null;
          return total === null ? null : { value: total, shown: totalWords(words, measure, total, currency) };
        },
      ],
      [
        { key: 'top_fifth', label: t('projects.top_fifth'), kind: 'share', digits: 1 },
        ({ id }) => {
          const share = byKey.get(id);
          return share && share.contributors >= 10 ? share.topFifth.value : null;
        },
      ],
    );
  }
  const told = columns.filter(([, tell]) =>
    projects.some((project) => {
      const cell = tell(project);
      return (typeof cell === 'object' && cell !== null ? cell.value : cell) !== null;
    }),
  );
  return {
    key: 'projects',
    columns: [text('project', 'projects.project'), ...told.map(([column]) => column)],
    rows: projects.map((project) => [
      { value: project.name, path: `/projects/${project.id}`, lang: 'en' },
      ...told.map(([, tell]) => tell(project)),
    ]),
  };
}
