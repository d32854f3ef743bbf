import { LRUCache } from 'lru-cache';
import type { Context } from '../../graphql/context.ts';
import { noteCache } from '../../signals/caches.ts';
import { Guard } from './guard.ts';
import type { Judgement, Question } from './known-ledger.ts';
import { entryLines, type LedgerQuestion } from './ledger-entries.sql.ts';

/** How many entries of ledgers the thread holds at most, unless one ledger alone has more: about 50 bytes each, twice. */
const mostEntries = 1_500_000;

interface Loaded {
  readonly ledger: number;
  /** How many entries it has. */
  readonly entries: number;
}

const guard = new Guard();
const caches = new WeakMap<object, LRUCache<string, Loaded>>();
const loading = new WeakMap<object, Map<string, Promise<Loaded>>>();

/** The judgement on a question to one measure of a protected ledger; decided once, then kept by this process. */
export async function judged(
  context: Pick<Context, 'em' | 'pool'>,
  ledger: LedgerQuestion,
  alterations: number,
  question: Question,
): Promise<Judgement> {
  const database = context.em.getDriver();
  const cache = cacheOf(database);
  const key = JSON.stringify([ledger, alterations]);
  const known = cache.get(key);
  noteCache('guarded ledgers', known !== undefined);
  const loaded = known ?? (await load(context, database, key, ledger));
  return guard.judge(loaded.ledger, question);
}

function cacheOf(database: object): LRUCache<string, Loaded> {
  const known = caches.get(database);
  if (known !== undefined) return known;
  const cache = new LRUCache<string, Loaded>({
    max: 200,
    maxSize: mostEntries,
    sizeCalculation: ({ entries }) => Math.min(Math.max(entries, 1), mostEntries),
    dispose: ({ ledger }) => guard.forget(ledger),
  });
  caches.set(database, cache);
  loading.set(database, new Map());
  const { onLost } = guard;
  guard.onLost = () => {
    onLost();
    cache.clear();
  };
  return cache;
}

/** Sends a ledger's entries to the thread, once however many ask at the same time; it goes on when they have left. */
function load(
  { pool }: Pick<Context, 'pool'>,
  database: object,
  key: string,
  question: LedgerQuestion,
): Promise<Loaded> {
  const own = loading.get(database)!;
  let promise = own.get(key);
  if (promise === undefined) {
    promise = send(pool, question).then((loaded) => {
      cacheOf(database).set(key, loaded);
      return loaded;
    });
    own.set(key, promise);
    promise.catch(() => undefined).finally(() => own.delete(key));
  }
  return promise;
}

async function send(pool: Context['pool'], question: LedgerQuestion): Promise<Loaded> {
  const ledger = guard.begin();
  let entries = 0;
  try {
    for await (const lines of entryLines(pool, question)) {
      entries += lines.length;
      guard.add(ledger, lines.join('\n'));
    }
  } catch (error) {
    guard.forget(ledger);
    throw error;
  }
  guard.finish(ledger);
  return { ledger, entries };
}
