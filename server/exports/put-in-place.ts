import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { reject } from '../errors/tacit-error.ts';

export interface Place {
  path: string;
  /** Replace what stands there. */
  force: boolean;
}

/**
 * Makes a file, or a folder, beside where it belongs and renames it into place when it is whole: whoever looks sees the
 * former one or the new one, never half. BAD_USER_INPUT where something stands there and `force` is not given.
 */
export async function putInPlace(
  { path, force }: Place,
  kind: 'file' | 'folder',
  make: (temporary: string) => Promise<void>,
): Promise<void> {
  const target = resolve(path);
  await checkPlace(target, kind, force);
  const temporary = `${target}.${randomBytes(4).toString('hex')}.partial`;
  try {
    if (kind === 'folder') await mkdir(temporary);
    await make(temporary);
    if (kind === 'folder') await placeFolder(temporary, target, force);
    else await placeFile(temporary, target, force);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function checkPlace(target: string, kind: 'file' | 'folder', force: boolean): Promise<void> {
  const folder = await statOf(dirname(target));
  if (!folder?.isDirectory())
    reject('BAD_USER_INPUT', `There is no folder ${dirname(target)} to write into.`);
  const existing = await statOf(target);
  if (existing === undefined) return;
  if (!force) reject('BAD_USER_INPUT', `${target} exists; --force replaces it.`);
  if (kind === 'file' && !existing.isFile()) reject('BAD_USER_INPUT', `${target} is not a file.`);
  // A folder is replaced whole: only one that is a data package can be meant.
  if (kind === 'folder' && !(await statOf(join(target, 'datapackage.json')))?.isFile()) {
    reject('BAD_USER_INPUT', `${target} is not a data package, so --force does not replace it.`);
  }
}

async function placeFile(temporary: string, target: string, force: boolean): Promise<void> {
  const file = await open(temporary, 'r+');
  await file.sync().finally(() => file.close());
  if (force) return rename(temporary, target);
  try {
    // Unlike a rename, a link never takes the place of a file that has come meanwhile.
    await link(temporary, target);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') reject('BAD_USER_INPUT', `${target} exists; --force replaces it.`);
    await rename(temporary, target);
  }
}

async function placeFolder(temporary: string, target: string, force: boolean): Promise<void> {
  const former = `${temporary}.former`;
  if (force && (await statOf(target))) await rename(target, former);
  await rename(temporary, target);
  await rm(former, { recursive: true, force: true });
}

async function statOf(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}
