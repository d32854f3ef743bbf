import type { Division } from '../../disclosure/lattice.ts';
import type { Dimension } from '../earning-filter/index.ts';
import type { PlacedColumns } from './placed-columns.ts';

/** Divisions of divisions with more parts than this are not made. */
const mostParts = 40;
const mostPeriods = 12;

/** Divides entries by their group in a dimension. */
export function by(dimension: `${Dimension}`): Division<PlacedColumns> {
  switch (dimension) {
    case 'SECTOR':
      return byColumn('sector');
    case 'PROJECT':
      return byColumn('project');
    case 'PROFESSION':
      return byColumn('profession');
    case 'QUARTER':
      return byColumn('quarter');
    case 'YEAR':
      return ({ quarter }) =>
        (place) =>
          Math.floor(quarter[place]! / 4);
    default:
      return dimension satisfies never;
  }
}

function byColumn(
  name: 'sector' | 'project' | 'profession' | 'quarter' | 'country' | 'platform' | 'laboratory',
): Division<PlacedColumns> {
  return (columns) => {
    const column = columns[name];
    return (place) => column[place]!;
  };
}

/**
 * The ways in which a protected ledger is divided up, in the order in which they are decided: the whole first, then what
 * is asked most. The order is part of what is promised: changed, it would change which cells are given.
 */
export function divisionsOf(columns: PlacedColumns): Division<PlacedColumns>[] {
  const [bySector, byYear, byProfession, byProject] = [
    by('SECTOR'),
    by('YEAR'),
    by('PROFESSION'),
    by('PROJECT'),
  ];
  const byCountry = byColumn('country');
  return [
    () => () => 0,
    bySector,
    byYear,
    by('QUARTER'),
    byProfession,
    byCountry,
    byColumn('platform'),
    byColumn('laboratory'),
    byProject,
    ...periods(columns, byYear),
    ...within(columns, bySector, byYear),
    ...within(columns, byYear, byProfession),
    ...within(columns, bySector, byCountry),
    ...within(columns, bySector, byProject),
    ...within(columns, byProject, byYear),
  ];
}

/** Each part of the one, divided by the other. */
function within(
  columns: PlacedColumns,
  outer: Division<PlacedColumns>,
  inner: Division<PlacedColumns>,
): Division<PlacedColumns>[] {
  const parts = partsOf(columns, outer);
  if (parts.length < 2 || parts.length > mostParts) return [];
  return parts.map((part) => (bound) => {
    const [isIn, partOf] = [outer(bound), inner(bound)];
    return (place) => (isIn(place) === part ? partOf(place) : null);
  });
}

/** Everything from a year on, everything up to a year, and everything dated. */
function periods(columns: PlacedColumns, byYear: Division<PlacedColumns>): Division<PlacedColumns>[] {
  const years = partsOf(columns, byYear).filter((year) => year > 0);
  if (years.length < 2 || years.length > mostPeriods) return [];
  const where =
    (isIn: (quarter: number) => boolean, otherwise: number | null = null): Division<PlacedColumns> =>
    ({ quarter }) =>
    (place) =>
      isIn(quarter[place]!) ? 1 : otherwise;
  return [
    where((quarter) => quarter > 0, 0),
    ...years
      .slice(1)
      .flatMap((year) => [
        where((quarter) => quarter >= year * 4),
        where((quarter) => quarter > 0 && quarter < year * 4),
      ]),
  ];
}

function partsOf(columns: PlacedColumns, division: Division<PlacedColumns>): number[] {
  const partOf = division(columns);
  const parts = new Set<number>();
  for (let place = 0; place < columns.size; place++) {
    const part = partOf(place);
    if (part !== null) parts.add(part);
  }
  return [...parts].sort((a, b) => a - b);
}
