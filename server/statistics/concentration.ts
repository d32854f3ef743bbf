import { concentrationEstimates, type ConcentrationEstimates } from './concentration-estimates.ts';
import { concentrationIntervals, type IntervalOptions } from './concentration-intervals.ts';
import { contributors } from './contributors.ts';
import type { Interval } from './interval.ts';
import type { LorenzPoint } from './lorenz-curve.ts';

export interface Estimated {
  readonly value: number | null;
  readonly interval: Interval | null;
}

export interface LorenzPointWithInterval extends LorenzPoint {
  readonly low: number | null;
  readonly high: number | null;
}

/** Everything that is said of one distribution, estimates and intervals side by side. */
export interface Concentration extends Omit<
  ConcentrationEstimates,
  'gini' | 'topShares' | 'halfShare' | 'lorenz'
> {
  readonly gini: Estimated;
  readonly topShares: readonly (Estimated & { readonly fraction: number })[];
  readonly halfShare: Estimated;
  readonly lorenz: readonly LorenzPointWithInterval[];
  /** How the lows and highs of `lorenz` were made; null where there are none. */
  readonly lorenzMethod: string | null;
}

/**
 * The concentration of a measure among contributors, from one net total each, with the interval that their number
 * allows. Those who want the estimates alone call `concentrationEstimates`, which costs a small fraction of it.
 * Throws RangeError on a total that is not finite and on bad options.
 */
export function concentration(totals: Iterable<number>, options: IntervalOptions): Concentration {
  const people = contributors(totals);
  const estimates = concentrationEstimates(people, options);
  const intervals = concentrationIntervals(people, options);
  return {
    ...estimates,
    gini: { value: estimates.gini, interval: intervals?.gini ?? null },
    topShares: estimates.topShares.map((share, i) => ({
      ...share,
      interval: intervals?.topShares[i] ?? null,
    })),
    halfShare: { value: estimates.halfShare, interval: intervals?.halfShare ?? null },
    lorenz: estimates.lorenz.map((point, j) => ({
      ...point,
      low: intervals?.lorenz[j]?.low ?? null,
      high: intervals?.lorenz[j]?.high ?? null,
    })),
    lorenzMethod: intervals?.lorenz[0]?.method ?? null,
  };
}
