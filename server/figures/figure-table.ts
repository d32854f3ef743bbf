/** What a column holds. */
export type FigureColumnKind = 'text' | 'count' | 'number' | 'share' | 'money' | 'date';

export interface FigureColumn {
  /** Its name in files, the same in every language. */
  key: string;
  label: string;
  kind: FigureColumnKind;
  digits?: number;
  currency?: string;
  unit?: string;
}

export type FigureValue = string | number | null;

/** A value as its page holds it: bare, or with what the page writes and where it leads. */
export type FigureCell = FigureValue | { value: FigureValue; path?: string; lang?: string; shown?: string };

export interface FigureTable {
  key: string;
  caption?: string;
  columns: FigureColumn[];
  rows: FigureCell[][];
}

/** The bare values of a table, row by row: what files and the API hold. */
export function valuesOf({ columns, rows }: FigureTable): FigureValue[][] {
  return rows.map((row) => columns.map((_column, at) => valueOf(row[at] ?? null)));
}

function valueOf(cell: FigureCell): FigureValue {
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}
