import { LRUCache } from 'lru-cache';
import type { Context } from '../../graphql/context.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import { Guard } from './guard.ts';
import type { Judgement, Question } from './known-ledger.ts';
import { entryLines, type LedgerQuestion } from './ledger-entries.sql.ts';

/** How many entries of ledgers the thread holds at most, unless one ledger alone has more: some 250 bytes each. */
const mostEntries = 1_500_000;
/** For how many milliseconds after the last question a ledger is held: what took long to be read, longer. */
const heldFor = ({ entries }: Loaded): number => 60_000 + entries;

interface Loaded {
  readonly ledger: number;
  /** How many entries it has. */
  readonly entries: number;
}

/** What is known of the protected ledgers of one database. */
interface Known {
  readonly ledgers: LRUCache<string, Loaded>;
  readonly loading: Map<string, Promise<Loaded>>;
  /** By ledger and question: a page that is drawn anew asks the same of every ledger, of which one was published. */
  readonly judgements: LRUCache<string, Judgement>;
}

const guard = new Guard();
const known = new WeakMap<object, Known>();

/** The judgement on a question to one measure of a protected ledger; decided once, then kept by this process. */
export async function judged(
  context: Pick<Context, 'em' | 'pool'>,
  ledger: LedgerQuestion,
  alterations: number,
  question: Question,
): Promise<Judgement> {
  const { ledgers, loading, judgements } = knownOf(context.em.getDriver());
  const key = JSON.stringify([ledger, alterations]);
  const asked = `${key} ${JSON.stringify(question)}`;
  const judgement = judgements.get(asked);
  noteCache('judgements', judgement !== undefined);
  if (judgement !== undefined) return judgement;
  const held = ledgers.get(key);
  noteCache('guarded ledgers', held !== undefined);
  const { ledger: number } = held ?? (await load(context.pool, { ledgers, loading }, key, ledger));
  const judged = await guard.judge(number, question);
  judgements.set(asked, judged);
  return judged;
}

function knownOf(database: object): Known {
  const own = known.get(database);
  if (own !== undefined) return own;
  const ledgers = new LRUCache<string, Loaded>({
    max: 200,
    maxSize: mostEntries,
    sizeCalculation: ({ entries }) => Math.min(Math.max(entries, 1), mostEntries),
    ttl: 60_000,
    ttlAutopurge: true,
    updateAgeOnGet: true,
    dispose: ({ ledger }) => guard.forget(ledger),
  });
  const judgements = watchCache(
    'judgements',
    new LRUCache<string, Judgement>({
      maxSize: mostBytesOf.judgements,
      sizeCalculation: ({ verdicts }, key) => 100 + 2 * key.length + 8 * verdicts.length,
    }),
  );
  const made = { ledgers, loading: new Map<string, Promise<Loaded>>(), judgements };
  known.set(database, made);
  const { onLost } = guard;
  guard.onLost = () => {
    onLost();
    ledgers.clear();
  };
  return made;
}

/** Sends a ledger's entries to the thread, once however many ask at the same time; it goes on when they have left. */
function load(
  pool: Context['pool'],
  { ledgers, loading }: Pick<Known, 'ledgers' | 'loading'>,
  key: string,
  question: LedgerQuestion,
): Promise<Loaded> {
  let promise = loading.get(key);
  if (promise === undefined) {
    promise = send(pool, question).then((loaded) => {
      ledgers.set(key, loaded, { ttl: heldFor(loaded) });
      return loaded;
    });
    loading.set(key, promise);
    promise.catch(() => undefined).finally(() => loading.delete(key));
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
