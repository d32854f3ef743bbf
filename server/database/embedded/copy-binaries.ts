import { statSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { accessOf, type Account } from './account.ts';
import { programOf, type Binaries } from './binaries.ts';
import { makeRootFolder } from './folders.ts';

/**
 * A clone under root's own folder is closed to the account that runs PostgreSQL: it gets a copy of the programs,
 * in the first of the folders that will have it.
 */
export async function copyBinaries(
  binaries: Binaries,
  account: Account,
  folders: string[],
): Promise<Binaries | undefined> {
  for (const folder of folders) {
    const copy = { ...binaries, folder: join(folder, `postgresql-${binaries.version}`) };
    const made = await copyOnce(binaries.folder, folder, copy.folder).catch(() => false);
    if (made && accessOf(account, '/', programOf(copy, 'postgres')).runs) return copy;
  }
  return undefined;
}

async function copyOnce(from: string, folder: string, to: string): Promise<true> {
  makeRootFolder(folder);
  if (statSync(to, { throwIfNoEntry: false })) return true;
  const draft = `${to}.new-${process.pid}`;
  try {
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, to);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return true;
}
