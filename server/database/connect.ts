import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { reject } from '../errors/tacit-error.ts';
import { entities } from '../market/entities.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';
import { typeParsers } from './type-parsers.ts';
import { WatchedClient, WatchedPool } from './watched-client.ts';

/** Where PostgreSQL answers: an address as libpq writes it, or the parts (host may be a socket folder). */
export type DatabaseTarget =
  { url: string } | { host: string; port: number; user: string; database: string; password?: string };

export interface Database {
  orm: MikroORM;
  kysely: Kysely<Tables>;
  pool: pg.Pool;
  /** Answers when the database does; throws SERVICE_UNAVAILABLE otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  poolSize?: number;
  /** Told of every statement, for tests that count them. */
  onStatement?: (sql: string) => void;
}

const oldestMajor = 15;

/** Opens one pool that Kysely (reads) and MikroORM (schema, administration) share; checks that it answers. */
export async function connectDatabase(
  target: DatabaseTarget,
  { poolSize = 10, onStatement }: ConnectOptions = {},
): Promise<Database> {
  // Only an address may ask for TLS: PGSSLMODE of someone's shell is not meant for the embedded database.
  const address = 'url' in target ? { connectionString: target.url } : { ...target, ssl: false };
  const pool = new WatchedPool({
    ...address,
    Client: WatchedClient,
    max: poolSize,
    types: typeParsers(),
    connectionTimeoutMillis: 5000,
    application_name: 'tacit',
  });
  // A connection that the server drops is replaced by the pool, and what ran on it fails. Unheard, its error would end
  // the process: the pool hears those of idle connections, of those at work nobody does.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (event.level === 'query') onStatement?.(event.query.sql);
    },
  });
  try {
    await checkServer(pool);
    const orm = await MikroORM.init({
      driverOptions: kysely,
      dbName: 'url' in target ? new URL(target.url).pathname.slice(1) : target.database,
      entities,
      extensions: [Migrator],
      migrations: { migrationsList: migrations, disableForeignKeys: false, snapshot: false },
      // Of a table without an entity it would still drop what points to it.
      schemaGenerator: { skipTables: ['figure', 'figure_drawing', 'figure_move'] },
      // What it would print on standard output is said by the terminal's progress and by the logs.
      logger: () => undefined,
    });
    return {
      orm,
      kysely,
      pool,
      ping: () => ping(pool),
      close: async () => {
        await orm.close();
        if (!pool.ended) await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function ping(pool: pg.Pool): Promise<void> {
  try {
    await pool.query('select 1');
  } catch {
    reject('SERVICE_UNAVAILABLE', 'The database does not answer. Try again shortly.');
  }
}

async function checkServer(pool: pg.Pool): Promise<void> {
  let version = 0;
  try {
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    version = rows[0]?.version ?? 0;
  } catch (error) {
    const cause =
      error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : '';
    reject(
      'SERVICE_UNAVAILABLE',
      `The database cannot be reached: ${cause}. Check that PostgreSQL runs and that DATABASE_URL names its host, port, user, password and database; without DATABASE_URL an embedded one is used.`,
    );
  }
  if (version < oldestMajor * 10_000) {
    reject(
      'SERVICE_UNAVAILABLE',
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; version ${oldestMajor} or later is needed.`,
    );
  }
}
