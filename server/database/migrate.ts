import { reject } from '../errors/tacit-error.ts';
import type { Database } from './connect.ts';
import { migrations } from './migrations/index.ts';

/** Where MikroORM keeps which migrations have run. */
export const migrationsTable = 'mikro_orm_migrations';

/** Any number that no one else locks: servers that start together migrate one after the other. */
const migrationLock = 7_402_118;

/**
 * Brings the schema up to date, each migration in its own transaction, one server at a time. Returns how many
 * ran. Refuses, and touches nothing, when a later version of Tacit has been at work here. With a name only up to that
 * migration, as a backup of then needs it.
 */
export async function migrate(database: Database, last?: string): Promise<number> {
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await refuseLaterVersion(database);
    const ran = await database.orm.migrator.up(last === undefined ? {} : { to: last });
    return ran.length;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    client.release();
  }
}

/** True when every migration that this version knows has run. */
export async function isMigrated(database: Database): Promise<boolean> {
  return (await database.orm.migrator.getPending()).length === 0;
}

async function refuseLaterVersion(database: Database): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const executed = await database.orm.migrator.getExecuted();
  const later = executed.map(({ name }) => name).filter((name) => !known.has(name));
  if (later.length === 0) return;
  reject(
    'SERVICE_UNAVAILABLE',
    `The database was brought up to date by a later version of Tacit (${later.join(', ')}). Start that version, or choose another database with DATA_DIR or DATABASE_URL.`,
  );
}
