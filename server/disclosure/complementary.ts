import type { Cell } from './cell.ts';
import { SuppressionReason, type SuppressionType } from './suppression.type.ts';

/**
 * Of cells that add up to a published total, one that is suppressed alone could be worked out by subtraction: then the
 * cell with the smallest total of the others goes with it, of equal ones the first in the order of the keys, so that it
 * is the same one every time.
 */
export function withComplementary<Key extends string | number>(
  cells: ReadonlyMap<Key, Cell>,
  primary: ReadonlyMap<Key, SuppressionType>,
): Map<Key, SuppressionType> {
  const suppressed = new Map(primary);
  if (suppressed.size !== 1) return suppressed;
  const [second] = [...cells]
    .filter(([key, { contributors }]) => !suppressed.has(key) && contributors > 0)
    .sort(([key, cell], [otherKey, other]) => cell.total - other.total || (key < otherKey ? -1 : 1));
  if (second !== undefined) {
    suppressed.set(second[0], { reason: SuppressionReason.COMPLEMENTARY, threshold: null });
  }
  return suppressed;
}
