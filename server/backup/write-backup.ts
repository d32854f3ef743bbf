import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { putInPlace } from '../exports/put-in-place.ts';
import { migrationsOf, rowTables, sequencesOf, type RowTable } from './catalogue.ts';
import { keyName, manifestName, type BackedUpTable, type Manifest } from './manifest.ts';
import { plainText, quoted } from './plain-text.ts';

export interface BackupRequest {
  /** The folder to make; it must not be there. */
  out: string;
  /** Where the key for pseudonyms is. */
  dataDir: string;
  signal?: AbortSignal;
  report?: (table: BackedUpTable) => void;
}

/**
 * Writes every row of the database into a folder, as of one moment: whoever reads, imports or freezes figures meanwhile goes on
 * doing so. With it goes the key for pseudonyms, without which later imports would not know the contributors again.
 */
export async function writeBackup(
  pool: pg.Pool,
  { out, dataDir, signal, report = () => undefined }: BackupRequest,
): Promise<Manifest> {
  let manifest!: Manifest;
  await putInPlace({ path: out, force: false }, 'folder', async (folder) => {
    await chmod(folder, 0o700);
    const client = await pool.connect();
    try {
      manifest = await writeRows(client, folder, signal, report);
    } finally {
      // What is left of a COPY that broke off goes with its connection.
      client.release(true);
    }
    await copyFile(join(dataDir, keyName), join(folder, keyName)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
  });
  return manifest;
}

async function writeRows(
  client: pg.PoolClient,
  folder: string,
  signal: AbortSignal | undefined,
  report: (table: BackedUpTable) => void,
): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only');
  await plainText(client);
  const { rows } = await client.query<{ now: Date; version: string }>(
    `select now(), current_setting('server_version') as version`,
  );
  const tables: BackedUpTable[] = [];
  for (const table of await rowTables(client)) {
    signal?.throwIfAborted();
    const written = await writeTable(client, folder, table, signal);
    tables.push(written);
    report(written);
  }
  const manifest: Manifest = {
    format: 1,
    madeAt: rows[0]!.now.toISOString(),
    postgres: rows[0]!.version,
    migrations: await migrationsOf(client),
    tables,
    sequences: await sequencesOf(client),
  };
  await client.query('commit');
  return manifest;
}

async function writeTable(
  client: pg.PoolClient,
  folder: string,
  { name, parent, bound, columns }: RowTable,
  signal: AbortSignal | undefined,
): Promise<BackedUpTable> {
  const file = `${name}.copy.zst`;
  const copy = client.query(copyTo(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`));
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = createWriteStream(join(folder, file), { mode: 0o600, flush: true });
  await pipeline(copy, createZstdCompress(), hashing, target, { signal });
  return { name, parent, bound, columns, file, rows: copy.rowCount ?? 0, sha256: hash.digest('hex') };
}
