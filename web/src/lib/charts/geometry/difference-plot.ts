import { scaleLinear } from 'd3-scale';
import { round } from './box.ts';
import { labelSize, wrapText, type MeasureText } from './text.ts';

/** One statistic of one comparison: first less second. */
export interface DifferenceRow {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** The value, written. */
  readonly text: string;
  /** What its interval says. */
  readonly verdict: string;
  /** True where it is more than chance: the mark carries the accent. */
  readonly lit?: boolean;
  /** Without an interval. */
  readonly hollow?: boolean;
  /** Why there is no value. */
  readonly suppressed?: string;
}

export interface DifferenceGroup {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly DifferenceRow[];
}

export interface DifferenceOptions {
  readonly width: number;
  readonly tick: (value: number) => string;
  /** What lies left and right of zero. */
  readonly sides: { readonly left: string; readonly right: string };
  readonly measure: MeasureText;
}

const leading = 15.5;

/** Differences as dots with intervals on a scale that is the same left and right of zero. */
export function differencePlot(groups: readonly DifferenceGroup[], options: DifferenceOptions) {
  const { width, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const rows = groups.flatMap(({ rows: all }) => all);
  const reach = Math.max(
    0.05,
    ...rows.flatMap(({ value, low, high }) => [value, low, high].map((one) => Math.abs(one ?? 0))),
  );
  const labelRoom = Math.min(0.3 * width, Math.max(...rows.map(({ label }) => measure(label, size)))) + 16;
  const verdictRoom =
    Math.max(
      ...rows.map(({ verdict, text }) => Math.max(measure(verdict, size), measure(text, size, 'strong'))),
    ) + 18;
  const left = narrow ? 22 : round(labelRoom);
  const right = round(width - (narrow ? 22 : Math.min(0.4 * width, verdictRoom) + 6));
  const x = scaleLinear().domain([-reach, reach]).nice(4).range([left, right]);
  const half = (right - left) / 2 - 10;
  const sides = [options.sides.left, options.sides.right].map((side) => wrapText(side, half, size, measure));
  const sideHeight = Math.max(...sides.map((lines) => lines.length)) * leading;
  const tickY = round(sideHeight + 18);
  const top = tickY + 10;
  const height = narrow ? 84 : 40;
  let y = top;
  const headings: { y: number; lines: string[] }[] = [];
  const marks = groups.flatMap((group) => {
    const lines = wrapText(group.heading, width, size, measure, 'strong');
    if (headings.length > 0) y += 12;
    headings.push({ y: round(y + 16), lines });
    y += lines.length * leading + 10;
    return group.rows.map((row) => {
      const mark = placeRow(row, y, { narrow, width, height, left, right, x });
      y += height;
      return mark;
    });
  });
  const zero = round(x(0));
  return {
    narrow,
    height: round(y + 4),
    plot: { x: left, y: top, width: round(right - left), height: round(y - top) },
    zero,
    sides: [
      { x: zero - 10, y: 12, lines: sides[0]!, anchor: 'end' as const },
      { x: zero + 10, y: 12, lines: sides[1]!, anchor: 'start' as const },
    ],
    // As many as their labels leave room for, and zero always.
    ticks: x
      .ticks(Math.max(2, Math.min(8, Math.floor((right - left) / 75))))
      .map((value) => ({ x: round(x(value)), label: options.tick(value) })),
    tickY,
    headings,
    marks,
    // Names and verdicts stand between the strips on a phone: the grid keeps out of them.
    runs: marks.map(({ dotY }) => ({ y: round(dotY - 12), height: 24 })),
  };
}

interface Place {
  narrow: boolean;
  width: number;
  height: number;
  left: number;
  right: number;
  x: (value: number) => number;
}

function placeRow(row: DifferenceRow, y: number, { narrow, width, height, left, right, x }: Place) {
  const dotY = round(y + (narrow ? 64 : height / 2));
  const at = (value: number | null | undefined) => (value == null ? undefined : round(x(value)));
  return {
    row,
    dotY,
    box: { x: 0, y: round(y), width, height },
    label: { x: 0, y: round(narrow ? y + 16 : dotY + 4.5) },
    value: narrow
      ? { x: 0, y: round(y + 31.5), anchor: 'start' as const }
      : { x: right + 18, y: round(dotY - 3.5), anchor: 'start' as const },
    verdict: narrow
      ? { x: 0, y: round(y + 47), anchor: 'start' as const }
      : { x: right + 18, y: round(dotY + 12), anchor: 'start' as const },
    dot:
      row.value === null ? null : { x: round(x(row.value)), y: dotY, low: at(row.low), high: at(row.high) },
    hatched: row.suppressed
      ? { x: left, y: round(dotY - 9), width: round(right - left), height: 18, reason: row.suppressed }
      : null,
  };
}
