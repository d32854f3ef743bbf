import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFailure } from './disk.ts';
import type { Home } from './home.ts';

/** The file with the database's password, made when there is none; undefined where a socket needs none. */
export function passwordFile(home: Home): string | undefined {
  if (!home.overNetwork) return undefined;
  const path = join(home.folder, 'password');
  try {
    if (!existsSync(path)) {
      writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600 });
      if (home.account) chownSync(path, home.account.uid, home.account.gid);
    }
    return path;
  } catch (error) {
    throw writeFailure(path, error);
  }
}

/** The database's password, where it has one. */
export function passwordOf(home: Home): string | undefined {
  const path = passwordFile(home);
  return path && readFileSync(path, 'utf8').trim();
}
