import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { round } from './box.ts';
import { spacedTicks } from './spaced-ticks.ts';
import { labelSize, wrapClipped, type MeasureText } from './text.ts';

export interface RankedRow {
  readonly id: string;
  readonly label: string;
  readonly href?: string;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Low reliability. */
  readonly hollow?: boolean;
  /** Why there is no value. */
  readonly suppressed?: string;
  /** What is written for the value, where a range says more than its dot. */
  readonly text?: string;
  /** The row the headline is about. */
  readonly lit?: boolean;
}

export interface RankedOptions {
  readonly width: number;
  readonly value: (value: number) => string;
  /** Writes a value of the axis, which is round, where it should be shorter than the rows' own. */
  readonly tick?: ((value: number) => string) | undefined;
  readonly axis: string;
  /** Where the scale ends, when it should not be the data's own end. */
  readonly end?: number;
  /** A value that the rows are held against, with its name. */
  readonly reference?: { readonly value: number; readonly label: string } | undefined;
  readonly measure: MeasureText;
}

/** Rows by value, largest first, a dot with its interval on a scale from zero; hidden rows last. */
export function rankedDots(rows: readonly RankedRow[], options: RankedOptions) {
  const { width, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const ordered = rows.toSorted(
    (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.label.localeCompare(b.label),
  );
  const valueRoom = Math.max(...rows.map((row) => measure(textOf(row, options), size))) + 14;
  const longest = Math.max(...rows.map(({ label }) => measure(label, size)));
  const left = narrow ? 18 : round(Math.min(0.42 * width, longest) + 18);
  const right = round(width - (narrow ? 18 : valueRoom));
  const end =
    options.end ??
    Math.max(
      max(rows, ({ value, high }) => Math.max(value ?? 0, high ?? 0)) ?? 1,
      options.reference?.value ?? 0,
    );
  const x = scaleLinear()
    .domain([0, end || 1])
    .range([left, right]);
  if (options.end === undefined) x.nice(narrow ? 3 : 6);
  const top = options.reference ? 58 : 40;
  let y = top;
  const marks = ordered.map((row) => {
    const lines = wrapClipped(row.label, narrow ? width - valueRoom : left - 16, size, measure, 2);
    // A second line of the name makes a row on a phone as much higher, and needs little more where it stands beside.
    const more = round((lines.length - 1) * (narrow ? 15.5 : 12));
    const box = { x: 0, y, width, height: (narrow ? 42 : 28) + more };
    y = round(y + box.height);
    const middle = round(narrow ? box.y + 27 + more : box.y + 14 + more / 2);
    return {
      row,
      box,
      label: { x: 0, y: narrow ? box.y + 14 : round(middle + 4.5 - (lines.length - 1) * 7.75), lines },
      dot: row.value === null ? null : { x: round(x(row.value)), y: middle, ...interval(row, x) },
      valueText: { x: width, y: narrow ? box.y + 14 : middle + 4.5, text: textOf(row, options) },
      hatched: row.suppressed
        ? {
            x: left,
            y: narrow ? middle - 8 : middle - 9,
            width: round(right - left),
            height: 18,
            reason: row.suppressed,
          }
        : null,
    };
  });
  const bottom = y;
  // On a phone the names stand over their dots: grid and reference keep out of them.
  const runs = narrow
    ? marks.map(({ box }) => ({ y: round(box.y + box.height - 24), height: 18 }))
    : [{ y: top, height: round(bottom - top) }];
  return {
    height: round(bottom + 6),
    plot: { x: left, y: top, width: right - left, height: round(bottom - top) },
    axis: { x: narrow ? 0 : left, y: 13, text: options.axis },
    ticks: insideTicks(
      spacedTicks(
        x.ticks(narrow ? 3 : 6).map((value) => ({
          x: round(x(value)),
          label: (options.tick ?? options.value)(value),
        })),
        size,
        measure,
      ),
      options,
    ),
    tickY: 32,
    reference: options.reference
      ? referenceAt(options.reference, round(x(options.reference.value)), options)
      : null,
    zero: round(x(0)),
    runs,
    marks,
  };
}

const interval = (row: RankedRow, x: (value: number) => number) =>
  row.low != null && row.high != null ? { low: round(x(row.low)), high: round(x(row.high)) } : {};

/** The ticks with their words kept inside the picture; one whose words would then meet those before it has none. */
function insideTicks(ticks: readonly { x: number; label: string }[], { width, measure }: RankedOptions) {
  let end = -Infinity;
  return ticks.map(({ x, label }) => {
    const half = measure(label, labelSize(width)) / 2;
    const labelX = round(Math.min(Math.max(x, half), width - half));
    const meets = labelX - half < end + 6;
    if (!meets) end = labelX + half;
    return { x, labelX, label: meets ? '' : label };
  });
}

/** The reference line's place and that of its name, kept inside the picture. */
function referenceAt(
  { label }: NonNullable<RankedOptions['reference']>,
  x: number,
  { width, measure }: RankedOptions,
) {
  const half = measure(label, labelSize(width), 'strong') / 2;
  return { x, y: 50, labelX: round(Math.min(Math.max(x, half), width - half)), label };
}

const textOf = ({ value, text }: RankedRow, options: RankedOptions): string =>
  value === null ? '' : (text ?? options.value(value));
