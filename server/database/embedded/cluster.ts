import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFailure } from '../../errors/start-failure.ts';
import { idsOf } from './account.ts';
import { programOf } from './binaries.ts';
import { demandRoom, writeFailure } from './disk.ts';
import type { Home } from './home.ts';
import { passwordFile } from './password.ts';

/** The user and the database that Tacit keeps its rows under. */
export const userName = 'tacit';

const roomForNew = 160;

/** True where a data folder of this PostgreSQL's version is there; throws where something else is in its place. */
export function hasCluster({ cluster, binaries }: Home): boolean {
  const version = clusterVersion(cluster);
  if (version === undefined) return false;
  if (version === binaries.major) return true;
  throw new StartFailure(
    `The data folder ${cluster} was made by PostgreSQL ${version}, and this version of Tacit brings PostgreSQL ` +
      `${binaries.major}, which cannot read it. Nothing was touched. To take it over: with the version of Tacit that ` +
      'made it, npm run backup -- --out /path/to/backup; then move the folder away, and with this one npm run ' +
      'restore -- /path/to/backup. Or choose another folder (DATA_DIR=/path/to/folder npm start), or serve ' +
      `this one with a PostgreSQL ${version} of your own and set DATABASE_URL.`,
  );
}

/** Makes a new data folder: beside its place first, so that a half-made one is never taken for a whole one. */
export async function createCluster(home: Home): Promise<void> {
  await removeAbandoned(home);
  await demandRoom(home.folder, roomForNew);
  const draft = `${home.cluster}.new-${process.pid}`;
  try {
    await initdb(home, draft);
    await rename(draft, home.cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another start made one in the meantime: that one will do.
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '') && hasCluster(home))
      return;
    throw error instanceof StartFailure ? error : writeFailure(home.cluster, error);
  }
}

function clusterVersion(cluster: string): string | undefined {
  let names: string[];
  try {
    names = readdirSync(cluster);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw writeFailure(cluster, error);
  }
  if (names.includes('PG_VERSION')) return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (names.length === 0) return undefined;
  throw new StartFailure(
    `The folder ${cluster} holds something that is not a PostgreSQL database. Nothing was touched. ` +
      'Move it away, or choose another: DATA_DIR=/path/to/folder npm start',
  );
}

function initdb(home: Home, folder: string): Promise<void> {
  const password = passwordFile(home);
  const flags = [
    ...['-D', folder, '-U', userName, '--encoding=UTF8', '--locale=C'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    // A socket is guarded by its folder; a network port, even a local one, by a password.
    ...(password ? ['--auth=scram-sha-256', `--pwfile=${password}`] : ['--auth=trust']),
  ];
  return new Promise((resolve, fail) => {
    const child = spawn(programOf(home.binaries, 'initdb'), flags, {
      stdio: ['ignore', 'ignore', 'pipe'],
      // The programs change to the folder that they begin in, so it has to be one that the account can enter.
      cwd: home.folder,
      env: { LC_ALL: 'C' },
      ...idsOf(home.account),
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', (error) => fail(new StartFailure(`PostgreSQL's initdb cannot run: ${error.message}`)));
    child.on('close', (code) => (code === 0 ? resolve() : fail(initdbFailure(folder, said))));
  });
}

function initdbFailure(folder: string, said: string): StartFailure {
  if (/no space left|disk quota/i.test(said)) return writeFailure(folder, { code: 'ENOSPC' });
  if (/read-only file system/i.test(said)) return writeFailure(folder, { code: 'EROFS' });
  const words = said.trim().split('\n').slice(-4).join('\n  ');
  return new StartFailure(
    `The database could not be made in ${folder}; PostgreSQL's initdb says:\n  ${words}`,
  );
}

/** Removes what starts that were killed left half made; one that another start is making stays. */
async function removeAbandoned({ folder }: Home): Promise<void> {
  for (const name of readdirSync(folder)) {
    const pid = /^data\.new-(\d+)$/.exec(name)?.[1];
    if (!pid || isRunning(Number(pid))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
