import { sum } from 'd3-array';

export interface StripItem {
  readonly value: number;
  /** What its heading needs to be read. */
  readonly minWidth: number;
}

/**
 * Breaks items, largest first, into rows of about square shapes that leave room for their headings: the contiguous
 * partition of least cost, by dynamic programming. Returns the index after each row.
 */
export function stripRows(items: readonly StripItem[], width: number, height: number): number[] {
  const scale =
    (width * height) /
    Math.max(
      sum(items, ({ value }) => value),
      Number.MIN_VALUE,
    );
  const best: { cost: number; start: number }[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= items.length; end++) {
    let choice = { cost: Infinity, start: 0 };
    for (let start = 0; start < end; start++) {
      const cost = best[start]!.cost + rowCost(items.slice(start, end), width, scale);
      if (cost < choice.cost) choice = { cost, start };
    }
    best.push(choice);
  }
  const ends: number[] = [];
  for (let end = items.length; end > 0; end = best[end]!.start) ends.unshift(end);
  return ends;
}

function rowCost(row: readonly StripItem[], width: number, scale: number): number {
  const height = (sum(row, ({ value }) => value) * scale) / width;
  return sum(row, ({ value, minWidth }) => {
    const own = (value * scale) / height;
    const slender = Math.log(own / height / 1.4) ** 2;
    return slender + (own < minWidth ? 2 : 0);
  });
}
