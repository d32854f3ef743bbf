import { open, unlink, type FileHandle } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AsyncBuffer } from 'hyparquet';
import type { OpenedBytes } from './open-bytes.ts';

/**
 * A file that can be read at any place, as Parquet needs. What came as a stream, or compressed, is written to a
 * temporary file whose name is removed at once: however this process ends, nothing of it stays.
 */
export async function openRandomAccess(
  opened: OpenedBytes,
): Promise<AsyncBuffer & { close(): Promise<void> }> {
  let handle: FileHandle;
  let leftover: string | undefined;
  if (opened.path === null) {
    const spool = join(tmpdir(), `tacit-${randomBytes(8).toString('hex')}.parquet`);
    handle = await open(spool, 'wx+', 0o600);
    // Windows keeps the name of an open file: there it goes when the file is closed.
    await unlink(spool).catch(() => (leftover = spool));
  } else {
    handle = await open(opened.path, 'r');
  }
  // Read to the end all the same: the checksum is of the whole file.
  for await (const chunk of opened.bytes) if (opened.path === null) await handle.write(chunk);
  const { size } = await handle.stat();
  return {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = new ArrayBuffer(end - start);
      await handle.read(new Uint8Array(bytes), 0, end - start, start);
      return bytes;
    },
    async close() {
      await handle.close();
      if (leftover !== undefined) await unlink(leftover);
    },
  };
}
