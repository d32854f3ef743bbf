import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads the key that signs addresses from a folder; made, readable by its owner only, when it is first needed. */
export async function readSigningKey(folder: string): Promise<Buffer> {
  const path = join(folder, 'address.key');
  await mkdir(folder, { recursive: true });
  await writeFile(path, randomBytes(32), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readFile(path);
}

/** The path of a file that whoever has it may read until then (seconds since 1970). */
export function signedPath(key: Buffer, file: string, expires: number): string {
  return `/exports/${file}?expires=${expires}&signature=${signature(key, file, expires)}`;
}

/** Whether a path was signed by us and still holds; compared in constant time. */
export function isSigned(
  key: Buffer,
  { file, expires, given, now }: { file: string; expires: number; given: string; now: number },
): boolean {
  const expected = Buffer.from(signature(key, file, expires));
  const received = Buffer.from(given);
  return received.length === expected.length && timingSafeEqual(received, expected) && expires * 1000 > now;
}

function signature(key: Buffer, file: string, expires: number): string {
  return createHmac('sha256', key).update(`${file}\n${expires}`).digest('base64url');
}
