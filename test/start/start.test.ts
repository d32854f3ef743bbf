import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { readPostmaster, type Postmaster } from '../../server/database/embedded/postmaster-file.ts';
import { eventually, pidOf, temporaryFolder } from '../embedded/support.ts';
import { runServer } from './run.ts';

const { path: dataDir, remove } = temporaryFolder();

afterAll(remove);

/** Stops PostgreSQL from taking connections and cuts those that the server has. */
async function cutOff(): Promise<void> {
  const { host, port, pid } = readPostmaster(join(dataDir, 'postgres', 'data')) as Postmaster;
  const client = new pg.Client({ host, port, user: 'tacit', database: 'tacit', ssl: false });
  client.on('error', () => undefined);
  await client.connect();
  process.kill(pid, 'SIGSTOP');
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tacit'`,
  );
}

it('the server prepares all it needs, answers, survives the death of its database, and stops cleanly', async () => {
  const { child, line, out, err, exit } = runServer({ DATA_DIR: dataDir, PORT: '0' });
  const url = (await line).replace('Tacit answers at ', '');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  for (const step of ['Database (embedded, cold)', 'Tables', 'Seeds (loaded)', 'Dashboard and API']) {
    expect(err()).toContain(step);
  }
  const status = async (path: string) => (await fetch(url + path)).status;
  expect(await status('readyz')).toBe(200);

  await cutOff();
  await eventually(async () => expect(await status('readyz')).toBe(503));
  expect(await status('healthz')).toBe(200);
  process.kill(pidOf(dataDir) ?? 0, 'SIGKILL');
  await eventually(async () => expect(await status('readyz')).toBe(200));

  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(pidOf(dataDir)).toBeUndefined();
  expect(out().trim().split('\n')).toHaveLength(1);
}, 60_000);
