import { availableParallelism } from 'node:os';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Tinypool } from 'tinypool';
import type { Tables } from '../../database/tables.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import { threadPool } from '../../memory/thread-pool.ts';
import { cutDays } from '../days/cut-days.ts';
import { wantDays } from '../days/wanted-days.ts';
import type { MadeCell } from '../made-cell.ts';
import type { HeldQuestion } from './add-up.ts';
import { bytesHeld, type HeldColumns } from './held-columns.ts';
import { cellsOfHeld, extend, hold, type HeldTask } from './held-thread.ts';
import { readAdded } from './read-added.sql.ts';
import { readColumns, type HeldSource, type SentColumns } from './read-columns.sql.ts';

/** Columns, false where they cannot be held, by what they are of. */
type Held = LRUCache<string, { name: HeldName; columns: HeldColumns | false }>;
interface Cache {
  held: Held;
  loading: Map<string, Promise<HeldColumns | false>>;
}
const caches = new WeakMap<object, Cache>();

let threads: Tinypool | null = null;

/** Where they are read: days from the database that the pool leads to. */
export interface HeldDatabase {
  readonly owner: object;
  readonly kysely: Kysely<Tables>;
  readonly primary: Kysely<Tables>;
  readonly pool: pg.Pool;
}

/** Held columns, and how often somebody was erased from the ledger: then they are other columns. */
export interface HeldName extends HeldSource {
  readonly alterations: number;
}

/**
 * The cells of a question that none are stored of, added up by a thread from columns in memory; what is not held yet is read
 * first. Null where it cannot be held: then the database adds up.
 */
export async function heldCells(
  { owner, kysely, primary, pool }: HeldDatabase,
  source: HeldName,
  question: HeldQuestion,
  keepAll: boolean,
): Promise<MadeCell[] | null> {
  const held = await columnsOf(owner, kysely, source);
  if (held === false) return null;
  const days = { ...source, version: question.version };
  const cut =
    question.cuts.length === 0
      ? undefined
      : await cutDays({ primary, pool, threads: threadsOf() }, days, held, question);
  if (cut === null) {
    wantDays(owner, source.datasetId, source.measure);
    return null;
  }
  const task: HeldTask = { held, question, cut, measure: source.measure, keepAll };
  return (await threadsOf().run(task, { name: cellsOfHeld.name })) as MadeCell[];
}

/** What is held of each ledger. */
export function heldNames(owner: object): HeldName[] {
  return [...cacheOf(owner).held.values()].map(({ name }) => name);
}

/** Reads columns before anybody asks; nothing where they are held. Says whether they can be. */
export async function warm(owner: object, kysely: Kysely<Tables>, source: HeldName): Promise<boolean> {
  return (await columnsOf(owner, kysely, source)) !== false;
}

async function columnsOf(
  owner: object,
  kysely: Kysely<Tables>,
  name: HeldName,
): Promise<HeldColumns | false> {
  const { held, loading } = cacheOf(owner);
  const key = keyOf(name);
  const known = held.get(key);
  noteCache('held columns', known !== undefined);
  if (known !== undefined) return known.columns;
  const begun = loading.get(key);
  if (begun !== undefined) {
    // Whoever began may have given up: then it is read again.
    const columns = await begun.catch(() => null);
    return columns ?? columnsOf(owner, kysely, name);
  }
  const reading = extended(held, kysely, name)
    .then((columns) => columns ?? read(kysely, name))
    .finally(() => loading.delete(key));
  loading.set(key, reading);
  const columns = await reading;
  for (const former of formerOf(held, name)) held.delete(keyOf(former));
  held.set(key, { name, columns });
  return columns;
}

const keyOf = ({ datasetId, version, alterations, rollup, measure }: HeldName): string =>
  JSON.stringify([datasetId, version, alterations, rollup, measure]);

/** What is held of the same rollup at former versions. */
function formerOf(held: Held, name: HeldName): HeldName[] {
  return [...held.values()]
    .map((entry) => entry.name)
    .filter(
      (other) => other.version < name.version && keyOf({ ...other, version: name.version }) === keyOf(name),
    );
}

/** What is held of a former version, with what came since; null where none is, or it is no beginning of this one. */
async function extended(held: Held, kysely: Kysely<Tables>, name: HeldName): Promise<HeldColumns | null> {
  const former = formerOf(held, name).reduce<HeldName | null>(
    (newest, other) => (newest === null || other.version > newest.version ? other : newest),
    null,
  );
  const columns = former !== null && held.get(keyOf(former))?.columns;
  if (!columns) return null;
  const added = await readAdded(kysely, name, { held: columns, after: former.version, mostRows });
  if (added === null) return null;
  const task = { held: columns, added };
  return (await threadsOf().run(task, {
    name: extend.name,
    transferList: buffersOf(added),
  })) as HeldColumns | null;
}

/** All of it. */
async function read(kysely: Kysely<Tables>, source: HeldSource): Promise<HeldColumns | false> {
  const sent = await readColumns(kysely, source, mostRows);
  if (sent === null) return false;
  return (await threadsOf().run(sent, { name: hold.name, transferList: buffersOf(sent) })) as HeldColumns;
}

/** More rows than that are not held: they would take the whole of the room. */
const mostRows = Math.floor(mostBytesOf['held columns'] / 12);

/** The memory of the columns goes over to the thread, where it is all theirs. */
function buffersOf({ experts: { ids, countries }, blocks }: SentColumns): ArrayBuffer[] {
  const columns = [ids, countries, ...blocks.flatMap((block) => Object.values(block))];
  const owned = columns.filter(
    ({ byteLength, buffer }) => byteLength > 0 && byteLength === buffer.byteLength,
  );
  return [...new Set(owned.map(({ buffer }) => buffer as ArrayBuffer))];
}

function cacheOf(owner: object): Cache {
  let cache = caches.get(owner);
  if (cache === undefined) {
    const held: Held = watchCache(
      'held columns',
      new LRUCache({
        maxSize: mostBytesOf['held columns'],
        sizeCalculation: ({ columns }) => (columns === false ? 100 : bytesHeld(columns)),
      }),
    );
    cache = { held, loading: new Map() };
    caches.set(owner, cache);
  }
  return cache;
}

function threadsOf(): Tinypool {
  // Adding up is all that such a question takes: two at a time also where there are two processors.
  const atMost = Math.max(2, availableParallelism() - 1);
  threads ??= threadPool(import.meta.url, 'held-thread', { atMost, idle: 60_000 });
  return threads;
}
