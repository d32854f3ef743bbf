import { availableParallelism } from 'node:os';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Tinypool } from 'tinypool';
import type { Tables } from '../../database/tables.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import { threadPool } from '../../memory/thread-pool.ts';
import type { MadeCell } from '../made-cell.ts';
import type { HeldQuestion } from './add-up.ts';
import { bytesHeld, type HeldColumns } from './held-columns.ts';
import { cellsOfHeld, hold, type HeldTask } from './held-thread.ts';
import { readColumns, type HeldSource, type SentColumns } from './read-columns.sql.ts';

/** Columns by what they are of; false where they cannot be held. */
type Held = LRUCache<string, { columns: HeldColumns | false }>;
const caches = new WeakMap<object, { held: Held; loading: Map<string, Promise<HeldColumns | false>> }>();

let threads: Tinypool | null = null;

/** Held columns, and how often somebody was erased from the ledger: then they are other columns. */
export interface HeldName extends HeldSource {
  readonly alterations: number;
}

/**
 * The cells of a question that none are stored of, added up by a thread from columns in memory; what is not held yet is read
 * first. Null where it cannot be held: then the database adds up.
 */
export async function heldCells(
  { owner, kysely }: { owner: object; kysely: Kysely<Tables> },
  source: HeldName,
  question: HeldQuestion,
  keepAll: boolean,
): Promise<MadeCell[] | null> {
  const held = await columnsOf(owner, kysely, source);
  if (held === false) return null;
  const task: HeldTask = { held, question, measure: source.measure, keepAll };
  return (await pool().run(task, { name: cellsOfHeld.name })) as MadeCell[];
}

/** Reads columns before anybody asks; nothing where they are held. */
export async function warm(owner: object, kysely: Kysely<Tables>, source: HeldName): Promise<void> {
  await columnsOf(owner, kysely, source);
}

async function columnsOf(
  owner: object,
  kysely: Kysely<Tables>,
  source: HeldName,
): Promise<HeldColumns | false> {
  const { held, loading } = cacheOf(owner);
  const { datasetId, version, alterations, rollup, measure } = source;
  const key = JSON.stringify([datasetId, version, alterations, rollup, measure]);
  const known = held.get(key);
  noteCache('held columns', known !== undefined);
  if (known !== undefined) return known.columns;
  const begun = loading.get(key);
  if (begun !== undefined) {
    // Whoever began may have given up: then it is read again.
    const columns = await begun.catch(() => null);
    return columns ?? columnsOf(owner, kysely, source);
  }
  const reading = read(kysely, source).finally(() => loading.delete(key));
  loading.set(key, reading);
  const columns = await reading;
  held.set(key, { columns });
  return columns;
}

async function read(kysely: Kysely<Tables>, source: HeldSource): Promise<HeldColumns | false> {
  const sent = await readColumns(kysely, source, mostRows);
  if (sent === null) return false;
  return (await pool().run(sent, { name: hold.name, transferList: buffersOf(sent) })) as HeldColumns;
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

function cacheOf(owner: object): { held: Held; loading: Map<string, Promise<HeldColumns | false>> } {
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

function pool(): Tinypool {
  // Adding up is all that such a question takes: two at a time also where there are two processors.
  const atMost = Math.max(2, availableParallelism() - 1);
  threads ??= threadPool(import.meta.url, 'held-thread', { atMost, idle: 60_000 });
  return threads;
}
