import { LRUCache } from 'lru-cache';
import { readRanking, type Place, type Stretch } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';

/** What the process keeps of one database's rankings; a ranking never changes. */
const caches = new WeakMap<object, LRUCache<string, Stretch>>();

/** A stretch of a cell's ranking, read once as long as there is room for it. */
export async function keptStretch({ em, kysely }: Context, cellId: number, place: Place): Promise<Stretch> {
  const database = em.getDriver();
  const cache =
    caches.get(database) ??
    watchCache(
      'rankings',
      new LRUCache<string, Stretch>({
        maxSize: mostBytesOf.rankings,
        sizeCalculation: ({ totals }) => 500 + 16 * totals.length,
      }),
    );
  caches.set(database, cache);
  const key = JSON.stringify([cellId, place]);
  const known = cache.get(key);
  noteCache('rankings', known !== undefined);
  if (known !== undefined) return known;
  const stretch = await readRanking(kysely, cellId, place);
  cache.set(key, stretch);
  return stretch;
}
