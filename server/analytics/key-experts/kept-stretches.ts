import { LRUCache } from 'lru-cache';
import { readRanking, type Place, type Stretch } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';

/** What the process keeps of one database's rankings, in bytes; a ranking never changes. */
const mostBytes = 8 * 2 ** 20;
const caches = new WeakMap<object, LRUCache<string, Stretch>>();

/** A stretch of a cell's ranking, read once as long as there is room for it. */
export async function keptStretch({ em, kysely }: Context, cellId: number, place: Place): Promise<Stretch> {
  const database = em.getDriver();
  const cache =
    caches.get(database) ??
    new LRUCache<string, Stretch>({
      maxSize: mostBytes,
      sizeCalculation: ({ totals }) => 500 + 16 * totals.length,
    });
  caches.set(database, cache);
  const key = JSON.stringify([cellId, place]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const stretch = await readRanking(kysely, cellId, place);
  cache.set(key, stretch);
  return stretch;
}
