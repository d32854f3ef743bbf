import type { RejectionCode } from '../rejection.ts';

/** A cell as a reader gives it: text, a number that needs no reading, or nothing. */
export type SourceCell = string | number | null;

export interface RowFault {
  code: RejectionCode;
  reason: string;
}

export interface SourceRow {
  /** Line in a text file (the header is line 1), or the record's number. */
  line: number;
  cells: readonly SourceCell[];
  /** Why the row as a whole cannot be read, in a code and in words; its cells then mean nothing. */
  fault?: RowFault;
}

/** A file as a table, its first rows read. */
export interface SourceTable {
  format: string;
  encoding: string | null;
  delimiter: string | null;
  /** LINE: rows are known by their line in the file; RECORD: by their number. */
  position: 'LINE' | 'RECORD';
  columns: readonly string[];
  /** The first rows, with a cell for each of `columns`. */
  sample: readonly SourceRow[];
  /** All rows once, in batches, with a cell for each column that is wanted. */
  rows(wanted: readonly string[]): AsyncGenerator<SourceRow[]>;
}

/** What a reader knows of a file; the rest is added where it is opened. */
export type ReadTable = Pick<SourceTable, 'position' | 'columns' | 'sample' | 'rows'>;

/** How many rows are looked at before the reading begins. */
export const sampleLength = 1000;

/** Reads batches until the sample is long enough; gives them back and what follows. */
export async function takeSample<Row>(
  batches: AsyncGenerator<Row[]>,
): Promise<{ first: Row[]; rest: AsyncGenerator<Row[]> }> {
  const first: Row[] = [];
  while (first.length <= sampleLength) {
    const next = await batches.next();
    if (next.done) break;
    // No spreading: a batch may be longer than what a call takes as arguments.
    for (const row of next.value) first.push(row);
  }
  return { first, rest: batches };
}
