import { backgroundKinds, formerEmployers, type KnowHowCell } from '../api/know-how.ts';

/** What the matrix of know-how counts: what offers ask for, what reports tell, or both. */
export const countings = ['all', 'offers', 'reports'] as const;
export type Counting = (typeof countings)[number];

/** A column of the matrix: a kind of former employer, or another kind of background. */
export type BackgroundColumn = KnowHowCell['kind'] | NonNullable<KnowHowCell['formerEmployer']>;

/** The column that a cell belongs to. */
export function columnOf({ kind, formerEmployer }: KnowHowCell): BackgroundColumn {
  return formerEmployer ?? kind;
}

/** How much a cell counts. */
export function countOfCell({ offers, reports }: KnowHowCell, counting: Counting): number {
  if (counting === 'offers') return offers;
  return counting === 'reports' ? reports : offers + reports;
}

/** The columns that have anything in them: kinds of former employer first, then what else vouches. */
export function columnsOf(cells: readonly KnowHowCell[]): BackgroundColumn[] {
  const filled = new Set(cells.map(columnOf));
  const order: BackgroundColumn[] = [
    ...formerEmployers,
    ...backgroundKinds.filter((kind) => kind !== 'FORMER_EMPLOYER'),
  ];
  return order.filter((column) => filled.has(column));
}

/** Offers that ask for one kind of background, over all sectors. */
export function offersFor(cells: readonly KnowHowCell[], wanted: KnowHowCell['kind']): number {
  return cells.reduce((sum, { kind, offers }) => (kind === wanted ? sum + offers : sum), 0);
}
