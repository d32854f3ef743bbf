import { LRUCache } from 'lru-cache';
import type { StoredCell } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';

/** What the process keeps of one database's cells, in bytes; the key says of which version, so nothing ever grows stale. */
const mostBytes = 16 * 2 ** 20;
const mostDoubleBytes = 32 * 2 ** 20;

interface Kept {
  readonly cells: LRUCache<string, readonly StoredCell[]>;
  readonly doubles: LRUCache<string, Float64Array>;
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

function keptOf({ em }: Context): Kept {
  const database = em.getDriver();
  let kept = caches.get(database);
  if (kept === undefined) {
    kept = {
      cells: new LRUCache({ maxSize: mostBytes, sizeCalculation: bytesOf }),
      doubles: new LRUCache({
        maxSize: mostDoubleBytes,
        sizeCalculation: ({ byteLength }) => 200 + byteLength,
      }),
    };
    caches.set(database, kept);
  }
  return kept;
}

function bytesOf(cells: readonly StoredCell[]): number {
  const doubles = ({ curve, bands }: StoredCell): number =>
    (curve?.byteLength ?? 0) + (bands?.byteLength ?? 0);
  return cells.reduce((bytes, cell) => bytes + 300 + doubles(cell), 300);
}
