import { Said } from '../errors/said.ts';
import type { PublishedRelease } from './ledger/publish-release.ts';
import type { ImportPhase } from './ledger/phases.ts';
import type { Rejection } from './rejection.ts';

export interface ImportProgress {
  /** WAITING: another import into the dataset goes first. */
  phase: 'WAITING' | 'READING' | 'PUBLISHING' | 'DONE';
  rowsRead: number;
  bytesRead: number;
  /** Null of a stream. */
  bytesTotal: number | null;
}

export type WarningCode =
  'EMAIL_AS_EXPERT' | 'NAME_AS_EXPERT' | 'UNKNOWN_PROFESSIONS' | 'UNDATED' | 'UNNAMED_COLUMN' | 'SAME_FILE';

/** What whoever imports should know and need not mend. */
export class ImportWarning {
  readonly code: WarningCode;
  readonly column?: string;
  readonly message: string;
  readonly #said: Said;

  constructor(code: WarningCode, message: Said, column?: string) {
    this.code = code;
    if (column !== undefined) this.column = column;
    this.message = String(message);
    this.#said = message;
  }

  /** The same with its message in another language. */
  in(language: Readonly<Record<string, string>>): ImportWarning {
    return new ImportWarning(this.code, new Said(this.#said.in(language)), this.column);
  }
}

/**
 * LOADED: a new release. UNCHANGED: all rows were there already. CHECKED: a dry run that would load.
 * REJECTED: some rows are bad, so that nothing was loaded.
 */
export type ImportOutcome = 'LOADED' | 'UNCHANGED' | 'CHECKED' | 'REJECTED';

export interface ImportReport {
  outcome: ImportOutcome;
  dataset: string;
  dryRun: boolean;
  /** Null when none was made. */
  release: PublishedRelease | null;
  files: {
    name: string;
    sha256: string;
    format: string;
    encoding: string | null;
    delimiter: string | null;
  }[];
  rowsRead: number;
  rowsKept: number;
  rowsRejected: number;
  /** The first twenty; all of them are in `rejectionFile`. */
  rejections: Rejection[];
  /** How many cells were at fault: a row may have several. */
  cellsRejected: number;
  rejectionFile: string | null;
  warnings: ImportWarning[];
  seconds: number;
  /** Seconds of each phase that was come to. */
  phases: Partial<Record<ImportPhase, number>>;
}
