import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { ImportLimits, InputFile } from '../import-request.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { Peekable } from './peekable.ts';

/** A file's content, decompressed, with what is learnt on the way. */
export interface OpenedBytes {
  name: string;
  /** The first bytes, which stay in the stream. */
  head: Buffer;
  bytes: AsyncIterable<Buffer>;
  /** A path that holds these very bytes; null of streams and compressed files. */
  path: string | null;
  /** Bytes of the file as it is; null of a stream. */
  size: number | null;
  bytesRead(): number;
  /** Of the file as it is, compressed or not, once it is read to its end. */
  sha256(): string;
  close(): void;
}

export const usualLimits = {
  maxBytes: 256 * 1024 ** 3,
  maxExpansion: 250,
  maxRecordLength: 1024 ** 2,
} satisfies Required<ImportLimits>;

const headLength = 256 * 1024;
const chunkLength = 256 * 1024;

/** Opens a path or a stream, through gzip where it is gzip; throws BAD_USER_INPUT when it cannot be read. */
export async function openBytes({ input, name }: InputFile, limits: ImportLimits = {}): Promise<OpenedBytes> {
  const { maxBytes, maxExpansion } = { ...usualLimits, ...limits };
  const size = typeof input === 'string' ? await sizeOf(input, name) : null;
  const source = typeof input === 'string' ? createReadStream(input, { highWaterMark: chunkLength }) : input;
  const hash = createHash('sha256');
  let digest: string | undefined;
  let bytesRead = 0;
  async function* raw(): AsyncGenerator<Buffer> {
    for await (const chunk of source as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      bytesRead += bytes.length;
      hash.update(bytes);
      yield bytes;
    }
  }
  const outer = new Peekable(raw());
  const compressed = isGzip(await outer.peek(3));
  const plain = compressed ? gunzip(outer, { name, maxExpansion, consumed: () => bytesRead }) : outer;
  const inner = new Peekable(capped(plain, maxBytes, name));
  const head = await inner.peek(headLength);
  if (compressed && isGzip(head))
    reject('BAD_USER_INPUT', said`${name} is compressed twice; decompress it once.`);
  return {
    name,
    head,
    bytes: inner,
    path: typeof input === 'string' && !compressed ? input : null,
    size,
    bytesRead: () => bytesRead,
    sha256: () => (digest ??= hash.digest('hex')),
    close: () => void (source instanceof Readable && source.destroy()),
  };
}

async function sizeOf(path: string, name: string): Promise<number> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) =>
    reject(
      'BAD_USER_INPUT',
      error.code === 'ENOENT'
        ? said`There is no file ${name}.`
        : said`${name} cannot be read (${error.code ?? error.message}).`,
    ),
  );
  if (stats.isDirectory()) reject('BAD_USER_INPUT', said`${name} is a folder; name a file in it.`);
  return stats.size;
}

async function* capped(bytes: AsyncIterable<Buffer>, most: number, name: string): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > most) {
      reject(
        'PAYLOAD_TOO_LARGE',
        said`${name} holds more than ${most} bytes, which is the most that is taken.`,
      );
    }
    yield chunk;
  }
}
