import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** So that a key is known for one wherever it turns up: in a file, a log, a search for leaked secrets. */
const prefix = 'tacit_';

/** A new key: 256 random bits, which no one guesses; that is why a plain fast hash of it may be stored. */
export function newKey(): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a key: its SHA-256. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest();
}

/** Whether two hashes are equal, in a time that does not tell how much of them is. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
