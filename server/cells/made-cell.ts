import type { CellMeasure } from './cell-words.ts';
import type { Ranked } from './ranked.ts';

/** What is said of one cell, but for its curve; null where there is no contributor to speak of. */
export interface CellValues {
  /** n: contributors with a net total above 0. */
  readonly contributors: number;
  /** Contributors with a net total of 0 or less, or none that is known. */
  readonly excluded: number;
  /** Contributors with money in other currencies only. */
  readonly otherCurrencies: number;
  /** Σ over the contributors; money in minor units. */
  readonly total: number;
  /** The two largest totals, for the rule of dominance. */
  readonly largest: number;
  readonly second: number;
  readonly gini: number | null;
  readonly giniCorrected: number | null;
  readonly theil: number | null;
  readonly hhi: number | null;
  readonly p90p10: number | null;
  readonly halfShare: number | null;
}

/** A cell as it is written down. */
export interface MadeCell {
  /** The part's key; 0 for the whole, and for unknown and undated. */
  readonly key: number;
  readonly measure: CellMeasure;
  /** '' of other measures, and of what is said of whoever has no money in the currency asked for. */
  readonly currency: string;
  readonly values: CellValues;
  /** Everybody's total, ascending, of few; of more the curve on the grid. Null where nobody has any. */
  readonly curve: Float64Array | null;
  readonly bands: Float64Array | null;
  readonly ranked: Ranked | null;
}
