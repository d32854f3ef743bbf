import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../database/connect.ts';
import type { RowFilter } from '../earnings.sql.ts';
import type { ExportFormat } from '../export-format.ts';
import { openFile } from '../export-dataset.ts';
import { writePackage } from '../export-package.ts';
import type { LedgerAtRelease } from '../find-ledger.ts';
import { openEarnings } from '../earning-rows.ts';
import { zipFolder } from './zip-folder.ts';

export interface BulkWriting {
  ledger: LedgerAtRelease;
  filter: RowFilter;
  format: ExportFormat;
  path: string;
  /** Told how many more rows were written. */
  onRows: (count: number) => void;
  signal: AbortSignal;
}

/** Writes the rows to a file, which has its name only when it is whole. */
export async function writeBulk(
  database: Database,
  { ledger, filter, format, path, onRows, signal }: BulkWriting,
): Promise<void> {
  const rows = await openEarnings(database, ledger, { filter, onRows });
  // Names of its own: a process that was thought gone may still be writing the same.
  const own = randomBytes(4).toString('hex');
  const partial = `${path}.${own}.partial`;
  const folder = `${path}.${own}.folder`;
  try {
    if (format === 'package') {
      await mkdir(folder);
      await writePackage(database, ledger, folder, signal, rows);
      await pipeline(Readable.from(zipFolder(folder)), createWriteStream(partial), { signal });
    } else await pipeline(openFile(ledger, rows, format), createWriteStream(partial), { signal });
    await rename(partial, path);
  } finally {
    await Promise.all([partial, folder].map((left) => rm(left, { recursive: true, force: true })));
  }
}
