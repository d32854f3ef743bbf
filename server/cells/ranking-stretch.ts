import { firstAtMost, type Ranked } from './ranked.ts';
import { chunkLength } from './store-cells.ts';

/** A stretch of a ranking. */
export interface Stretch extends Ranked {
  /** How many stand before it. */
  readonly before: number;
  /** What they hold together. */
  readonly held: number;
}

/** Whoever reads the top of so short a ranking reads all of it. */
export const shortRanking = 2 * chunkLength;

/** Where in a ranking to read. */
export type Place =
  | { readonly kind: 'TOP' | 'END' }
  /** Around a total: everybody who has just as much, and their neighbours before and after. */
  | { readonly kind: 'AROUND'; readonly total: number }
  /** Where those before hold less than that, and they and the next thousand not. */
  | { readonly kind: 'HOLDING'; readonly held: number };

/** The stretch of a ranking that is held in memory: at least what the stored one would give. */
export function stretchOf({ experts, totals }: Ranked, place: Place): Stretch {
  const [from, to] = boundsOf(totals, place);
  let held = 0;
  for (let i = 0; i < from; i++) held += totals[i]!;
  return { before: from, held, experts: experts.subarray(from, to), totals: totals.subarray(from, to) };
}

function boundsOf(totals: Float64Array, place: Place): [from: number, to: number] {
  const { length } = totals;
  const clipped = (from: number, to: number): [number, number] => [Math.max(0, from), Math.min(length, to)];
  switch (place.kind) {
    case 'TOP':
      return clipped(0, 2 * chunkLength);
    case 'END':
      return clipped(length - 2 * chunkLength, length);
    case 'AROUND': {
      const first = firstAtMost(totals, place.total);
      let last = first;
      while (last < length && totals[last] === place.total) last += 1;
      return clipped(first - chunkLength, last + chunkLength);
    }
    case 'HOLDING': {
      let held = 0;
      let last = 0;
      while (last < length - 1 && held + totals[last]! < place.held) held += totals[last++]!;
      return clipped(last - 1, last + 2);
    }
    default:
      return place satisfies never;
  }
}
