import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type ConnectOptions, type Database } from '../../server/database/connect.ts';
import { templates, type ServerAddress } from './global-setup.ts';

export interface TestDatabase extends Database {
  /** Every statement since the last `splice`, as sent. */
  statements: string[];
  /** Where it answers, for a second process. */
  url: string;
  /** Closes and drops it. */
  drop(): Promise<void>;
}

/** A database of one's own with all migrations and no rows. */
export function openTestDatabase(options?: ConnectOptions): Promise<TestDatabase> {
  return copyTemplate(templates.empty, options);
}

/** A database of one's own with the seeds loaded. */
export function openSeededDatabase(options?: ConnectOptions): Promise<TestDatabase> {
  return copyTemplate(templates.seeded, options);
}

async function copyTemplate(template: string, options: ConnectOptions = {}): Promise<TestDatabase> {
  const address = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(address, `create database ${name} template ${template}`);
  const statements: string[] = [];
  const database = await connectDatabase(
    { ...address, database: name },
    { poolSize: 5, onStatement: (sql) => statements.push(sql), ...options },
  );
  return {
    ...database,
    statements,
    url: `postgresql://${address.user}@localhost:${address.port}/${name}?host=${encodeURIComponent(address.host)}`,
    drop: async () => {
      await database.close();
      await administer(address, `drop database ${name} with (force)`);
    },
  };
}

async function administer(address: ServerAddress, statement: string): Promise<void> {
  const client = new pg.Client({ ...address, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
