import type { Tinypool } from 'tinypool';
import { threadPool } from '../../memory/thread-pool.ts';
import { packAside } from './pack-thread.ts';

let thread: Tinypool | null = null;

/** A page as small as it gets, packed by a thread that holds nobody up: after a release all pages want it at once. */
export async function packWell(body: Buffer): Promise<Buffer> {
  thread ??= threadPool(import.meta.url, 'pack-thread', { atMost: 1, idle: 10_000 });
  const packed = (await thread.run(body, { name: packAside.name })) as Uint8Array;
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}
