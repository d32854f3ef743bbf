import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { reject } from '../../errors/tacit-error.ts';

const algorithms = ['md5', 'sha1', 'sha256', 'sha512'];

/** Throws BAD_USER_INPUT where a file is not the one that its package describes (a hash, MD5 where it names no other). */
export async function verifyFile(
  path: string,
  expected: string | undefined,
  resource: string,
): Promise<void> {
  if (expected === undefined) return;
  const [digits = '', algorithm = 'md5'] = expected.toLowerCase().split(':').reverse();
  if (!algorithms.includes(algorithm)) return;
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash).catch((error: NodeJS.ErrnoException) =>
    reject(
      'BAD_USER_INPUT',
      `Resource "${resource}" (${path}) cannot be read (${error.code ?? error.message}).`,
    ),
  );
  if (hash.digest('hex') === digits) return;
  reject(
    'BAD_USER_INPUT',
    `Resource "${resource}" (${path}) is not the file that the package describes: its ${algorithm} differs.`,
  );
}
