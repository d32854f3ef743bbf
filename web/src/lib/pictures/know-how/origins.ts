import type { PublicRecord } from '../../api/common.ts';
import type { KnowHow } from '../../api/know-how.ts';
import CountMatrix from '../../charts/CountMatrix.svelte';
import { recorded } from '../../components/recorded.ts';
import {
  columnOf,
  columnsOf,
  countOfCell,
  offersFor,
  type BackgroundColumn,
  type Counting,
} from '../../findings/know-how-columns.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { vegaMatrix } from '../vega-lite.ts';

const lower = <Word extends string>(word: Word) => word.toLowerCase() as Lowercase<Word>;
const columnName = ({ t }: Edition, column: BackgroundColumn) => t(`knowhow.column_${lower(column)}`);

/** What vouches for knowledge, by sector: former employers first, then licences, degrees and years. */
export function originsPicture(
  words: Edition,
  { knowHow, record }: { knowHow: KnowHow; record: PublicRecord | null },
  counting: Counting,
): Picture {
  const { t, exact } = words;
  const cells = knowHow.cells.filter((cell) => countOfCell(cell, counting) > 0);
  const columns = columnsOf(cells);
  const sectors = [...Map.groupBy(cells, ({ sector }) => sector.slug).values()]
    .map((own) => ({
      ...own[0]!.sector,
      total: own.reduce((sum, cell) => sum + countOfCell(cell, counting), 0),
    }))
    .toSorted((a, b) => b.total - a.total || a.position - b.position);
  const counts = {
    doctorates: offersFor(knowHow.cells, 'DOCTORATE'),
    former: knowHow.withFormerEmployer,
    offers: exact(knowHow.offers),
    with: exact(knowHow.withBackground),
  };
  return {
    id: 'origins',
    finding: t('knowhow.finding_origins', counts),
    measure: t(`knowhow.measure_origins_${counting}`),
    headline: { value: counts.doctorates },
    description: t('knowhow.description_origins', { ...counts, sectors: sectors.length }),
    drawing: draw(
      CountMatrix,
      {
        entries: cells.map((cell) => ({
          row: cell.sector.slug,
          column: columnOf(cell),
          value: countOfCell(cell, counting),
          title: t('knowhow.cell', {
            sector: cell.sector.name,
            column: columnName(words, columnOf(cell)),
            offers: cell.offers,
            reports: cell.reports,
          }),
        })),
        rows: sectors.map(({ slug, name }) => ({ key: slug, label: name })),
        columns: columns.map((column) => ({
          key: column,
          label: columnName(words, column),
          lit: cells.some((cell) => columnOf(cell) === column && cell.kind === 'FORMER_EMPLOYER'),
        })),
        labels: { total: t('knowhow.column_total') },
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('knowhow.note_origins') }, { text: t('knowhow.note_coded', counts) }],
    tables: [originsTable(words, knowHow)],
    standing: {
      ...recorded(record),
      n: t('knowhow.n_origins', counts),
      sources: [{ label: t('knowhow.each_source'), path: '/sources' }],
      method: t('knowhow.method_origins'),
    },
    fields: ['knowHow', 'record'],
    simulated: false,
    vegaLite: vegaMatrix({
      row: 'sector',
      column: 'background',
      value: counting === 'reports' ? 'reports' : 'offers',
    }),
  };
}

function originsTable(words: Edition, { cells }: KnowHow): Table {
  const { t } = words;
  return {
    key: 'backgrounds',
    columns: [
      { key: 'sector', label: t('knowhow.sector'), kind: 'text' },
      { key: 'background', label: t('knowhow.background'), kind: 'text' },
      { key: 'offers', label: t('knowhow.offers'), kind: 'count' },
      { key: 'reports', label: t('knowhow.reports'), kind: 'count' },
    ],
    rows: cells.map((cell) => [
      { value: cell.sector.name, path: `/pay?sector=${cell.sector.slug}` },
      { value: columnOf(cell), shown: columnName(words, columnOf(cell)) },
      cell.offers,
      cell.reports,
    ]),
  };
}
