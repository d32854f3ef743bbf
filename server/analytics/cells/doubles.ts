import { readDoubles, type StoredCell } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import { noteCache } from '../../signals/caches.ts';
import { LEAST_FOR_INTERVALS } from '../../statistics/index.ts';
import { keptDoubles } from './kept-cells.ts';

/** The curve or the bands of a cell, null where it has none yet; of many cells in one statement. */
export async function doublesOf(
  context: Context,
  what: 'curve' | 'bands',
  cell: StoredCell,
): Promise<Float64Array | null> {
  const own = cell[what];
  if (own != null || (own === null && !mayCome(what, cell))) return own;
  const { kysely, loaders } = context;
  const kept = keptDoubles(context);
  const known = kept.get(`${what} ${cell.id}`);
  noteCache('curves', known !== undefined);
  if (known !== undefined) return known;
  const batch = loaders.batch<number, Float64Array | null>(`cell ${what}`, async (ids) => {
    const found = await readDoubles(kysely, what, ids);
    for (const [i, doubles] of found.entries()) if (doubles !== null) kept.set(`${what} ${ids[i]}`, doubles);
    return found;
  });
  return batch.load(cell.id);
}

/** Stored intervals that take a bootstrap are filled in later: what had none when the cell was read may have them by now. */
function mayCome(what: 'curve' | 'bands', { id, contributors }: StoredCell): boolean {
  return what === 'bands' && id > 0 && contributors >= LEAST_FOR_INTERVALS;
}
