import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';

const keyLength = 32;

/** The data folder's key for pseudonyms; made, readable by its owner only, when it is first needed. */
export async function readPseudonymKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'pseudonym.key');
  const text = (await readText(path)) ?? (await makeKey(dataDir, path));
  const key = Buffer.from(text.trim(), 'hex');
  if (key.length !== keyLength) {
    reject(
      'BAD_USER_INPUT',
      said`${path} does not hold a key of ${keyLength * 2} hexadecimal digits. Restore it from a copy: contributors of earlier imports are known by it.`,
    );
  }
  return key;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    return reject(
      'BAD_USER_INPUT',
      said`The key for pseudonyms, ${path}, cannot be read (${code ?? 'unknown reason'}).`,
    );
  }
}

/** Written whole under another name and then linked: of two processes that begin together one makes the key. */
async function makeKey(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(own, `${randomBytes(keyLength).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    await link(own, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(own, { force: true });
  }
  return readFile(path, 'utf8');
}
