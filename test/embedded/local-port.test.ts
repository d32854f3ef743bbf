import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findBinaries } from '../../server/database/embedded/binaries.ts';
import { homeIn, type Home } from '../../server/database/embedded/home.ts';
import { shutDown } from '../../server/database/embedded/postmaster.ts';
import { leave, openSession } from '../../server/database/embedded/session.ts';
import { settle } from '../../server/database/embedded/settle.ts';
import { ask, temporaryFolder } from './support.ts';

const { path: dataDir, remove } = temporaryFolder();
afterAll(remove);

/** As on Windows: pg_ctl, a local port, a password; everything else is the same. */
async function windowsHome(): Promise<Home> {
  const { folder, binaries, account } = await settle(dataDir, await findBinaries(), () => undefined);
  return homeIn(folder, binaries, account, true);
}

it('without sockets it listens on a local port behind a password, the same one at the next start', async () => {
  const home = await windowsHome();
  const ports = [];
  for (const started of ['cold', 'warm']) {
    const session = await openSession(home);
    expect(session.started).toBe(started);
    expect(session.connection.host).toBe('127.0.0.1');
    ports.push(session.connection.port);
    await expect(ask({ ...session.connection, password: 'guess' }, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
    expect(await leave(session.client)).toBe(true);
    expect(await shutDown(home, 5000)).toBe(true);
    await session.client.end().catch(() => undefined);
  }
  expect(ports[0]).toBe(ports[1]);
  expect(statSync(join(home.folder, 'password')).mode & 0o777).toBe(0o600);
});
