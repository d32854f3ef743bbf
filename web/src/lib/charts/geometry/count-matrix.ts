import { max, sum } from 'd3-array';
import { scaleSqrt } from 'd3-scale';
import { hundredth, round } from './box.ts';
import { labelSize, wrapClipped, type MeasureText } from './text.ts';

export interface MatrixEntry {
  readonly row: string;
  readonly column: string;
  readonly value: number;
  /** What the read-out says of it. */
  readonly title: string;
  readonly href?: string;
}

export interface MatrixOptions {
  readonly width: number;
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  /** The lit ones are what the headline is about. */
  readonly columns: readonly { readonly key: string; readonly label: string; readonly lit?: boolean }[];
  readonly count: (value: number) => string;
  readonly measure: MeasureText;
}

/** How strong the tint of the smallest and of the largest count is. */
const tints = [0.1, 0.5] as const;

/**
 * Counts in rows and columns, each on a tint that grows with it; rows have their sums at the right. On a phone
 * the column names stand upright, so that all columns keep their place.
 */
export function countMatrix(entries: readonly MatrixEntry[], options: MatrixOptions) {
  const { width, rows, columns, count, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const totalRoom = narrow ? 26 : 40;
  const longest = Math.max(0, ...rows.map(({ label }) => measure(label, size)));
  // Names stand in two lines, so that the longest word of them is the least that they need.
  const longestOfRows = Math.max(
    0,
    ...rows.flatMap(({ label }) => label.split(' ').map((word) => measure(word, size))),
  );
  const most = Math.min(longest, Math.max(narrow ? 96 : 0.3 * width, longestOfRows));
  const left = round(Math.min(most, 0.36 * width) + 10);
  const step = (width - left - totalRoom) / Math.max(1, columns.length);
  const widest = Math.max(0, ...columns.map(({ label }) => measure(label, size)));
  // A name that would have to be cut stands upright, and all the others with it.
  const longestWord = Math.max(
    0,
    ...columns.flatMap(({ label }) => label.split(' ').map((word) => measure(word, size))),
  );
  const upright = step < Math.max(64, longestWord + 4);
  const headRoom = upright ? Math.min(150, widest) + 12 : 42;
  const tint = scaleSqrt([1, Math.max(2, max(entries, ({ value }) => value) ?? 2)], [...tints]);
  const height = narrow ? 38 : 32;
  const placedRows = rows.map(({ key, label }, index) => {
    const top = round(headRoom + height * index);
    const lines = wrapClipped(label, left - 8, size, measure, 2);
    const own = entries.filter((entry) => entry.row === key);
    const cells = columns.flatMap((column, at) => {
      const entry = own.find((one) => one.column === column.key);
      if (!entry) return [];
      const box = {
        x: round(left + step * at + 1),
        y: top + 1.5,
        width: round(step - 2),
        height: height - 3,
      };
      return [
        {
          key: `${key} ${column.key}`,
          entry,
          box,
          lit: column.lit ?? false,
          tint: hundredth(tint(entry.value)),
          text: count(entry.value),
        },
      ];
    });
    return { key, top, middle: top + height / 2, lines, cells, total: count(sum(own, ({ value }) => value)) };
  });
  const bottom = round(headRoom + height * rows.length);
  return {
    height: bottom + 4,
    plot: { x: left, y: headRoom, width: round(width - left), height: bottom - headRoom },
    upright,
    headY: headRoom - 8,
    heads: columns.map(({ key, label, lit = false }, at) => ({
      key,
      lit,
      x: round(left + step * (at + 0.5)),
      y: headRoom - 8,
      lines: upright
        ? wrapClipped(label, 150, size, measure, 1)
        : wrapClipped(label, step - 6, size, measure, 2),
    })),
    rows: placedRows,
  };
}
