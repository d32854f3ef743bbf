import { chownSync, lstatSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ownerOf, type Account } from './account.ts';
import { writeFailure } from './disk.ts';

/** Makes the database's folder, closed to all but the account. The data folder around it goes to who owns its place. */
export function makeDatabaseFolder(folder: string, account: Account | undefined): string {
  const around = dirname(folder);
  try {
    const owner = account && ownerOf(around);
    if (makeFolder(around, 0o755) && owner) chownSync(around, owner.uid, owner.gid);
    makeFolder(folder, 0o700);
    if (!account) return folder;
    if (isClosedAndEmpty(around, basename(folder))) chownSync(around, account.uid, account.gid);
    chownSync(folder, account.uid, account.gid);
    return folder;
  } catch (error) {
    throw writeFailure(folder, error);
  }
}

/** A folder of root's in a place where others may write too: nobody else may have made it. */
export function makeRootFolder(folder: string): void {
  makeFolder(folder, 0o755);
  const stats = lstatSync(folder);
  if (!stats.isDirectory() || stats.uid !== 0) throw new Error(`${folder} belongs to someone else.`);
}

/** Removes a folder that was made in vain. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it: it stays.
  }
}

/** Makes a folder and those above it, one by one: all at once, Node takes a read-only disk for a missing parent. */
function makeFolder(folder: string, mode: number): boolean {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  makeFolder(dirname(folder), 0o755);
  try {
    mkdirSync(folder, { mode });
    return true;
  } catch (error) {
    // Another start made it in the meantime; a file of that name is something else.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && statSync(folder).isDirectory()) return false;
    throw error;
  }
}

/** A data folder made for us and closed to others (mktemp -d as root) is handed over with the database in it. */
function isClosedAndEmpty(folder: string, child: string): boolean {
  const { uid, mode } = statSync(folder);
  return uid === 0 && (mode & 0o011) === 0 && readdirSync(folder).every((name) => name === child);
}
