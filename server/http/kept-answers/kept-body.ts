import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, inflateRaw } from 'node:zlib';

const [pack, unpack] = [promisify(deflateRaw), promisify(inflateRaw)];

/** From this length on packing is what takes the time. */
const longText = 16_000;

/** How most of an answer is kept: as text, or, where it is long, deflated so that what is different each time can follow. */
export type KeptBody = string | { packed: Buffer; checksum: number; length: number };

/** The text as it is kept. */
export async function keptBody(text: string): Promise<KeptBody> {
  if (text.length < longText) return text;
  const bytes = Buffer.from(text);
  const packed = await pack(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  return { packed, checksum: crc32(bytes), length: bytes.length };
}

export function bytesOf(body: KeptBody): number {
  return typeof body === 'string' ? body.length : body.packed.length + 100;
}

/** The text, and what follows it. */
export async function asText(body: KeptBody, ending: string): Promise<string> {
  if (typeof body === 'string') return body + ending;
  return (await unpack(body.packed, { finishFlush: constants.Z_SYNC_FLUSH })).toString() + ending;
}

// Deflated; no flags, no time; of no system in particular.
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** The same as a gzip file (RFC 1952), of which only the ending is packed now; null where it is kept as text. */
export async function asGzip(body: KeptBody, ending: string): Promise<Buffer | null> {
  if (typeof body === 'string') return null;
  const bytes = Buffer.from(ending);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(bytes, body.checksum), 0);
  trailer.writeUInt32LE((body.length + bytes.length) % 2 ** 32, 4);
  return Buffer.concat([head, body.packed, await pack(bytes), trailer]);
}
