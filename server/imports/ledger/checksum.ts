import { createHash } from 'node:crypto';

/** The sha256 of one file; of several the sha256 of theirs, in order. */
export function checksumOf(files: readonly string[]): string {
  if (files.length === 1) return files[0]!;
  return createHash('sha256').update(files.join('\n')).digest('hex');
}
