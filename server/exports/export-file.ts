import { createWriteStream } from 'node:fs';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { commandLine, noteAct } from '../database/audit-log.ts';
import type { Database } from '../database/connect.ts';
import { reject } from '../errors/tacit-error.ts';
import { openFile } from './export-dataset.ts';
import { exportFormat, isGzipName, type ExportFormat } from './export-format.ts';
import { writePackage } from './export-package.ts';
import { findLedger, type ExportQuestion, type LedgerAtRelease } from './find-ledger.ts';
import { putInPlace } from './put-in-place.ts';
import { openEarnings } from './earning-rows.ts';

export interface FileExport extends ExportQuestion {
  /** By the name of the file where it is not given. */
  format?: string | undefined;
  /** A file, for a package a folder, or - for the standard output that is handed in. */
  path: string;
  force: boolean;
  signal?: AbortSignal | undefined;
}

export interface Exported {
  ledger: LedgerAtRelease;
  format: ExportFormat;
}

/** Exports a ledger to a path, compressed where the name ends in .gz; nothing is there until all of it is. */
export async function exportFile(
  database: Database,
  { format: named, path, force, signal, ...question }: FileExport,
  standardOutput: Writable,
): Promise<Exported> {
  const format = exportFormat(named, path);
  if (format === 'package' && (path === '-' || isGzipName(path))) {
    reject(
      'BAD_USER_INPUT',
      'A package is a folder: give --out a name for it, not - and not one that ends in .gz.',
    );
  }
  const ledger = await findLedger(database, question);
  if (ledger.protected)
    await noteAct(database.pool, {
      actor: commandLine,
      act: 'EXPORT',
      dataset: ledger.slug,
      detail: `release ${ledger.release} as ${format}`,
    });
  if (format === 'package') {
    await putInPlace({ path, force }, 'folder', (folder) => writePackage(database, ledger, folder, signal));
    return { ledger, format };
  }
  const rows = await openEarnings(database, ledger);
  const write = (out: Writable, end: boolean) =>
    pipeline(openFile(ledger, rows, format), isGzipName(path) ? createGzip() : new PassThrough(), out, {
      signal,
      end,
    });
  if (path === '-') await write(standardOutput, false);
  else await putInPlace({ path, force }, 'file', (temporary) => write(createWriteStream(temporary), true));
  return { ledger, format };
}
