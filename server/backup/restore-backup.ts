import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../database/connect.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { reject } from '../errors/tacit-error.ts';
import { migrationsOf } from './catalogue.ts';
import { readManifest, type BackedUpTable, type Manifest } from './manifest.ts';
import { plainText, quoted } from './plain-text.ts';
import { restoreKey } from './restore-key.ts';

export interface RestoreRequest {
  folder: string;
  /** Where the key for pseudonyms goes. */
  dataDir: string;
  report?: (table: BackedUpTable) => void;
}

/**
 * Brings a backup into a new database: the tables as they were made when it was written, its rows in one transaction, then
 * what migrations have come since. Refuses, and changes nothing, where the database holds anything.
 */
export async function restoreBackup(
  database: Database,
  { folder, dataDir, report = () => undefined }: RestoreRequest,
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await refuseUnknown(manifest);
  await refuseFull(database.pool, manifest);
  await restoreKey(folder, dataDir);
  await migrate(database, manifest.migrations.at(-1));
  await inTransaction(database.pool, async (client) => {
    await plainText(client);
    for (const table of manifest.tables) {
      await restoreTable(client, folder, table);
      report(table);
    }
    for (const { name, value } of manifest.sequences)
      await client.query('select setval($1::regclass, $2)', [quoted(name), value]);
  });
  await migrate(database);
  await database.pool.query('analyze');
  return manifest;
}

async function refuseUnknown({ migrations: made }: Manifest): Promise<void> {
  const known = migrations.map(({ name }) => name);
  const later = made.filter((name) => !known.includes(name));
  if (later.length > 0)
    reject(
      'BAD_USER_INPUT',
      `The backup was made by a later version of Tacit (${later.join(', ')}). Restore it with that version.`,
    );
}

/** Rows of two databases are never mixed, and none is ever thrown away. */
async function refuseFull(pool: pg.Pool, { migrations: made }: Manifest): Promise<void> {
  const client = await pool.connect();
  try {
    const executed = await migrationsOf(client);
    if (executed.length === 0) return;
    const { rows } = await client.query<{ datasets: number }>(
      'select count(*)::int as datasets from dataset',
    );
    if (rows[0]!.datasets === 0 && executed.every((name) => made.includes(name))) return;
  } finally {
    client.release();
  }
  reject(
    'BAD_USER_INPUT',
    'The database is not empty, and a restore mixes and replaces nothing. Give it a new one: move the data folder away, ' +
      'or choose another with DATA_DIR or DATABASE_URL.',
  );
}

async function restoreTable(client: pg.PoolClient, folder: string, table: BackedUpTable): Promise<void> {
  const { name, parent, bound, columns, file, rows, sha256 } = table;
  const own = quoted(name);
  const { rows: found } = await client.query<{ there: boolean }>(
    'select to_regclass($1) is not null as there',
    [own],
  );
  const isNew = !found[0]!.there;
  // A partition is filled first and indexed as a whole when it joins the others.
  if (isNew && parent !== null)
    await client.query(`create table ${own} (like ${quoted(parent)} including defaults)`);
  else await client.query(`truncate ${own} cascade`);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const copy = client.query(copyFrom(`copy ${own} (${columns.map(quoted).join(', ')}) from stdin`));
  await pipeline(createReadStream(join(folder, file)), hashing, createZstdDecompress(), copy).catch(
    (error: Error) =>
      reject(
        'BAD_USER_INPUT',
        `The backup's ${file} cannot be read: ${error.message}. Nothing was restored.`,
      ),
  );
  if (hash.digest('hex') !== sha256 || copy.rowCount !== rows)
    reject(
      'BAD_USER_INPUT',
      `The backup's ${file} is not what it was when it was written. Nothing was restored.`,
    );
  if (isNew && parent !== null)
    await client.query(`alter table ${quoted(parent)} attach partition ${own} ${bound}`);
}
