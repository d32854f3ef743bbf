import type { Contributors } from './contributors.ts';
import { giniCorrectedSorted, giniSorted } from './gini-coefficient.ts';
import { halfShareSorted } from './half-share.ts';
import { herfindahlHirschmanSorted } from './herfindahl-hirschman-index.ts';
import { lorenzCurveSorted, type LorenzPoint } from './lorenz-curve.ts';
import { percentileRatioSorted } from './percentile-ratio.ts';
import { reliability, type Reliability } from './reliability.ts';
import { sampleFromSorted, type SortedSample } from './sorted-sample.ts';
import { theilSorted } from './theil-index.ts';
import { topShareSorted } from './top-share.ts';

export interface EstimateOptions {
  /** The f of each top share, in (0, 1]. */
  readonly topFractions: readonly number[];
  /** How many points of the Lorenz curve, at least 2 (101 unless given), or 0 for none. */
  readonly lorenzPoints?: number;
}

/** Every point estimate of concentration; null where there is no contributor to speak of. */
export interface ConcentrationEstimates {
  readonly contributors: number;
  readonly excluded: number;
  readonly total: number;
  readonly reliability: Reliability;
  readonly gini: number | null;
  /** Null for a single contributor too, where it is 0/0. */
  readonly giniCorrected: number | null;
  readonly theil: number | null;
  readonly hhi: number | null;
  readonly p90p10: number | null;
  readonly topShares: readonly { readonly fraction: number; readonly value: number | null }[];
  readonly halfShare: number | null;
  /** Empty when there is no contributor. */
  readonly lorenz: readonly LorenzPoint[];
}

/**
 * The point estimates of one distribution, without intervals: O(n), no randomness. Units and references are those of
 * each statistic's own file. Throws RangeError on a top fraction outside (0, 1] or a `lorenzPoints` of 1 or not whole,
 * when there is at least one contributor. Who has the sample of the same people already hands it in.
 */
export function concentrationEstimates(
  people: Contributors,
  options: EstimateOptions,
  known?: SortedSample,
): ConcentrationEstimates {
  const { sorted, excluded, total } = people;
  const { topFractions, lorenzPoints } = options;
  const counted = { contributors: sorted.length, excluded, total, reliability: reliability(sorted.length) };
  if (sorted.length === 0) {
    return {
      ...counted,
      gini: null,
      giniCorrected: null,
      theil: null,
      hhi: null,
      p90p10: null,
      topShares: topFractions.map((fraction) => ({ fraction, value: null })),
      halfShare: null,
      lorenz: [],
    };
  }
  const sample = known ?? sampleFromSorted(sorted);
  return {
    ...counted,
    gini: giniSorted(sample),
    giniCorrected: giniCorrectedSorted(sample),
    theil: theilSorted(sample),
    hhi: herfindahlHirschmanSorted(sample),
    p90p10: percentileRatioSorted(sample),
    topShares: topFractions.map((fraction) => ({ fraction, value: topShareSorted(sample, fraction) })),
    halfShare: halfShareSorted(sample),
    lorenz: lorenzPoints === 0 ? [] : lorenzCurveSorted(sample, lorenzPoints),
  };
}
