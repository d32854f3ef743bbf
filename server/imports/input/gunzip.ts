import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';

/** Below this a high ratio means nothing: a small file of zeros is no bomb. */
const harmless = 64 * 1024 ** 2;

/** True where bytes begin as a gzip file does. */
export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

/** Decompresses; throws BAD_USER_INPUT when the file is damaged, PAYLOAD_TOO_LARGE when it swells like a bomb. */
export async function* gunzip(
  bytes: AsyncIterable<Buffer>,
  { name, maxExpansion, consumed }: { name: string; maxExpansion: number; consumed: () => number },
): AsyncGenerator<Buffer> {
  const stream = createGunzip({ chunkSize: 256 * 1024 });
  let failure: unknown;
  // The stream is read below; an error of the source would else be told as the stream's end.
  pipeline(Readable.from(bytes), stream, (error) => (failure = error));
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > harmless && length > maxExpansion * consumed()) {
        reject(
          'PAYLOAD_TOO_LARGE',
          said`${name} becomes more than ${maxExpansion} times larger when decompressed; decompress it yourself if that is meant.`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    const { code, message } = (failure ?? error) as NodeJS.ErrnoException;
    if (code?.startsWith('Z_')) reject('BAD_USER_INPUT', said`${name} is damaged: gzip says "${message}".`);
    throw error;
  }
}
