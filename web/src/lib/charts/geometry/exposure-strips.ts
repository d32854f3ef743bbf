import { round } from './box.ts';
import { labelSize, wrapText, type MeasureText } from './text.ts';

/** One prediction: where one occupation stands among all. */
export interface ExposureRow {
  readonly id: string;
  readonly label: string;
  /** Null where this occupation has no score. */
  readonly value: number | null;
  readonly valueText: string;
  /** How many occupations lie in each equal part of 0 to `top`. */
  readonly bins: readonly number[];
  readonly top: number;
  readonly topText: string;
  readonly median: number | null;
  /** The standing in words, or why there is none. */
  readonly standing: string;
}

export interface ExposureOptions {
  readonly width: number;
  readonly measure: MeasureText;
}

const stripHeight = 42;
const leading = 17;

/** A strip a prediction: all occupations as a small histogram from zero to the highest score, one of them marked. */
export function exposureStrips(rows: readonly ExposureRow[], { width, measure }: ExposureOptions) {
  const size = labelSize(width);
  const left = 2;
  const right = width - 2;
  let y = 0;
  const strips = rows.map((row) => {
    const at = (score: number) => round(left + (row.top === 0 ? 0 : score / row.top) * (right - left));
    const standingWidth = measure(row.standing, size);
    const beside = measure(row.label, size, 'strong') + standingWidth + 18 <= width;
    const lines = wrapText(row.label, width, size, measure, 'strong');
    const below = beside ? [] : wrapText(row.standing, width, size, measure);
    const textHeight = (lines.length + below.length) * leading;
    const base = y + textHeight + 22 + stripHeight;
    const tallest = Math.max(1, ...row.bins);
    const step = (right - left) / Math.max(1, row.bins.length);
    // One path a strip: forty bars of their own would be forty elements.
    const bars = row.bins
      .map((count, index) => {
        const height = round((count / tallest) * stripHeight);
        return height === 0
          ? ''
          : `M${round(left + index * step)} ${base}v${-height}h${round(Math.max(1, step - 1))}v${height}z`;
      })
      .join('');
    const own = row.value === null ? null : at(row.value);
    const half = measure(row.valueText, size, 'strong') / 2;
    const strip = {
      row,
      box: { x: 0, y, width, height: base - y + 22 },
      label: { x: 0, y: y + 14, lines },
      standing: beside
        ? { x: width, y: y + 14, lines: [row.standing], anchor: 'end' as const }
        : { x: 0, y: y + 14 + lines.length * leading, lines: below, anchor: 'start' as const },
      bars,
      base,
      top: base - stripHeight,
      own,
      value:
        own === null
          ? null
          : { x: round(Math.min(width - half, Math.max(half, own))), y: base - stripHeight - 5 },
      median: row.median === null ? null : at(row.median),
      left,
      right,
    };
    y = base + 34;
    return strip;
  });
  return {
    strips,
    height: round(Math.max(1, y - 6)),
    plot: { x: 0, y: 0, width, height: Math.max(1, y - 6) },
  };
}
