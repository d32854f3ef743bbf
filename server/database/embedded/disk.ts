import { statfs } from 'node:fs/promises';
import { StartFailure } from '../../errors/start-failure.ts';

const megabyte = 1024 * 1024;

/** Refuses to begin on a disk that has less room than PostgreSQL needs to make or open a database. */
export async function demandRoom(folder: string, megabytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / megabyte);
  if (free >= megabytes) return;
  throw new StartFailure(
    `The disk of ${folder} is full: ${free} MB are free and the database needs ${megabytes} MB. ` +
      'Free some, or choose a folder on another disk: DATA_DIR=/path/to/folder npm start',
  );
}

/** Says in plain words why a folder or a file of the database could not be written. */
export function writeFailure(path: string, error: unknown): StartFailure {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new StartFailure(
    `The database cannot be kept in ${path}: ${reasonOf(code)}. ` +
      'Mend that, or choose another folder: DATA_DIR=/path/to/folder npm start',
  );
}

function reasonOf(code: string): string {
  switch (code) {
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'the disk quota is used up';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not write there';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file is in the way of the folder';
    default:
      return `writing failed (${code})`;
  }
}
