import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { eventually, pidOf } from '../embedded/support.ts';
import { run } from './run.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tacit-start-'));

afterAll(() => {
  const pid = pidOf(dataDir);
  if (pid) spawnSync('kill', ['-QUIT', String(pid)]);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

it('the server prepares all it needs, answers, survives the death of its database, and stops cleanly', async () => {
  const { child, line, out, err, exit } = run('server/main.ts', [], { DATA_DIR: dataDir, PORT: '0' });
  const url = (await line).replace('Tacit answers at ', '');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  for (const step of ['Database (embedded, cold)', 'Tables', 'Seeds (loaded)', 'Dashboard and API']) {
    expect(err()).toContain(step);
  }
  const status = async (path: string) => (await fetch(url + path)).status;
  expect(await status('readyz')).toBe(200);

  process.kill(pidOf(dataDir) ?? 0, 'SIGSTOP');
  await eventually(async () => expect(await status('readyz')).toBe(503));
  expect(await status('healthz')).toBe(200);
  process.kill(pidOf(dataDir) ?? 0, 'SIGKILL');
  await eventually(async () => expect(await status('readyz')).toBe(200));

  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(pidOf(dataDir)).toBeUndefined();
  expect(out().trim().split('\n')).toHaveLength(1);
}, 60_000);
