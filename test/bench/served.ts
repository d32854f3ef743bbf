import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { projectPath, projectRoot } from '../../server/project-root.ts';
import { startEnvironment, startFlags } from '../support/as-started.ts';

export const adminKey = 'a-key-for-benchmarks-only';

/** The product as it runs in production, a process of its own over a database. */
export interface Served {
  url: string;
  /** Asks the API; the milliseconds that the whole answer took. Throws what the API answers instead of data. */
  ask(query: string, variables?: object): Promise<number>;
  /** Resident memory now, in MiB. */
  memory(): Promise<number>;
  /** Seconds of processor time that the process, its threads included, has used until now. */
  processor(): Promise<number>;
  /** The most resident memory that the process has had, in MiB; NaN where the system does not tell. */
  mostMemory(): Promise<number>;
  close(): Promise<void>;
}

/** Starts the built server over a database. */
export async function serveOver(databaseUrl: string, dataDir: string): Promise<Served> {
  const child = spawn(process.execPath, [...startFlags, projectPath('.build', 'server', 'main.js')], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'error',
      ADMIN_KEY: adminKey,
      TRUST_PROXY: 'true',
      ...startEnvironment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, fail) => {
    createInterface(child.stdout).on('line', (line) => {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address) resolve(address.replace(/\/$/, ''));
    });
    void ended.then(() => fail(new Error('The server ended before it answered: is it built?')));
  });
  const statusOf = async (field: string): Promise<number> => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024;
  };
  return {
    url,
    ask: async (query, variables = {}) => {
      const began = performance.now();
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${adminKey}` },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const took = performance.now() - began;
      // Reading a long answer as JSON would take the processor from the server that is being measured.
      if (response.ok && text.startsWith('{"data":') && !text.includes('"errors":')) return took;
      const { errors } = JSON.parse(text) as { errors?: { message: string }[] };
      if (errors) throw new Error(errors[0]?.message);
      return took;
    },
    processor: async () => {
      const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    memory: () => statusOf('VmRSS'),
    mostMemory: () => statusOf('VmHWM'),
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The p-quantile of some times, and how many there are. */
export function percentile(times: readonly number[], p: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? NaN;
}

/** Does the tasks, so many at a time; the times of each. */
export async function atOnce(
  concurrency: number,
  tasks: readonly (() => Promise<number>)[],
): Promise<number[]> {
  const waiting = tasks.entries();
  const times: number[] = [];
  const worker = async (): Promise<void> => {
    for (const [i, task] of waiting) times[i] = await task();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return times;
}
