import { setTimeout as wait } from 'node:timers/promises';
import { StartFailure } from '../../errors/start-failure.ts';
import { demandRoom, writeFailure } from './disk.ts';
import type { Home } from './home.ts';
import { logSize, logTail } from './log-tail.ts';
import { localPort } from './port.ts';
import { hasPostmasterFile, isAlive, readPostmaster, removeStaleFile } from './postmaster-file.ts';
import { interruptServer, startServer } from './server-process.ts';
import { socketFolder } from './socket-folder.ts';

const roomToOpen = 24;

/**
 * Starts PostgreSQL on a data folder and waits until it takes connections. Returns false where another process
 * holds the folder, or a killed one still does: the caller looks again.
 */
export async function launch(home: Home): Promise<boolean> {
  await demandRoom(home.folder, roomToOpen);
  removeStaleFile(home.cluster);
  const before = logSize(home.log);
  const server = startServer(
    home,
    home.overNetwork ? { port: await localPort(home) } : { socketFolder: socketFolder(home) },
  );
  while (server.ended() === undefined) {
    const postmaster = readPostmaster(home.cluster);
    if (postmaster?.status === 'ready' && isAlive(postmaster)) return true;
    await wait(5);
  }
  const said = logTail(home.log, before);
  if (said.some((line) => /already exists|still in use|still running|is being used/.test(line))) return false;
  throw launchFailure(home, said, server.ended() ?? '');
}

/** Asks PostgreSQL to end (connections are cut, everything is written) and waits; false where it takes too long. */
export async function shutDown(home: Home, milliseconds: number): Promise<boolean> {
  const postmaster = readPostmaster(home.cluster);
  if (!postmaster || !isAlive(postmaster)) return true;
  interruptServer(home, postmaster.pid);
  const deadline = Date.now() + milliseconds;
  while (hasPostmasterFile(home.cluster) && isAlive(postmaster)) {
    if (Date.now() > deadline) return false;
    await wait(10);
  }
  return true;
}

function launchFailure({ cluster, log }: Home, said: string[], ended: string): StartFailure {
  const text = said.join('\n');
  if (/no space left|disk quota/i.test(text)) return writeFailure(cluster, { code: 'ENOSPC' });
  if (/read-only file system/i.test(text)) return writeFailure(cluster, { code: 'EROFS' });
  const words = said.length > 0 ? `It says:\n  ${said.join('\n  ')}\n` : '';
  return new StartFailure(
    `PostgreSQL does not start on ${cluster} (${ended}). ${words}Its log is ${log}. ` +
      'To use another folder: DATA_DIR=/path/to/folder npm start',
  );
}
