import { spawn, spawnSync } from 'node:child_process';
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { projectPath, projectRoot } from '../../server/project-root.ts';
import { machine, table, writeResults } from './results.ts';
import { percentile } from './served.ts';

// How long `npm start` takes until /readyz answers: npm run bench:start [-- --times 5]. First in a copy of the tree that was never
// built, then in it again with no data, then with them.

const { values } = parseArgs({
  options: { times: { type: 'string', default: '5' }, rows: { type: 'string' }, data: { type: 'string' } },
});
const times = Number(values.times);
const copy = await mkdtemp(join(tmpdir(), 'tacit-start-bench-'));
// Root's PostgreSQL runs as somebody else, who has to get in; else its data would stay elsewhere.
await chmod(copy, 0o755);
try {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  for (const path of stdout.split('\0').filter(Boolean)) await cp(projectPath(path), join(copy, path));
  await symlink(projectPath('node_modules'), join(copy, 'node_modules'));

  const first = await start('data-0');
  const cold: number[] = [];
  const warm: number[] = [];
  for (let turn = 1; turn <= times; turn += 1) cold.push(await start(`data-${turn}`));
  for (let turn = 1; turn <= times; turn += 1) warm.push(await start(`data-${turn}`));
  const s = (value: number): string => `${value.toFixed(2)} s`;
  const row = (what: string, took: readonly number[]): string[] => [
    what,
    String(took.length),
    s(percentile(took, 0.5)),
    s(Math.max(...took)),
  ];
  const body = [
    '`npm start`, from the command until `/readyz` answers with 200, with the embedded PostgreSQL. Installed by `npm ci` before.',
    table([
      ['', 'times', 'median', 'most'],
      row('the first in a fresh tree: builds, makes the database, loads the seeds', [first]),
      row('built, without data: makes the database, loads the seeds (aim: 15 s)', cold),
      row('built, with data (aim: 2 s)', warm),
    ]),
    machine(),
  ].join('\n\n');
  await writeResults('Start', body, [
    { aim: 'warm', value: Math.max(...warm), why: `the slowest of ${times}` },
    {
      aim: 'cold',
      value: Math.max(...cold),
      why: `the slowest of ${times}; ${s(first)} the very first time, which builds the product`,
    },
  ]);
  process.stdout.write(`${body}\n`);
} finally {
  await rm(copy, { recursive: true, force: true });
}

/** Starts the product over a data folder; the seconds until it is ready. It has stopped when this ends. */
async function start(data: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: copy,
    env: { ...process.env, PORT: String(port), DATA_DIR: join(copy, data), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
    // Of its own group, so that whatever npm has started can be stopped with it.
    detached: true,
  });
  let over = false;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve())).then(() => {
    over = true;
  });
  try {
    while (!(await isReady(port))) {
      if (over) throw new Error('npm start ended before it was ready.');
      await wait(10);
    }
    return (performance.now() - began) / 1000;
  } finally {
    if (!over) process.kill(-child.pid!, 'SIGTERM');
    await ended;
  }
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  return answer?.status === 200;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
