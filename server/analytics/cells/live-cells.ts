import { LRUCache } from 'lru-cache';
import {
  hasFormulas,
  heldCells,
  summariseInThread,
  type MadeCell,
  type StoredCell,
} from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import { sharedAnswer } from '../../graphql/deadline.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import type { Dimension } from '../earning-filter/dimension.ts';
import type { LedgerScope } from '../earning-filter/ledger-scope.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import { storeFor } from '../earning-filter/store.ts';
import { heldQuestionOf } from './held-question.sql.ts';
import { bytesOf } from './kept-cells.ts';
import { readLiveTotals } from './live-totals.sql.ts';
import { chosenCells, wholeCells, type FoundCell } from './stored-cells.ts';

type Read = () => Promise<readonly StoredCell[]>;
type Cache = LRUCache<string, readonly StoredCell[], Read>;
/** What the process keeps of one database's answers to filters that have no stored cells. */
const caches = new WeakMap<object, Cache>();

/**
 * Cells of a question that none are stored of, in a ledger of 5 000 contributors or more: the database adds up, a thread computes, and what
 * is kept is as small as a stored cell, by filter and version. As exact as any: the same sums, the same functions. Null
 * where the ledger is smaller, or its size is not known.
 */
export async function liveCellsOf(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
  { dimension, keepAll }: { dimension: Dimension | null; keepAll: boolean },
): Promise<ReadonlyMap<number, FoundCell> | null> {
  const { dataset, ledger, alterations, conditions, named } = scope;
  if (!named || ledger.version === 0 || conditions.expert !== null) return null;
  const whole = await wholeCells(context, scope, measure);
  if (whole === null || !whole.some(({ contributors }) => hasFormulas(contributors))) return null;
  const codes = whole.map(({ currency }) => currency);
  const key = JSON.stringify([
    dataset.rowId,
    ledger.version,
    alterations,
    measure,
    dimension,
    conditions,
    keepAll,
  ]);
  const read = async (): Promise<StoredCell[]> => {
    const held = await fromHeld(context, scope, measure, { dimension, keepAll });
    if (held !== null) return held.map(asStored);
    const totals = await readLiveTotals(context.kysely, { ledger, measure, conditions, dimension, codes });
    const made = await summariseInThread({ totals, measures: [measure], currencyCodes: codes, keepAll });
    return made.map(asStored);
  };
  const cells = await sharedAnswer(context.deadline.signal, async () => {
    const cache = cacheOf(context);
    noteCache('live cells', cache.has(key));
    const answer = await cache.fetch(key, { context: read });
    // Nothing aborts a read, so there always is an answer; the type of lru-cache cannot know.
    return answer ?? read();
  });
  return chosenCells(cells, scope, measure);
}

/**
 * From a rollup's columns in memory, and of quarters that are cut from those of days; null where they cannot be held, or are not
 * written yet. The rollup by expert knows all that the one by project does: both need not be held, unless it is too large.
 */
async function fromHeld(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
  { dimension, keepAll }: { dimension: Dimension | null; keepAll: boolean },
): Promise<MadeCell[] | null> {
  const { dataset, alterations, conditions } = scope;
  const store = storeFor(conditions, { dimension });
  const question = await heldQuestionOf(context, scope, measure, dimension);
  if (question === null) return null;
  const version = await context.versions.of(dataset.rowId);
  const { kysely, primary, pool } = context;
  const database = { owner: context.em.getDriver(), kysely, primary, pool };
  const rollups = ['expert_rollup', 'project_rollup'] as const;
  for (const rollup of store === 'project_rollup' ? rollups : rollups.slice(0, 1)) {
    const source = { datasetId: dataset.rowId, version, alterations, rollup, measure };
    const cells = await heldCells(database, source, question, keepAll);
    if (cells !== null) return cells;
  }
  return null;
}

/** Cells that are not stored are told apart by numbers that no row has. */
let made = 0;

function asStored({ key, currency, values, curve, bands, ranked }: MadeCell): StoredCell {
  made += 1;
  return { id: -made, dimension: 'ALL', key, currency, ...values, curve, bands, people: ranked };
}

function cacheOf({ em }: Context): Cache {
  const database = em.getDriver();
  let cache = caches.get(database);
  if (cache === undefined) {
    cache = watchCache(
      'live cells',
      new LRUCache({
        maxSize: mostBytesOf['live cells'],
        sizeCalculation: bytesOf,
        fetchMethod: (_key, _stale, { context }) => context(),
        ignoreFetchAbort: true,
      }),
    );
    caches.set(database, cache);
  }
  return cache;
}
