import { crc32 } from 'node:zlib';
import type { Packed } from './packed-rows.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG (ISO 15948) of rows that were packed in parts, from top to bottom. */
export function pngFile(width: number, height: number, parts: readonly Packed[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, with alpha; deflated, not interlaced.
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', zlibStream(parts)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function zlibStream(parts: readonly Packed[]): Buffer {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(parts.map<Summed>((part) => part).reduce(followed).checksum);
  return Buffer.concat([Buffer.from([0x78, 0x01]), ...parts.map(({ body }) => body), checksum]);
}

type Summed = Pick<Packed, 'checksum' | 'bytes'>;

/** The largest prime below 65,536, by which both sums of Adler-32 are taken. */
const base = 65_521;

/** Adler-32 of bytes after which others come, of the checksums of both (RFC 1950, 8.2). */
function followed(first: Summed, next: Summed): Summed {
  const [low, high] = [first.checksum & 0xffff, first.checksum >>> 16];
  const [nextLow, nextHigh] = [next.checksum & 0xffff, next.checksum >>> 16];
  // The low sum begins with 1, which the second checksum counts once more, and in its high sum once for each byte.
  const sum = (low + nextLow + base - 1) % base;
  const sums = (high + nextHigh + (next.bytes % base) * ((low + base - 1) % base)) % base;
  return { checksum: ((sums << 16) | sum) >>> 0, bytes: first.bytes + next.bytes };
}

function chunk(type: string, content: Buffer): Buffer {
  const framed = Buffer.alloc(content.length + 12);
  framed.writeUInt32BE(content.length, 0);
  framed.write(type, 4, 'latin1');
  content.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, content.length + 8)), content.length + 8);
  return framed;
}
