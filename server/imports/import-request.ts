import type { Readable } from 'node:stream';
import type { DecimalMark } from './values/number-style.ts';
import type { DateOrder } from './values/date-order.ts';
import type { ImportProgress } from './import-report.ts';

export const fileFormats = ['csv', 'json', 'jsonl', 'parquet'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A file as it is handed in: a path, or a stream (standard input, an upload). */
export interface InputFile {
  input: string | Readable;
  /** For messages, and for the format where the content does not tell: 'payouts.csv'. */
  name: string;
  /** Sniffed where it is not given. CSV is also TSV and semicolons. */
  format?: FileFormat;
  /** One character. Sniffed where it is not given. */
  delimiter?: string;
  /** A label that TextDecoder knows: 'utf-8', 'latin1', 'utf-16le'. Sniffed where it is not given. */
  encoding?: string;
  /** Cells that stand for nothing besides the empty one. */
  missingValues?: readonly string[];
}

/** Which column says what. Columns of JSON are paths: 'author.id'. */
export interface ColumnMapping {
  expert: string;
  project?: string;
  sector?: string;
  /** A kind of work that all rows have, in place of a column. */
  sectorAll?: string;
  profession?: string;
  date?: string;
  units?: string;
  hours?: string;
  amount?: string;
  /** An hourly rate: the amount is rate × hours, or one hour's where no hours are known. */
  rate?: string;
  /** A column, or an ISO 4217 code that all rows have. */
  currency?: string;
  improvement?: string;
  /** The expert's own profession, where it is not that of the work; a 2018 SOC code or title. */
  expertProfession?: string;
  /** Where the expert lives: an ISO 3166 code, or an English or French name. */
  country?: string;
  seniority?: string;
  formerEmployer?: string;
}

export interface DatasetOptions {
  /** Lower case, digits, hyphens. */
  slug: string;
  /** The slug where a new dataset has none. */
  title?: string | { en: string; fr: string };
  licence?: string;
  /** A new dataset is protected where this is not given; an old one stays what it is. */
  protected?: boolean;
  kind?: 'LEDGER' | 'SIMULATED';
  about?: { en: string; fr: string };
  unit?: { en: string; fr: string };
  allotment?: 'OPEN' | 'CAPPED' | 'ASSIGNED' | null;
  citation?: string;
  /** The file's ids are pseudonyms already, as in an export: they are kept as they are. Ids that hold addresses never are. */
  pseudonymous?: boolean;
  /** Names of kinds of work in both languages, by how the file calls them. */
  sectorNames?: Record<string, { en: string; fr: string }>;
}

export interface ImportLimits {
  /** Bytes after decompression. */
  maxBytes?: number;
  /** How many times its size a compressed file may become. */
  maxExpansion?: number;
  /** Characters of one record. */
  maxRecordLength?: number;
}

export interface ImportOptions {
  mapping: ColumnMapping;
  dataset: DatasetOptions;
  /** REPLACE (when not given): the file is the whole ledger. APPEND: only what is new is added, nothing reversed. */
  mode?: 'REPLACE' | 'APPEND';
  /** Needed only where the dates themselves do not tell. */
  dateOrder?: DateOrder;
  /** Needed only where the numbers themselves do not tell. */
  decimalMark?: DecimalMark;
  /** Codes for signs that several currencies share: { '$': 'USD' }. */
  currencySigns?: Readonly<Record<string, string>>;
  /** Load the good rows although others are bad. */
  keepGoing?: boolean;
  /** Do everything but keep it. */
  dryRun?: boolean;
  /** From readPseudonymKey; contributor ids are hashed with it. */
  pseudonymKey: Buffer;
  /** Who imports, for the log of administration; the command line where it is not given. */
  actor?: string;
  /** Where all bad rows go, as CSV; written only when there are any. */
  rejectionFile?: string;
  report?: (progress: ImportProgress) => void;
  /** Gives up, with nothing changed. */
  signal?: AbortSignal;
  limits?: ImportLimits;
}

export type ImportRequest = InputFile & ImportOptions;
