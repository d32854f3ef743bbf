import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { noteCache } from '../signals/caches.ts';
import { projectPath } from '../project-root.ts';

/** What clients may leave with us, in characters; the least recently used gives way. */
const mostKept = 4 * 2 ** 20;

/**
 * Documents that are known by the SHA-256 of their text: those that our pages were written with, always, and those that
 * clients have sent once with their hash (automatic persisted queries), as long as there is room.
 */
export class PersistedDocuments {
  readonly #trusted: ReadonlyMap<string, string>;
  readonly #kept = new LRUCache<string, string>({
    maxSize: mostKept,
    sizeCalculation: (text, key) => text.length + key.length,
  });

  constructor(trusted: Iterable<string> = []) {
    this.#trusted = new Map(Array.from(trusted, (text) => [hashOf(text), text]));
  }

  /** Is this exact text one of our pages' documents? */
  isTrusted(text: string): boolean {
    return this.#trusted.has(hashOf(text));
  }

  /** Apollo's key is the hash behind a prefix. */
  async get(key: string): Promise<string | undefined> {
    const text = this.#trusted.get(key.replace(/^apq:/, '')) ?? this.#kept.get(key);
    noteCache('persisted documents', text !== undefined);
    return text;
  }

  async set(key: string, text: string): Promise<void> {
    this.#kept.set(key, text);
  }

  async delete(key: string): Promise<boolean> {
    return this.#kept.delete(key);
  }
}

/** The documents that our pages are written with. */
export function documentsOfPages(folder = projectPath('web', 'src', 'lib', 'api')): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** SHA-256, in hexadecimal digits: as clients of persisted queries send it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
