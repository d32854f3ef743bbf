import { LRUCache } from 'lru-cache';
import type { StoredCell, StoredRates } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import { mostBytesOf, watchCache } from '../../signals/caches.ts';

/** What the process keeps of one database's cells; the key says of which version, so nothing ever grows stale. */
interface Kept {
  readonly cells: LRUCache<string, readonly StoredCell[]>;
  readonly doubles: LRUCache<string, Float64Array>;
  readonly rates: LRUCache<string, readonly StoredRates[]>;
}

const caches = new WeakMap<object, Kept>();

/** The cells that were found, by what was asked. */
export function keptCells(context: Context): Kept['cells'] {
  return keptOf(context).cells;
}

/** The curves and bands that were read, by cell. */
export function keptDoubles(context: Context): Kept['doubles'] {
  return keptOf(context).doubles;
}

/** The hourly rates that were found, by what was asked. */
export function keptRates(context: Context): Kept['rates'] {
  return keptOf(context).rates;
}

function keptOf({ em }: Context): Kept {
  const database = em.getDriver();
  let kept = caches.get(database);
  if (kept === undefined) {
    kept = {
      cells: watchCache('cells', new LRUCache({ maxSize: mostBytesOf.cells, sizeCalculation: bytesOf })),
      doubles: watchCache(
        'curves',
        new LRUCache({
          maxSize: mostBytesOf.curves,
          sizeCalculation: ({ byteLength }) => 200 + byteLength,
        }),
      ),
      rates: watchCache(
        'rates',
        new LRUCache({
          maxSize: mostBytesOf.rates,
          sizeCalculation: (rates) => 200 + 2000 * rates.length,
        }),
      ),
    };
    caches.set(database, kept);
  }
  return kept;
}

/** What cells take in memory, about. */
export function bytesOf(cells: readonly StoredCell[]): number {
  const doubles = ({ curve, bands, people }: StoredCell): number =>
    (curve?.byteLength ?? 0) + (bands?.byteLength ?? 0) + 16 * (people?.totals.length ?? 0);
  return cells.reduce((bytes, cell) => bytes + 300 + doubles(cell), 300);
}
