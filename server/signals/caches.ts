import { channel } from 'node:diagnostics_channel';

const mebibyte = 2 ** 20;

/**
 * What each cache of a process may hold, in bytes. All are here, so that they can be seen together: a server is to take less than
 * 600 MiB, of which they may have a third.
 */
export const mostBytesOf = {
  pages: 24 * mebibyte,
  lists: 16 * mebibyte,
  'figure files': 16 * mebibyte,
  'share images': 8 * mebibyte,
  distributions: 12 * mebibyte,
  measures: 6 * mebibyte,
  cells: 12 * mebibyte,
  curves: 12 * mebibyte,
  rates: 4 * mebibyte,
  'live cells': 6 * mebibyte,
  rankings: 8 * mebibyte,
  // Both rollups of a ledger of 20 million earnings in one measure.
  'held columns': 32 * mebibyte,
  matches: 6 * mebibyte,
  answers: 12 * mebibyte,
  judgements: 4 * mebibyte,
} as const;

export type BoundedCache = keyof typeof mostBytesOf;
/** All that tell whether they knew; those that are not above are bounded by how many they hold. */
type Cache = BoundedCache | 'intervals' | 'persisted documents' | 'guarded ledgers';

export interface CacheAsked {
  /** Which of ours. */
  cache: Cache;
  hit: boolean;
}

/** Told of every question to a cache. */
export const cacheAsked = channel('tacit.cache.asked');

/** Tells that a cache was asked, and whether it knew. */
export function noteCache(cache: Cache, hit: boolean): void {
  if (cacheAsked.hasSubscribers) cacheAsked.publish({ cache, hit } satisfies CacheAsked);
}

interface Sized {
  readonly calculatedSize: number;
}

const watched: { name: BoundedCache; cache: WeakRef<Sized> }[] = [];

/** Gives the cache back, and has it counted under this name as long as it lives. */
export function watchCache<Kept extends Sized>(name: BoundedCache, cache: Kept): Kept {
  watched.push({ name, cache: new WeakRef(cache) });
  return cache;
}

/** Bytes that the caches of each name hold now. */
export function heldByCaches(): Map<BoundedCache, number> {
  const held = new Map<BoundedCache, number>();
  for (const { name, cache } of watched) {
    held.set(name, (held.get(name) ?? 0) + (cache.deref()?.calculatedSize ?? 0));
  }
  return held;
}
