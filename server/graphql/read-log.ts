import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Tables } from '../database/tables.ts';

/** Reading is noted once an hour of each reader and dataset, so that it does not become writing. */
const notedEvery = 60 * 60_000;

const noted = new WeakMap<object, LRUCache<string, true>>();

/** Writes into the log of administration that somebody reads rows of a protected dataset. */
export function noteReading(kysely: Kysely<Tables>, actor: string, dataset: string): void {
  let known = noted.get(kysely);
  if (known === undefined) noted.set(kysely, (known = new LRUCache({ max: 10_000, ttl: notedEvery })));
  const key = JSON.stringify([actor, dataset]);
  if (known.has(key)) return;
  known.set(key, true);
  // A database that takes no writes for the moment still answers reads; the next reading is noted then.
  kysely
    .insertInto('audit_entry')
    .values({ actor, act: 'READ_ROWS', dataset })
    .execute()
    .catch(() => known.delete(key));
}
