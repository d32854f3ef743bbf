import { scaleLinear } from 'd3-scale';
import { round } from './box.ts';
import { labelSize, wrapClipped, type MeasureText } from './text.ts';

export interface MatchPart {
  readonly key: string;
  /** What it adds to the score, 0 to its weight. */
  readonly contribution: number;
  /** The most that it could add. */
  readonly weight: number;
  /** False where it counts half for want of knowledge. */
  readonly known: boolean;
  readonly say: string;
}

export interface MatchRow {
  readonly id: string;
  readonly label: string;
  readonly href?: string;
  /** 0 to 1. */
  readonly score: number;
  readonly parts: readonly MatchPart[];
}

export interface MatchOptions {
  readonly width: number;
  readonly value: (score: number) => string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly measure: MeasureText;
}

const barHeight = 14;

/**
 * A row for each match: every criterion in a column as wide as its weight, filled as far as it is met, and the score at the
 * end. Columns stand under one another, so that a criterion can be read down the page.
 */
export function matchBars(rows: readonly MatchRow[], options: MatchOptions) {
  const { width, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const scoreRoom =
    Math.max(...rows.map(({ score }) => measure(options.value(score), size, 'strong')), 20) + 12;
  const longest = Math.max(...rows.map(({ label }) => measure(label, size)), 0);
  const left = narrow ? 0 : round(Math.min(0.36 * width, longest) + 16);
  const right = round(width - (narrow ? 0 : scoreRoom));
  const gap = 3;
  const weights = rows[0]?.parts ?? [];
  const x = scaleLinear()
    .domain([0, 1])
    .range([0, right - left - gap * Math.max(0, weights.length - 1)]);
  let at = left;
  const columns = weights.map(({ key, weight }) => {
    const column = { key, x: round(at), width: round(x(weight)) };
    at += x(weight) + gap;
    return column;
  });
  const heads = headings(columns, options, size);
  const top = heads.height + 8;
  const rowHeight = narrow ? 46 : 30;
  const marks = rows.map((row, index) => {
    const y = top + index * rowHeight;
    const barY = narrow ? y + 24 : y + 8;
    return {
      row,
      box: { x: 0, y, width, height: rowHeight },
      label: {
        x: 0,
        y: narrow ? y + 17 : y + 19.5,
        lines: wrapClipped(row.label, narrow ? width - scoreRoom : left - 14, size, measure, 1),
      },
      score: { x: width, y: narrow ? y + 17 : y + 19.5, text: options.value(row.score) },
      parts: row.parts.map((part, place) => {
        const column = columns[place]!;
        return {
          part,
          room: { x: column.x, y: barY, width: column.width, height: barHeight },
          filled: {
            x: column.x,
            y: barY,
            width: part.weight > 0 ? round((column.width * part.contribution) / part.weight) : 0,
            height: barHeight,
          },
        };
      }),
    };
  });
  const bottom = top + rows.length * rowHeight;
  return {
    height: bottom + 6,
    plot: { x: left, y: top, width: right - left, height: bottom - top },
    heads: heads.lines,
    marks,
  };
}

/** The criteria's names over their columns, on as many lines as they need not to touch. */
function headings(
  columns: readonly { key: string; x: number; width: number }[],
  { columns: named, measure, width }: MatchOptions,
  size: number,
) {
  const ends: number[] = [];
  const lines = columns.map(({ key, x }) => {
    const text = named.find((one) => one.key === key)?.label ?? key;
    const wide = measure(text, size);
    const start = round(Math.max(0, Math.min(x, width - wide)));
    let line = ends.findIndex((end) => end + 10 <= start);
    if (line === -1) line = ends.length;
    ends[line] = start + wide;
    return { key, x: start, line, text, foot: x };
  });
  const height = ends.length * 17;
  return { height, lines: lines.map((head) => ({ ...head, y: 13 + head.line * 17, base: height + 6 })) };
}
