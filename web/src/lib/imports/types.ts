/** What a column of a ledger can say, in the order in which the page asks for it. */
export const roles = [
  'expert',
  'date',
  'amount',
  'currency',
  'rate',
  'hours',
  'units',
  'project',
  'sector',
  'profession',
  'improvement',
  'expertProfession',
  'country',
  'seniority',
  'formerEmployer',
] as const;

/** What a column of a ledger can say. */
export type Role = (typeof roles)[number];

/** What the server calls a field of the form: 'former-employer'. */
export function fieldName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The column that says it, by role. */
export type Mapping = Partial<Record<Role, string>>;

/** How the file is written, by the server's names of the fields. */
export interface Reading {
  'sector-all'?: string;
  'currency-sign'?: string;
  missing?: string;
  delimiter?: string;
  encoding?: string;
  'decimal-mark'?: string;
  pseudonymous?: boolean;
  'dry-run'?: boolean;
}

export interface Rejection {
  code: string;
  line: number;
  column: string;
  value: string;
  reason: string;
}

export interface Warning {
  code: string;
  column?: string;
  message: string;
}

/** What became of an upload. */
export interface Report {
  outcome: 'LOADED' | 'UNCHANGED' | 'CHECKED' | 'REJECTED';
  dataset: string;
  release: { number: number; rowsAdded: number; rowsReversed: number; contributors: number } | null;
  rowsRead: number;
  rowsKept: number;
  rowsRejected: number;
  rejections: Rejection[];
  cellsRejected: number;
  /** Address of all bad rows as a file. */
  rejectionFile: string | null;
  warnings: Warning[];
}

/** Why nothing became of it. */
export interface Problem {
  code: string;
  message: string;
}

/** What would become of a file, told from its first rows. */
export interface Preview {
  file: {
    format: string;
    encoding: string | null;
    delimiter: string | null;
    columns: string[];
    position: 'LINE' | 'RECORD';
  };
  proposal: { columns: Mapping; currency: string | null; dateOrder: 'DMY' | 'MDY' | 'AMBIGUOUS' | null };
  warnings: Warning[];
  rows: { line: number; cells: (string | number | null)[] }[];
  check: { rowsRead: number; rowsKept: number; rowsRejected: number; rejections: Rejection[] } | null;
  fault: Problem | null;
}
