import { LRUCache } from 'lru-cache';
import { Lattice } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import { sharedAnswer } from '../../graphql/deadline.ts';
import { divisionsOf } from './divisions.ts';
import { readEntries, readPeople, type LedgerQuestion } from './ledger-entries.sql.ts';
import { asOf, type LedgerPeople, type PlacedEntry } from './ledger-entry.ts';

/** What may be asked of one measure of a ledger, by release from the first, and of whom. */
interface KnownLedger {
  readonly lattices: readonly Lattice<PlacedEntry>[];
  readonly people: LedgerPeople;
}

const caches = new WeakMap<object, LRUCache<string, Promise<KnownLedger>>>();
const mostKept = 24;

/** What may be asked of a measure of a protected ledger; decided once for all its releases, then kept by this process. */
export function latticesOf(
  { em, kysely, deadline }: Context,
  question: LedgerQuestion,
  alterations: number,
): Promise<KnownLedger> {
  const database = em.getDriver();
  const cache = caches.get(database) ?? new LRUCache<string, Promise<KnownLedger>>({ max: mostKept });
  caches.set(database, cache);
  const key = JSON.stringify([question, alterations]);
  return sharedAnswer(deadline.signal, () => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const ledger = build(kysely, question);
    cache.set(key, ledger);
    ledger.catch(() => cache.delete(key));
    return ledger;
  });
}

async function build(kysely: Context['kysely'], question: LedgerQuestion): Promise<KnownLedger> {
  const [all, people] = await Promise.all([
    readEntries(kysely, question),
    readPeople(kysely, question.datasetId),
  ]);
  const lattices: Lattice<PlacedEntry>[] = [];
  for (let release = 1; release <= question.release; release++) {
    const entries = asOf(all, release);
    lattices.push(new Lattice(entries, release, divisionsOf(entries, people), lattices.at(-1) ?? null));
  }
  return { lattices, people };
}
