import { LRUCache } from 'lru-cache';
import { mostBytesOf, watchCache } from '../../signals/caches.ts';
import type { Snapshot } from './snapshots.ts';

/** One that takes more is not: it would push out many that are asked for more often. */
const largest = Math.floor(mostBytesOf.lists / 24);

/** An answer as it was given, which holds as long as its snapshot does. */
export interface Answer {
  /** As JSON. Text, not bytes: buffers of this size, made and dropped, had the garbage collector run far more often. */
  data: string;
  requested: number;
  actual: number;
  /** The protected ledgers whose rows are in it. */
  noted: readonly string[];
}

/** Answers that were given, by who asked what: a bounded store, the least recently used gives way. */
export class Answers {
  readonly #kept = watchCache(
    'lists',
    new LRUCache<string, { snapshot: Snapshot; answer: Answer }>({
      maxSize: mostBytesOf.lists,
      maxEntrySize: largest,
      // Two bytes a character, as JavaScript holds text of any language.
      sizeCalculation: ({ answer }, key) => 2 * (answer.data.length + key.length) + 300,
    }),
  );

  get(key: string, snapshot: Snapshot): Answer | undefined {
    const kept = this.#kept.get(key);
    const holds = kept?.snapshot === snapshot;
    return holds ? kept.answer : undefined;
  }

  set(key: string, snapshot: Snapshot, answer: Answer): void {
    this.#kept.set(key, { snapshot, answer });
  }
}
