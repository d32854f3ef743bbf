import { contributors, halfShareSorted, sampleFromSorted } from '../../statistics/index.ts';

export interface RankedTotal {
  readonly expertId: number;
  /** 1 for the largest. */
  readonly rank: number;
  readonly total: number;
  /** Of the total of all, 0 to 1. */
  readonly share: number;
  /** What this one and all before hold together, 0 to 1. */
  readonly cumulativeShare: number;
}

/** A stretch of a ranking: contributors by totals that are sorted descending and all above 0. */
export interface RankedStretch {
  readonly expertIds: ArrayLike<number>;
  readonly totals: ArrayLike<number>;
  /** How many stand before it, and what they hold. */
  readonly before: number;
  readonly held: number;
}

/** The stretch with ranks and running shares, of all that there is. */
export function rankingOf({ expertIds, totals, before, held }: RankedStretch, all: number): RankedTotal[] {
  let cumulative = held;
  return Array.from(totals, (total, i) => {
    cumulative += total;
    return {
      expertId: expertIds[i]!,
      rank: before + i + 1,
      total,
      share: total / all,
      cumulativeShare: Math.min(1, cumulative / all),
    };
  });
}

/** The same of the whole ranking. */
export function ranking(expertIds: readonly number[], totals: Float64Array): RankedTotal[] {
  return rankingOf({ expertIds, totals, before: 0, held: 0 }, contributors(totals).total);
}

/**
 * How many are enough to hold that share of everything: the fewest possible, as they are the largest. Of a stretch in which it
 * is reached.
 * A sum short of it by less than 1e-12 of everything, as rounding leaves it, is enough.
 */
export function fewestHolding(ranked: readonly RankedTotal[], share: number): number {
  const last = ranked.find(({ cumulativeShare }) => cumulativeShare >= share - hair) ?? ranked.at(-1);
  return last?.rank ?? 0;
}

/** What rounding leaves of a sum. */
export const hair = 1e-12;

/** How many people hold half: the bus factor. 0 when there is nobody. */
export function busFactorOf(totals: Float64Array): number {
  if (totals.length === 0) return 0;
  return Math.round(halfShareSorted(sampleFromSorted(contributors(totals).sorted)) * totals.length);
}
