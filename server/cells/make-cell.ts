import {
  concentrationEstimates,
  contributorsOfSorted,
  positiveAscending,
  sampleFromSorted,
} from '../statistics/index.ts';
import { bandsOf, curveOf, hasFormulas, mostKeptWhole } from './grid.ts';
import type { MadeCell } from './made-cell.ts';
import { ranked } from './ranked.ts';

/** Experts, their ids ascending, and what each has; NaN where it is not known. */
export interface OwnTotals {
  readonly experts: Float64Array;
  readonly totals: Float64Array;
}

interface CellOptions {
  /** How many there are to count, with and without a net total above 0. */
  among: number;
  otherCurrencies?: number;
  /** Keep everybody's total, of however many. */
  keepAll: boolean;
}

type Statistics = Pick<MadeCell, 'values' | 'curve' | 'bands' | 'ranked'>;

/** All that a cell says, by the very functions that answer live. */
export function makeCell(
  { experts, totals }: OwnTotals,
  { among, otherCurrencies = 0, keepAll }: CellOptions,
): Statistics {
  const sorted = positiveAscending(totals);
  const size = sorted.length;
  const excluded = among - size;
  const everyone = contributorsOfSorted(sorted, excluded);
  const { total } = everyone;
  const sample = size === 0 ? undefined : sampleFromSorted(sorted);
  const { gini, giniCorrected, theil, hhi, p90p10, halfShare } = concentrationEstimates(
    everyone,
    { topFractions: [], lorenzPoints: 0 },
    sample,
  );
  const values = {
    contributors: size,
    excluded,
    otherCurrencies,
    total,
    largest: sorted[size - 1] ?? 0,
    second: sorted[size - 2] ?? 0,
    gini,
    giniCorrected,
    theil,
    hhi,
    p90p10,
    halfShare,
  };
  if (sample === undefined) return { values, curve: null, bands: null, ranked: null };
  return {
    values,
    curve: size <= mostKeptWhole ? sorted : curveOf(sample),
    bands: hasFormulas(size) ? bandsOf(everyone, sample) : null,
    ranked: keepAll || !hasFormulas(size) ? ranked(experts, totals, sorted) : null,
  };
}
