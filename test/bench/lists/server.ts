import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where what lists are measured beside is described, and installed when it is measured: nothing of it is Tacit's. */
const peersFolder = join(import.meta.dirname, 'peers');

/** Installs the peers, where they are not there as they are described; the answer names those that are compared. */
export async function installPeers(): Promise<string> {
  const described = join(peersFolder, 'package-lock.json');
  const installed = join(peersFolder, 'node_modules', '.package-lock.json');
  const [wanted, there] = await Promise.all([described, installed].map(changedAt));
  if (there! < wanted!)
    await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peersFolder });
  const { dependencies } = JSON.parse(await readFile(join(peersFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return ['postgraphile', 'mercurius'].map((name) => `${name} ${dependencies[name]}`).join(', ');
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => -1,
  );
}

/** A server in a process of its own. */
export interface Server {
  url: string;
  /** Seconds of processor that it has used. */
  processor(): Promise<number>;
  stop(): Promise<void>;
}

/** All with a young generation that holds what a few hundred requests need, as PostGraphile asks for. */
const always = ['--max-semi-space-size=64'];

/** Starts one of the peers. */
export function startPeer(name: string, parts: readonly string[], env = {}): Promise<Server> {
  return start([...always, `${name}.peer.mjs`, ...parts], { cwd: peersFolder, env });
}

/** Starts Tacit; where its profile is wanted, Node writes it into that folder when it stops. */
export function startTacit(parts: readonly string[], profile: string | undefined): Promise<Server> {
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const flags = [...always, ...profiling, '--import', 'tsx'];
  return start([...flags, join(import.meta.dirname, 'tacit.server.ts'), ...parts], {
    cwd: join(import.meta.dirname, '..', '..', '..'),
    env: {},
  });
}

/** Starts a server, and waits until it says where it answers. */
async function start(
  parts: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<Server> {
  const child = spawn(process.execPath, parts, {
    cwd,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', GRAPHILE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  return {
    url,
    processor: () => processorOf(child.pid!),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, fail) => {
    createInterface(child.stdout!).on('line', (line) => {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) resolve(address.replace(/\/$/, ''));
    });
    child.once('close', () => fail(new Error('the server ended before it answered')));
  });
}

async function processorOf(process: number): Promise<number> {
  const stat = await readFile(`/proc/${process}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
