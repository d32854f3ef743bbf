import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { round, type Box } from './box.ts';
import { spacedTicks } from './spaced-ticks.ts';
import { labelSize, wrapClipped, wrapText, type MeasureText } from './text.ts';

export interface ForestPoint {
  readonly key: string;
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface ForestRow {
  readonly id: string;
  readonly label: string;
  readonly href?: string;
  readonly group: string;
  readonly n: number;
  readonly points: readonly ForestPoint[];
  /** Low reliability: fewer than 30 contributors, no interval. */
  readonly hollow?: boolean;
  /** Why there are no points. */
  readonly suppressed?: string;
}

export interface ForestOptions {
  readonly width: number;
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  /** The shares drawn, in order; rows are sorted by the first, which carries the accent. */
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly reference: { readonly value: number; readonly label: string };
  readonly nLabel: string;
  readonly share: (value: number, decimals?: number) => string;
  readonly count: (value: number) => string;
  readonly measure: MeasureText;
}

export interface ForestDot {
  readonly key: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

export interface ForestMark {
  readonly row: ForestRow;
  readonly box: Box;
  readonly label: { readonly x: number; readonly y: number; readonly lines: readonly string[] };
  readonly n: { readonly x: number; readonly y: number; readonly text: string };
  readonly values: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly column: number;
  }[];
  readonly dots: readonly ForestDot[];
  readonly hatched: (Box & { readonly reason: string }) | null;
  /** The part of the row that the grid runs through. */
  readonly strip: { readonly y: number; readonly height: number };
}

export type ForestPlotGeometry = ReturnType<typeof forestPlot>;

/** One row a ledger on a common scale of shares, groups set apart, the claimed share as a line. */
export function forestPlot(rows: readonly ForestRow[], options: ForestOptions) {
  const columns = forestColumns(rows, options);
  const { narrow, plot } = columns;
  const x = scaleLinear().domain([0, 1]).range([plot.left, plot.right]);
  const size = labelSize(options.width);
  const reference = placeReference(options, x(options.reference.value), narrow, size);

  const headY = reference.y + reference.lines.length * 15.5 + (narrow ? 8 : 6);
  const plotTop = headY + 10;
  const marks: ForestMark[] = [];
  const headings: { lines: string[]; y: number }[] = [];
  let y = plotTop;
  for (const group of options.groups) {
    const members = sortRows(
      rows.filter((row) => row.group === group.key),
      options,
    );
    if (members.length === 0) continue;
    y += headings.length > 0 ? 16 : 0;
    const lines = wrapText(group.label, options.width, size, options.measure, 'strong');
    headings.push({ lines, y: round(y + 18) });
    y += 12 + lines.length * 15.5;
    for (const row of members) {
      const mark = placeRow(row, y, x, columns, options, size);
      marks.push(mark);
      y += mark.box.height;
    }
  }
  const bottom = round(y + 4);
  const strips = narrow ? marks.map(({ strip }) => strip) : joinStrips(marks.map(({ strip }) => strip));
  return {
    narrow,
    height: bottom + 8,
    plot: { x: plot.left, y: plotTop, width: plot.right - plot.left, height: bottom - plotTop },
    beyond: { x: round(x(options.reference.value)), width: round(plot.right - x(options.reference.value)) },
    ticks: spacedTicks(
      [0, 0.25, 0.5, 0.75, 1].map((value) => ({ x: round(x(value)), label: options.share(value, 0) })),
      size,
      options.measure,
    ),
    tickY: headY,
    heads: columns.values.map((right, column) => ({
      x: right,
      y: narrow ? 14 : headY,
      label: options.columns[column]!.label,
      column,
    })),
    nHead: narrow ? null : { x: columns.n, y: headY, label: options.nLabel },
    // The line runs through the groups where names stand beside the plot, and only through the strips where they stand in it.
    reference: { ...reference, runs: narrow ? strips : [{ y: plotTop, height: round(bottom - plotTop) }] },
    strips,
    headings,
    marks,
  };
}

/** Where name, n, plot and values stand; on a phone the plot goes under the name and takes the whole width. */
function forestColumns(rows: readonly ForestRow[], options: ForestOptions) {
  const { width, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const valueWidth = 16 + Math.max(...options.columns.map(({ label }) => measure(label, size, 'strong')), 46);
  const values = options.columns.map(
    (_, column) => width - (options.columns.length - 1 - column) * valueWidth,
  );
  if (narrow) return { narrow, name: width, n: 0, values, plot: { left: 14, right: width - 21 } };
  const name = Math.min(0.3 * width, (max(rows, ({ label }) => measure(label, size)) ?? 0) + 4);
  const n =
    name +
    14 +
    Math.max(measure(options.nLabel, size), max(rows, (row) => measure(options.count(row.n), size)) ?? 0);
  return {
    narrow,
    name,
    n: round(n),
    values,
    plot: { left: round(n + 28), right: round(values[0]! - valueWidth - 16) },
  };
}

function sortRows(rows: readonly ForestRow[], { columns }: ForestOptions): ForestRow[] {
  const key = columns[0]?.key;
  const value = (row: ForestRow) => row.points.find((point) => point.key === key)?.value ?? -1;
  return rows.toSorted((a, b) => value(b) - value(a) || a.label.localeCompare(b.label));
}

function placeReference(options: ForestOptions, x: number, narrow: boolean, size: number) {
  const room = Math.min(narrow ? 0.6 * options.width : 240, 2 * Math.min(x, options.width - x));
  return {
    x: round(x),
    y: narrow ? 36 : 14,
    lines: wrapText(options.reference.label, room, size, options.measure, 'strong'),
  };
}

function placeRow(
  row: ForestRow,
  top: number,
  x: (value: number) => number,
  columns: ReturnType<typeof forestColumns>,
  options: ForestOptions,
  size: number,
): ForestMark {
  const { narrow } = columns;
  const points = options.columns.flatMap(({ key }, column) => {
    const point = row.points.find((candidate) => candidate.key === key);
    return point ? [{ point, column }] : [];
  });
  // Where the values leave the name too little room, it has a line of its own, and they stand under it beside n.
  const stacked = narrow && columns.values[0]! - 56 < 0.4 * options.width;
  const count = row.suppressed && row.n === 0 ? '–' : options.count(row.n);
  const nText = narrow ? `${options.nLabel} ${count}` : count;
  const room = stacked ? options.width : narrow ? columns.values[0]! - 56 : columns.name;
  const lines = narrow
    ? wrapText(row.label, room, size, options.measure)
    : wrapClipped(row.label, room, size, options.measure, 2);
  const more = (lines.length - 1) * 15.5;
  const after = options.measure(lines.at(-1) ?? '', size) + 8;
  const nBelow = stacked || (narrow && after + options.measure(nText, size) > room);
  const textY = round(narrow ? top + 17 : top + 21.5);
  const nameY = round(narrow ? textY : textY - more / 2);
  const nY = narrow ? round(textY + more + (nBelow ? 17 : 0)) : textY;
  const middle = narrow ? top + more + (nBelow ? 53 : 36) : top + 17;
  const height = narrow ? more + (nBelow ? 71 : 54) : 34;
  const lane = (column: number) => round(middle + (column - (options.columns.length - 1) / 2) * 9);
  return {
    row,
    box: { x: 0, y: round(top), width: options.width, height },
    label: { x: 0, y: nameY, lines },
    n: { x: narrow ? (nBelow ? 0 : round(after)) : columns.n, y: nY, text: nText },
    values: points.map(({ point, column }) => ({
      x: columns.values[column]!,
      y: stacked ? nY : textY,
      text: options.share(point.value, 1),
      column,
    })),
    dots: points.map(({ point, column }) => ({
      key: point.key,
      column,
      x: round(x(point.value)),
      y: lane(column),
      ...(point.low != null && point.high != null
        ? { low: round(x(point.low)), high: round(x(point.high)) }
        : {}),
    })),
    hatched: row.suppressed
      ? {
          x: columns.plot.left,
          y: round(middle - 9),
          width: round(columns.plot.right - columns.plot.left),
          height: 18,
          reason: row.suppressed,
        }
      : null,
    strip: narrow ? { y: round(middle - 12), height: 24 } : { y: round(top), height },
  };
}

/** Neighbouring strips as one, so that grid lines run through a whole group. */
function joinStrips(strips: readonly ForestMark['strip'][]): ForestMark['strip'][] {
  const joined: ForestMark['strip'][] = [];
  for (const strip of strips) {
    const last = joined.at(-1);
    if (last && Math.abs(last.y + last.height - strip.y) < 0.1) {
      joined[joined.length - 1] = { y: last.y, height: round(last.height + strip.height) };
    } else {
      joined.push(strip);
    }
  }
  return joined;
}
