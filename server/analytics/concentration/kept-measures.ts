import { LRUCache } from 'lru-cache';
import type { Context } from '../../graphql/context.ts';
import { sharedAnswer } from '../../graphql/deadline.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import type { Distribution } from '../earning-filter/index.ts';
import { ConcentrationMeasure } from './concentration.measure.ts';

type Read = () => Promise<Distribution>;
type Kept = LRUCache<string, ConcentrationMeasure, Read>;

/** Totals that were read for what a cell does not keep, and the intervals made of them, of each database. */
const caches = new WeakMap<object, Kept>();

/** The measure of everybody's totals behind a cell; cells never change, so what is kept of them never grows stale. */
export function keptMeasure(context: Context, key: string, read: Read): Promise<ConcentrationMeasure> {
  return sharedAnswer(context.deadline.signal, async () => {
    const cache = cacheOf(context.em.getDriver());
    noteCache('measures', cache.has(key));
    // Nothing aborts a read, so there always is an answer; the type of lru-cache cannot know.
    return (await cache.fetch(key, { context: read })) ?? ConcentrationMeasure.of(await read());
  });
}

function cacheOf(database: object): Kept {
  let cache = caches.get(database);
  if (cache === undefined) {
    cache = watchCache(
      'measures',
      new LRUCache({
        maxSize: mostBytesOf.measures,
        // Ids, totals, and what is derived from them: a sorted copy and its running sums.
        sizeCalculation: ({ contributors }) => 2000 + contributors * 64,
        fetchMethod: async (_key, _stale, { context: readTotals }) =>
          ConcentrationMeasure.of(await readTotals()),
        ignoreFetchAbort: true,
      }),
    );
    caches.set(database, cache);
  }
  return cache;
}
