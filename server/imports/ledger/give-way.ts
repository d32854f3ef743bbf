import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import type pg from 'pg';

/** Behind all who read, before what only fills in. */
const aside = 5;

/**
 * Lets those who read go first while a release is made: the database's own process for this connection, which takes as much of the
 * processor as there is, is set behind theirs. Only where that runs on this machine and we may. Resolves with whether it was done:
 * then the connection is to be ended, since nobody but root can take it back.
 */
export async function giveWay(client: pg.PoolClient): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { rows } = await client.query<{ pid: number; called: string }>(
    `select pg_backend_pid() as pid, format('%s %s [local]', current_user, current_database()) as called`,
  );
  const { pid, called } = rows[0]!;
  try {
    // Another process may have that number here where the database is on another machine, or in another container.
    const title = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    if (!title.startsWith('postgres: ') || !title.includes(called)) return false;
    setPriority(pid, aside);
    return true;
  } catch {
    return false;
  }
}
