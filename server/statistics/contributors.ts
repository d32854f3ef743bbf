/** The contributors of a measure, ready for every statistic here. */
export interface Contributors {
  /** The positive totals, ascending, in the unit of the measure. */
  readonly sorted: Float64Array;
  /** How many had a net total of 0 or less and were left out. */
  readonly excluded: number;
  /** Σ of `sorted`. */
  readonly total: number;
}

/**
 * Contributors from one net total each: totals of 0 or less are left out and counted, the others sorted ascending.
 * Throws RangeError when a total, or their sum, is not a finite number: a hole in the data is not a zero.
 */
export function contributors(totals: Iterable<number>): Contributors {
  const everyone = Float64Array.from(totals);
  if (!everyone.every(Number.isFinite)) throw new RangeError('A contributor total is not a finite number');
  const sorted = everyone.filter((total) => total > 0).sort();
  return contributorsOfSorted(sorted, everyone.length - sorted.length);
}

/** The same from the positive totals alone, ascending, and how many there were beside them. Throws as `contributors`. */
export function contributorsOfSorted(sorted: Float64Array, excluded: number): Contributors {
  // Ascending order is also the accurate order to add in.
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!Number.isFinite(total))
    throw new RangeError('The contributor totals add up to more than a number can hold');
  return { sorted, excluded, total };
}
