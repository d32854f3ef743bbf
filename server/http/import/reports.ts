import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { ImportReport } from '../../imports/import-report.ts';

interface Kept {
  /** The report, or in words why there is none. */
  report: ImportReport | { error: { code: string; message: string } };
  /** Where all bad rows are; null where there are none. */
  rejectionFile: string | null;
}

const keptFor = 60 * 60_000;

/**
 * Reports of uploads, kept for an hour so that a page can be loaded again and all bad rows fetched as a file.
 * They hold cells of the file: whoever has the id, which nobody guesses, may read them, and nobody else.
 */
export class ImportReports {
  readonly #folder: string;
  readonly #kept = new LRUCache<string, Kept>({
    max: 100,
    ttl: keptFor,
    ttlAutopurge: true,
    dispose: ({ rejectionFile }) => {
      if (rejectionFile) void rm(rejectionFile, { force: true });
    },
  });

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Removes what a server that was killed has left. */
  async sweep(now: number): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const path = join(this.#folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > keptFor) await rm(path, { force: true });
    }
  }

  /** A new id, and the path that bad rows would go to. */
  async open(): Promise<{ id: string; rejectionFile: string }> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const id = randomBytes(16).toString('base64url');
    return { id, rejectionFile: join(this.#folder, `${id}.rejected.csv`) };
  }

  /** Keeps a report under its id. */
  keep(id: string, kept: Kept): void {
    this.#kept.set(id, kept);
  }

  /** The report of that id; undefined when there is none, or no longer. */
  find(id: string): Kept | undefined {
    return this.#kept.get(id);
  }

  /** Removes the files of all that is kept. */
  async close(): Promise<void> {
    const files = [...this.#kept.values()].flatMap(({ rejectionFile }) => rejectionFile ?? []);
    await Promise.all(files.map((file) => rm(file, { force: true })));
  }
}
