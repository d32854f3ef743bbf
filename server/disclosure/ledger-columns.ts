/** Stands for the release that takes an entry away while nothing does. */
export const never = 2 ** 31 - 1;

/**
 * What contributors have in each place of a ledger, while it stood: the smallest things that questions tell apart, a column
 * for each of their properties, so that millions of them are arrays and not objects. Those of one contributor lie together.
 */
export interface LedgerColumns {
  readonly size: number;
  /** A number of the contributor. */
  readonly owner: Int32Array;
  /** The first release that holds it. */
  readonly since: Int32Array;
  /** The first release that no longer does. */
  readonly until: Int32Array;
  /** What it adds to the measure: never 0, below 0 for a deduction. */
  readonly value: Float64Array;
}
