import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the lists are measured beside: only for that, so they are fetched when it is, not with what Tacit needs. */
const peers = {
  postgraphile: '5.1.5',
  mercurius: '16.10.1',
  'graphql-jit': '0.8.9',
  graphql: '16.15.0',
  fastify: '5.12.8',
  pg: '8.23.0',
};

/** Installs the peers into a folder. */
export async function installPeers(folder: string): Promise<string> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: peers }));
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
  return Object.entries(peers)
    .slice(0, 2)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

/** A server in a process of its own. */
export interface Server {
  url: string;
  /** Seconds of processor that it has used. */
  processor(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one, and waits until it says where it answers. */
export async function start(
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
