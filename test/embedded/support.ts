import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { accessOf } from '../../server/database/embedded/account.ts';
import { readPostmaster } from '../../server/database/embedded/postmaster-file.ts';
import type { Connection, Started } from '../../server/database/embedded/session.ts';

const script = join(import.meta.dirname, 'holder.ts');

export const asRoot = process.getuid?.() === 0;

/** The account that root's tests use as an ordinary user. */
export const nobody = { uid: 65534, gid: 65534, name: 'nobody' };

/** Whether an ordinary user may read this clone at all; under root's own folder it may not. */
export const nobodyReadsUs = asRoot && accessOf(nobody, '/tmp', process.execPath).runs && readable(script);

export interface Holder {
  connection: Connection;
  started: Started;
  folder: string;
  /** Its lines on standard error so far. */
  said(): string;
  /** Lets it end by itself. */
  end(): Promise<void>;
  /** Ends it without a chance to clean up. */
  kill(): Promise<void>;
}

export interface HolderOptions {
  fallbacks?: string[];
  account?: { uid: number; gid: number };
}

/** Starts a process that uses the embedded database of a folder; resolves when the database answers. */
export async function hold(
  dataDir: string,
  { fallbacks = [], account }: HolderOptions = {},
): Promise<Holder> {
  const child = spawn(process.execPath, [...strip, script, dataDir, ...fallbacks], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    ...account,
  });
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'close').then(() => Promise.reject(new Error(said.trim()))),
  ])) as [string];
  return {
    ...(JSON.parse(line) as Pick<Holder, 'connection' | 'started' | 'folder'>),
    said: () => said,
    end: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A disk in memory, where there is one with room for some databases: making one costs mostly waiting for the disk. */
function quickDisk(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    accessSync('/dev/shm', constants.W_OK);
    return bavail * bsize > 1024 ** 3 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** A folder for the length of one test file or one test; databases that still run in it are ended. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(quickDisk(), 'tacit-embedded-'));
  return {
    path,
    remove: () => {
      const pid = pidOf(path);
      if (pid) spawnSync('kill', ['-QUIT', String(pid)]);
      rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(
  connection: Connection,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client({ ...connection, ssl: false });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The process number of the PostgreSQL of a data folder; undefined where none runs. */
export function pidOf(dataDir: string): number | undefined {
  return readPostmaster(join(dataDir, 'postgres', 'data'))?.pid;
}

/** Tries until it works, or gives the last error after the time is up. */
export async function eventually<T>(work: () => Promise<T> | T, milliseconds = 10_000): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/** Node 22.17 strips types only when asked to. */
export const strip = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

function readable(file: string): boolean {
  return spawnSync('/bin/cat', [file], { ...nobody, cwd: '/', stdio: 'ignore' }).status === 0;
}
