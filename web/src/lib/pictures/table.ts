/** What a column holds, and so how it is written on a page and typed in a file. */
export type ColumnKind = 'text' | 'count' | 'number' | 'share' | 'money' | 'date';

export interface Column {
  /** Its name in files: snake_case, the same in every language. */
  key: string;
  /** Its heading on the page. */
  label: string;
  kind: ColumnKind;
  /** Decimal places on the page; files hold every digit. */
  digits?: number;
  /** ISO 4217, for money. */
  currency?: string;
  /** What a value is in: hours, US dollars an hour. */
  unit?: string;
  /** For programs: the page writes it into another column already, as the unit of an amount. */
  onlyInFiles?: boolean;
}

export type Value = string | number | null;

/** A value that leads somewhere, is in another language, or is missing for a reason. */
export interface Cell {
  value: Value;
  /** One of our own pages. */
  path?: string;
  lang?: string;
  /** What the page writes instead: a reason for a missing value, a name for a code. */
  shown?: string;
}

/** The data of a chart as a real table: the first column names the row. */
export interface Table {
  /** Its name in files: kebab-case. */
  key: string;
  caption?: string;
  columns: readonly [Column, ...Column[]];
  rows: readonly (readonly (Cell | Value)[])[];
}

/** The cell of a table as its full form. */
export function cellOf(cell: Cell | Value | undefined): Cell {
  return typeof cell === 'object' && cell !== null ? cell : { value: cell ?? null };
}
