import { concentrationEstimates, contributors, sampleFromSorted } from '../statistics/index.ts';
import { bandsOf, curveOf, hasFormulas, mostKeptWhole } from './grid.ts';
import type { MadeCell } from './made-cell.ts';
import type { Ranked } from './ranked.ts';

interface CellOptions {
  /** Contributors without a net total above 0. */
  excluded: number;
  otherCurrencies?: number;
  /** Keep everybody's total, of however many. */
  keepAll: boolean;
}

type Statistics = Pick<MadeCell, 'values' | 'curve' | 'bands' | 'ranked'>;

/** All that a cell says, by the very functions that answer live. */
export function makeCell(
  people: Ranked,
  { excluded, otherCurrencies = 0, keepAll }: CellOptions,
): Statistics {
  const everyone = contributors(people.totals);
  const { sorted, total } = everyone;
  const size = sorted.length;
  const { gini, giniCorrected, theil, hhi, p90p10, halfShare } = concentrationEstimates(everyone, {
    topFractions: [],
    lorenzPoints: 0,
  });
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
  if (size === 0) return { values, curve: null, bands: null, ranked: null };
  return {
    values,
    curve: size <= mostKeptWhole ? sorted : curveOf(sampleFromSorted(sorted)),
    bands: hasFormulas(size) ? bandsOf(everyone) : null,
    ranked: keepAll || !hasFormulas(size) ? people : null,
  };
}
