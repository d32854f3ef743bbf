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

/** The ranking of contributors by totals that are sorted descending and all above 0, with running shares. */
export function ranking(expertIds: readonly number[], totals: Float64Array): RankedTotal[] {
  const all = contributors(totals).total;
  let held = 0;
  return expertIds.map((expertId, i) => {
    const total = totals[i]!;
    held += total;
    return { expertId, rank: i + 1, total, share: total / all, cumulativeShare: Math.min(1, held / all) };
  });
}

/**
 * How many of the ranking are enough to hold that share of everything: the fewest possible, as they are the largest.
 * A sum short of it by less than 1e-12 of everything, as rounding leaves it, is enough.
 */
export function fewestHolding(ranked: readonly RankedTotal[], share: number): number {
  const last = ranked.findIndex(({ cumulativeShare }) => cumulativeShare >= share - 1e-12);
  return last === -1 ? ranked.length : last + 1;
}

/** How many people hold half: the bus factor. 0 when there is nobody. */
export function busFactorOf(totals: Float64Array): number {
  if (totals.length === 0) return 0;
  return Math.round(halfShareSorted(sampleFromSorted(contributors(totals).sorted)) * totals.length);
}
