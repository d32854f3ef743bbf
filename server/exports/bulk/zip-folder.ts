import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';

/** A folder's files as one ZIP archive, a part of a file in memory at a time. */
export async function* zipFolder(folder: string): AsyncGenerator<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const name of (await readdir(folder)).sort()) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = new Date(1980, 0, 1, 12);
    zip.add(entry);
    for await (const chunk of createReadStream(join(folder, name), { highWaterMark: 2 ** 20 })) {
      entry.push(chunk as Buffer);
      yield* parts.splice(0);
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* parts.splice(0);
}
