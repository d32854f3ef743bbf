import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Database } from '../database/connect.ts';
import { reject } from '../errors/tacit-error.ts';
import { importLedger } from './ledger/import-ledger.ts';
import { readDescriptor, type PackageDescriptor } from './package/descriptor.ts';
import { readTextRows, readTypedRows } from './package/read-resource.ts';
import { dimensionTables } from './reference/dimension-tables.ts';
import { KnownIds } from './reference/known-ids.ts';
import { loadTable } from './reference/load-table.ts';
import { linkParents, publishPublicRecord } from './reference/public-record.ts';
import { publishedTables } from './reference/published-tables.ts';

export interface SeedOptions {
  /** The folder that holds datapackage.json. */
  directory: string;
  /** Told of each resource as it goes in. */
  report?: (resource: string) => void;
}

/** Any number that no one else locks: two servers that start together load the seeds once. */
const seedLock = 7_402_119;
const checksumKey = 'seeds.checksum';

/**
 * Loads the shipped facts and ledgers in one transaction, unless the very same seeds are loaded already.
 * Throws BAD_USER_INPUT, and leaves everything as it was, when a file is not what its descriptor says.
 */
export async function loadSeeds(
  database: Database,
  { directory, report = () => undefined }: SeedOptions,
): Promise<{ loaded: boolean }> {
  const descriptor = await readDescriptor(join(directory, 'datapackage.json'));
  const checksum = await checksumOf(directory, descriptor);
  if ((await loadedChecksum(database.pool)) === checksum) return { loaded: false };

  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [seedLock]);
    const already = (await loadedChecksum(client)) === checksum;
    if (!already) {
      await loadPackage(client, directory, descriptor, report);
      await client.query(
        `insert into setting (key, value) values ($1, $2)
         on conflict (key) do update set value = excluded.value, updated_at = now()`,
        [checksumKey, checksum],
      );
    }
    await client.query('commit');
    if (!already) await client.query('analyze');
    return { loaded: !already };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function loadPackage(
  client: pg.PoolClient,
  directory: string,
  descriptor: PackageDescriptor,
  report: (resource: string) => void,
): Promise<void> {
  const ids = new KnownIds(client);
  const load = async (table: (typeof dimensionTables)[number]): Promise<void> => {
    const resource = descriptor.resources.find(({ name }) => name === table.resource);
    if (!resource) reject('BAD_USER_INPUT', `The seeds have no resource called "${table.resource}".`);
    report(resource.name);
    const rows = await readTypedRows(directory, resource);
    await loadTable(client, table, rows, ids);
    if (resource.name === 'organisations') await linkParents(client, rows);
  };

  for (const table of dimensionTables) await load(table);
  const record = await publishPublicRecord(client, descriptor);
  await ids.read('dataset');
  for (const table of publishedTables) await load(table);
  await record.flipVersion();

  for (const resource of descriptor.resources) {
    if (!resource.ledger) continue;
    report(resource.name);
    await importLedger(client, {
      ledger: resource.ledger,
      rows: readTextRows(directory, resource),
      checksum: resource.hash ?? '',
      mode: 'REPLACE',
      name: resource.path,
    });
  }
}

async function checksumOf(directory: string, descriptor: PackageDescriptor): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(directory, 'datapackage.json')));
  for (const { name, path } of descriptor.resources) {
    const bytes = await readFile(join(directory, path)).catch((error: NodeJS.ErrnoException) =>
      reject('BAD_USER_INPUT', `Resource ${name} (${path}) of the seeds cannot be read: ${error.code}.`),
    );
    hash.update(path).update(bytes);
  }
  return hash.digest('hex');
}

async function loadedChecksum(client: pg.Pool | pg.PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>('select value from setting where key = $1', [
    checksumKey,
  ]);
  return rows[0]?.value;
}
