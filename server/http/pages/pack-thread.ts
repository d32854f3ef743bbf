import { setPriority } from 'node:os';
import { brotliCompressSync } from 'node:zlib';
import { brotliOf } from './brotli.ts';

/** Packs as well as can be, in a thread that gives way: on Linux a thread has a priority of its own. */
export function packAside(body: Uint8Array): Uint8Array {
  if (process.platform === 'linux') setPriority(0, 10);
  return brotliCompressSync(body, brotliOf('best', body.length));
}
