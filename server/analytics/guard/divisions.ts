import type { Division } from '../../disclosure/index.ts';
import { Dimension } from '../earning-filter/index.ts';
import type { LedgerPeople, PlacedEntry } from './ledger-entry.ts';

/** Divisions of divisions with more parts than this are not made. */
const mostParts = 40;
const mostPeriods = 12;

/** Which group an entry is in. */
export function groupOf(entry: PlacedEntry, dimension: Dimension): number {
  switch (dimension) {
    case Dimension.SECTOR:
      return entry.sector;
    case Dimension.PROJECT:
      return entry.project;
    case Dimension.PROFESSION:
      return entry.profession;
    case Dimension.QUARTER:
      return entry.quarter;
    case Dimension.YEAR:
      return Math.floor(entry.quarter / 4);
    default:
      return dimension satisfies never;
  }
}

/**
 * The ways in which a protected ledger is divided up, in the order in which they are decided: the whole first, then what
 * is asked most. The order is part of what is promised: changed, it would change which cells are given.
 */
export function divisionsOf(
  entries: readonly PlacedEntry[],
  { countries, platforms, laboratories }: LedgerPeople,
): Division<PlacedEntry>[] {
  const by =
    (dimension: Dimension): Division<PlacedEntry> =>
    (entry) =>
      groupOf(entry, dimension);
  const [bySector, byYear, byProfession] = [
    by(Dimension.SECTOR),
    by(Dimension.YEAR),
    by(Dimension.PROFESSION),
  ];
  const codes = [...new Set(countries.values())].sort();
  const byCountry: Division<PlacedEntry> = ({ owner }) => codes.indexOf(countries.get(owner) ?? '');
  const byProject = by(Dimension.PROJECT);
  return [
    () => 0,
    bySector,
    byYear,
    by(Dimension.QUARTER),
    byProfession,
    byCountry,
    ({ project }) => platforms.get(project) ?? 0,
    ({ project }) => laboratories.get(project) ?? 0,
    byProject,
    ...periods(entries, byYear),
    ...within(entries, bySector, byYear),
    ...within(entries, byYear, byProfession),
    ...within(entries, bySector, byCountry),
    ...within(entries, bySector, byProject),
    ...within(entries, byProject, byYear),
  ];
}

/** Each part of the one, divided by the other. */
function within(
  entries: readonly PlacedEntry[],
  outer: Division<PlacedEntry>,
  inner: Division<PlacedEntry>,
): Division<PlacedEntry>[] {
  const parts = partsOf(entries, outer);
  if (parts.length < 2 || parts.length > mostParts) return [];
  return parts.map((part) => (entry) => (outer(entry) === part ? inner(entry) : null));
}

/** Everything from a year on, everything up to a year, and everything dated. */
function periods(entries: readonly PlacedEntry[], byYear: Division<PlacedEntry>): Division<PlacedEntry>[] {
  const years = partsOf(entries, byYear).filter((year) => year > 0);
  if (years.length < 2 || years.length > mostPeriods) return [];
  return [
    (entry) => (entry.quarter > 0 ? 1 : 0),
    ...years
      .slice(1)
      .flatMap((year): Division<PlacedEntry>[] => [
        (entry) => (entry.quarter >= year * 4 ? 1 : null),
        (entry) => (entry.quarter > 0 && entry.quarter < year * 4 ? 1 : null),
      ]),
  ];
}

function partsOf(entries: readonly PlacedEntry[], division: Division<PlacedEntry>): number[] {
  const parts = new Set<number>();
  for (const entry of entries) {
    const part = division(entry);
    if (part !== null) parts.add(part);
  }
  return [...parts].sort((a, b) => a - b);
}
