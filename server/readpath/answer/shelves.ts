import { LRUCache } from 'lru-cache';
import type { Access } from '../../graphql/access.ts';
import type { ReadDatabase } from '../../graphql/context.ts';
import { Versions } from '../../graphql/versions.ts';
import type { Reader } from '../nouns/noun.ts';
import type { ListPlace, Statement } from '../statement/statement.ts';
import type { Snapshot } from './snapshots.ts';

/** Characters of statements that are kept for one snapshot and kind of caller. */
const mostText = 8 * 2 ** 20;

type Read = Pick<ReadDatabase, 'pool' | 'kysely'>;

/** What callers who may read the same have in common at one snapshot: how lists are read, and the statements for it. */
export class Shelf {
  readonly reader: Reader;
  /** By question and shape of its arguments: the lists of filters that need statements of their own. */
  readonly opaque = new LRUCache<string, readonly ListPlace[]>({ max: 5000 });
  readonly statements = new LRUCache<string, Statement>({
    maxSize: mostText,
    sizeCalculation: ({ text }, key) => text.length + key.length + 1000,
  });
  /** Names in filters that are known to be there, each after its condition. */
  readonly names = new LRUCache<string, true>({ max: 10_000 });

  constructor({ pool, kysely }: Read, { versions }: Snapshot, access: Access) {
    this.reader = { access, pool, kysely, versions: new Versions(async () => versions) };
  }
}

/** The shelves of the newest snapshot. */
export class Shelves {
  readonly #database: Read;
  #snapshot: Snapshot | null = null;
  #shelves = new Map<boolean, Shelf>();

  constructor(database: Read) {
    this.#database = database;
  }

  of(snapshot: Snapshot, access: Access): Shelf {
    if (this.#snapshot !== snapshot) {
      this.#snapshot = snapshot;
      this.#shelves = new Map();
    }
    // What lists hold depends on nothing else that a caller may or may not do.
    const kind = access.mayReadLedgers;
    let shelf = this.#shelves.get(kind);
    if (shelf === undefined) {
      shelf = new Shelf(this.#database, snapshot, { mayReadLedgers: kind });
      this.#shelves.set(kind, shelf);
    }
    return shelf;
  }
}
