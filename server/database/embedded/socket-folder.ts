import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../../errors/start-failure.ts';
import { writeFailure } from './disk.ts';
import type { Home } from './home.ts';

/** The longest folder whose socket's path (/.s.PGSQL.5432 more) every system takes. */
const longest = 85;

/** The folder of the socket: the database's own, or one with a short name where that is too long for a socket. */
export function socketFolder({ folder, account }: Home): string {
  if (Buffer.byteLength(folder) <= longest) return folder;
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const short = join(
    '/tmp',
    `tacit-${createHash('sha256').update(`${uid}:${folder}`).digest('hex').slice(0, 16)}`,
  );
  try {
    mkdirSync(short, { mode: 0o700 });
    if (account) chownSync(short, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw writeFailure(short, error);
  }
  // Anyone may make a folder in /tmp: only one that is ours and closed to others will do.
  const stats = lstatSync(short);
  if (stats.isDirectory() && stats.uid === uid && (stats.mode & 0o077) === 0) return short;
  throw new StartFailure(
    `The socket of the database would be in ${short}, which belongs to another user. Remove it, or choose a ` +
      'data folder with a shorter path: DATA_DIR=/path/to/folder npm start',
  );
}
