import { LRUCache } from 'lru-cache';
import type { Context } from '../../graphql/context.ts';
import { sharedAnswer } from '../../graphql/deadline.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import type { bestMatches } from './matching.measure.ts';

type Matches = ReturnType<typeof bestMatches>;
type Read = () => Promise<Matches>;
type Kept = LRUCache<string, Matches, Read>;

/** By database; the key says of which version, so nothing ever grows stale. */
const caches = new WeakMap<object, Kept>();

/** The best matches of one question, found once as long as there is room: in a large ledger everybody is compared, which takes seconds. */
export function keptMatches({ em, deadline }: Context, key: string, read: Read): Promise<Matches> {
  return sharedAnswer(deadline.signal, async () => {
    const cache = cacheOf(em.getDriver());
    noteCache('matches', cache.has(key));
    // Nothing aborts a read, so there always is an answer; the type of lru-cache cannot know.
    return (await cache.fetch(key, { context: read })) ?? read();
  });
}

function cacheOf(database: object): Kept {
  let cache = caches.get(database);
  if (cache === undefined) {
    cache = watchCache(
      'matches',
      new LRUCache<string, Matches, Read>({
        maxSize: mostBytesOf.matches,
        // What each is compared with, and a few people with their reasons.
        sizeCalculation: ({ field, matches }) => 1000 + field.improvements.byteLength + 2000 * matches.length,
        fetchMethod: (_key, _stale, { context }) => context(),
        ignoreFetchAbort: true,
      }),
    );
    caches.set(database, cache);
  }
  return cache;
}
