import { channel } from 'node:diagnostics_channel';

export interface CacheAsked {
  /** Which of ours. */
  cache: string;
  hit: boolean;
}

/** Told of every question to a cache. */
export const cacheAsked = channel('tacit.cache.asked');

/** Tells that a cache was asked, and whether it knew. */
export function noteCache(cache: string, hit: boolean): void {
  if (cacheAsked.hasSubscribers) cacheAsked.publish({ cache, hit } satisfies CacheAsked);
}
