import { LRUCache } from 'lru-cache';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import type { FileFormat, FileRequest } from './file-format.ts';

/** A figure never changes, so what was written of it once is handed out again; two who ask at once share the work. */
export class FigureFiles {
  /** Pictures and workbooks that are asked for again and again. */
  readonly #written = watchCache(
    'figure files',
    new LRUCache<string, string | Uint8Array>({
      maxSize: mostBytesOf['figure files'],
      maxEntrySize: mostBytesOf['figure files'] / 4,
      sizeCalculation: ({ length }) => Math.max(length, 1),
    }),
  );
  readonly #writing = new Map<string, Promise<string | Uint8Array>>();

  /** The content of a file; `pay` is asked for what writing it costs, where it has to be written. */
  async of(request: FileRequest, format: FileFormat, pay: () => Promise<void>): Promise<string | Uint8Array> {
    const { figure, locale, origin, shape, theme, scale, table = '' } = request;
    const key = [figure.id, format.extension, locale, origin, shape, theme, scale, table].join(' ');
    const known = this.#written.get(key);
    noteCache('figure files', known !== undefined);
    if (known !== undefined) return known;
    const begun = this.#writing.get(key);
    if (begun) return begun;
    await pay();
    // What a zip holds is paid for with it.
    const other = (one: FileFormat) => this.of(request, one, () => Promise.resolve());
    // Somebody may have begun while this one paid.
    const writing =
      this.#writing.get(key) ?? format.write({ ...request, other }).finally(() => this.#writing.delete(key));
    this.#writing.set(key, writing);
    const content = await writing;
    this.#written.set(key, content);
    return content;
  }
}
