import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../database/connect.ts';
import { openFile } from './export-dataset.ts';
import type { LedgerAtRelease } from './find-ledger.ts';
import { packageDescriptor, type WrittenFile } from './package-descriptor.ts';
import { openEarnings, type EarningRows } from './earning-rows.ts';

/** Writes a ledger into an empty folder as a Frictionless data package: the rows as CSV, then datapackage.json. */
export async function writePackage(
  database: Database,
  ledger: LedgerAtRelease,
  folder: string,
  signal?: AbortSignal,
  opened?: EarningRows,
): Promise<void> {
  const rows = opened ?? (await openEarnings(database, ledger));
  const hash = createHash('sha256');
  const file: WrittenFile = { path: `${ledger.slug}.csv`, bytes: 0, sha256: '' };
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      file.bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(openFile(ledger, rows, 'csv'), measure, createWriteStream(join(folder, file.path)), {
    signal,
  });
  file.sha256 = hash.digest('hex');
  const own = rows.sectors.filter((sector) => sector.own);
  const sectorNames = Object.fromEntries(own.map(({ label, name }) => [label, name]));
  const descriptor = packageDescriptor(ledger, rows.columns, sectorNames, file);
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
}
