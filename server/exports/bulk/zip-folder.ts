import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** A folder's files as one ZIP archive, a part of a file in memory at a time; packed by threads of Node's own. */
export async function* zipFolder(folder: string): AsyncGenerator<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const name of (await readdir(folder)).sort()) {
    const entry = new PackedEntry(name);
    zip.add(entry);
    const packed = createDeflateRaw({ level: 4 });
    const reading = feed(join(folder, name), entry, packed);
    for await (const part of packed) {
      entry.ondata!(null, part as Uint8Array<ArrayBuffer>, false);
      yield* parts.splice(0);
    }
    await reading;
    entry.ondata!(null, new Uint8Array(0), true);
  }
  zip.end();
  yield* parts.splice(0);
}

async function feed(
  path: string,
  entry: PackedEntry,
  packed: ReturnType<typeof createDeflateRaw>,
): Promise<void> {
  for await (const part of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    entry.count(part as Buffer);
    if (!packed.write(part)) await once(packed, 'drain');
  }
  packed.end();
}

/** A file that comes packed already; what it was before is told by its checksum and size. */
class PackedEntry implements ZipInputFile {
  readonly filename: string;
  readonly compression = 8;
  readonly mtime = new Date(1980, 0, 1, 12);
  crc = 0;
  size = 0;
  ondata?: ZipInputFile['ondata'];

  constructor(filename: string) {
    this.filename = filename;
  }

  count(part: Buffer): void {
    this.crc = crc32(part, this.crc);
    this.size += part.length;
  }
}
