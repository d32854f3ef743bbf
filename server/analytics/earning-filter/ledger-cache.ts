import { LRUCache } from 'lru-cache';
import { sharedAnswer } from '../../graphql/deadline.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import type { Distribution } from './distribution.ts';

/** Distributions by group key; the only one of an ungrouped question is under 0. */
export type Distributions = ReadonlyMap<number, Distribution>;

type Read = () => Promise<Distributions>;
type Cache = LRUCache<string, Distributions, Read>;

/** What the process keeps of one database; releases never change, so nothing ever grows stale. */
const caches = new WeakMap<object, Cache>();

/** The answer kept under this key for this database, or else read once, however many ask at the same time. */
export async function kept(
  database: object,
  key: string,
  read: Read,
  signal: AbortSignal = new AbortController().signal,
): Promise<Distributions> {
  return sharedAnswer(signal, async () => {
    const cache = cacheOf(database);
    noteCache('distributions', cache.has(key));
    const answer = await cache.fetch(key, { context: read });
    // Nothing aborts a read, so there always is an answer; the type of lru-cache cannot know.
    return answer ?? read();
  });
}

function cacheOf(database: object): Cache {
  let cache = caches.get(database);
  if (cache === undefined) {
    cache = watchCache(
      'distributions',
      new LRUCache({
        maxSize: mostBytesOf.distributions,
        sizeCalculation: bytesOf,
        fetchMethod: (_key, _stale, { context }) => context(),
        ignoreFetchAbort: true,
      }),
    );
    caches.set(database, cache);
  }
  return cache;
}

function bytesOf(distributions: Distributions): number {
  let bytes = 200;
  // Ids, totals, and what is derived from them: a sorted copy and its running sums.
  for (const { totals } of distributions.values()) bytes += 300 + totals.length * 64;
  return bytes;
}
