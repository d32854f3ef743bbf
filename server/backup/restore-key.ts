import { constants } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reject } from '../errors/tacit-error.ts';
import { keyName } from './manifest.ts';

/** Puts the backup's key for pseudonyms into the data folder; refuses where another one is there. */
export async function restoreKey(folder: string, dataDir: string): Promise<void> {
  const [kept, there] = await Promise.all([keyIn(folder), keyIn(dataDir)]);
  if (kept === undefined || kept === there) return;
  if (there !== undefined)
    reject(
      'BAD_USER_INPUT',
      `${join(dataDir, keyName)} is another key than the backup's. Restore into a data folder of its own.`,
    );
  await mkdir(dataDir, { recursive: true });
  await copyFile(join(folder, keyName), join(dataDir, keyName), constants.COPYFILE_EXCL);
}

async function keyIn(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, keyName), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
