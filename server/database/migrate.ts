import type { Database } from './connect.ts';

/** Any number that no one else locks: servers that start together migrate one after the other. */
const migrationLock = 7_402_118;

/** Brings the schema up to date, each migration in its own transaction, one server at a time. Returns how many ran. */
export async function migrate(database: Database): Promise<number> {
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const ran = await database.orm.migrator.up();
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
