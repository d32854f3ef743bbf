import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { buildParts } from '../../server/build/parts.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';
import { migrate } from '../../server/database/migrate.ts';
import { loadSeeds } from '../../server/imports/seeds.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ServerAddress;
  }
}

/** Where the test run's PostgreSQL answers. */
export interface ServerAddress {
  host: string;
  port: number;
  user: string;
  password?: string;
}

/** The databases that test files copy: one migrated and empty, one with the seeds. */
export const templates = { empty: 'template_empty', seeded: 'template_seeded' } as const;

/** The product built, and one PostgreSQL for the whole run, with the two templates; each test file then has a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Tests of processes run what was built, as its users do: a process from the sources takes twice as long to start.
  if (!(await buildParts(['server', 'web']))) throw new Error('The product could not be built.');
  const dataDir = await mkdtemp(join(tmpdir(), 'tacit-test-'));
  const server = await startEmbeddedPostgres({ dataDir, report: () => undefined });
  const { database: maintenance, ...address } = server.connection;
  const client = new pg.Client({ ...address, database: maintenance });
  await client.connect();
  try {
    await client.query(`create database ${templates.empty}`);
    await prepare(address, templates.empty, false);
    await client.query(`create database ${templates.seeded} template ${templates.empty}`);
    await prepare(address, templates.seeded, true);
  } finally {
    await client.end();
  }
  project.provide('postgres', address);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function prepare(address: ServerAddress, name: string, seeded: boolean): Promise<void> {
  const database = await connectDatabase({ ...address, database: name });
  try {
    await migrate(database);
    if (seeded) await loadSeeds(database, { directory: new URL('../../seeds', import.meta.url).pathname });
  } finally {
    await database.close();
  }
}
