import { Readable } from 'node:stream';
import type { Database } from '../database/connect.ts';
import { findLedger, type ExportQuestion, type LedgerAtRelease } from './find-ledger.ts';
import { openEarnings, type EarningRows } from './earning-rows.ts';
import { writeCsv } from './writers/csv.ts';
import { writeJsonLines } from './writers/json-lines.ts';
import { writeParquet } from './writers/parquet.ts';

export const streamFormats = ['csv', 'jsonl', 'parquet'] as const;
export type StreamFormat = (typeof streamFormats)[number];

export interface DatasetExport extends ExportQuestion {
  format: StreamFormat;
}

/**
 * A ledger as one file, streamed in constant memory. Refusals come before the first byte: NOT_FOUND, FORBIDDEN,
 * UNKNOWN_RELEASE. The same release always gives the same bytes.
 */
export async function exportDataset(
  database: Database,
  { format, ...question }: DatasetExport,
): Promise<Readable> {
  const ledger = await findLedger(database, question);
  return openFile(ledger, await openEarnings(database, ledger), format);
}

/** The rows of a ledger that was found, as a file. */
export function openFile(ledger: LedgerAtRelease, rows: EarningRows, format: StreamFormat): Readable {
  return Readable.from(write(ledger, rows, format), { objectMode: false });
}

function write(ledger: LedgerAtRelease, rows: EarningRows, format: StreamFormat): AsyncGenerator<Uint8Array> {
  switch (format) {
    case 'csv':
      return writeCsv(rows);
    case 'jsonl':
      return writeJsonLines(rows);
    case 'parquet':
      return writeParquet(rows, ledger);
    default:
      return format satisfies never;
  }
}
