/** What the door needs to know of the contributors behind a value. */
export interface Cell {
  /** How many contributors have a positive total. */
  readonly contributors: number;
  /** Σ of their totals. */
  readonly total: number;
  /** The largest of the totals, 0 when there is none. */
  readonly largest: number;
  /** The second largest, 0 when there is none. */
  readonly second: number;
}

/** The cell of totals that are sorted ascending and all above 0. */
export function cellOfSorted(sorted: ArrayLike<number>, total: number): Cell {
  return {
    contributors: sorted.length,
    total,
    largest: sorted[sorted.length - 1] ?? 0,
    second: sorted[sorted.length - 2] ?? 0,
  };
}
