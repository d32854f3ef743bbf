import { sum } from 'd3-array';
import { round, type Box } from './box.ts';
import { spread } from './spread.ts';
import { labelSize, wrapClipped, type MeasureText } from './text.ts';

export interface StageRow {
  readonly key: string;
  readonly label: string;
  readonly href?: string;
  /** Shares of the whole at the five stages, untouched first. */
  readonly shares: readonly number[];
  /** The whole, said under the name. */
  readonly note?: string;
  /** Drawn taller and first, its segments labelled: the row the others are parts of. */
  readonly lead?: boolean;
}

export interface StageBarOptions {
  readonly width: number;
  readonly names: readonly string[];
  readonly share: (value: number) => string;
  readonly measure: MeasureText;
}

export interface StageSegment extends Box {
  readonly step: 0 | 1 | 2 | 3 | 4;
  readonly share: number;
  /** Written inside where it fits. */
  readonly text: string;
}

const steps = [4, 3, 2, 1, 0] as const;
const leading = 15.5;

/** Bars of 100 per cent, most advanced stage first, so that what has moved starts at a common baseline. */
export function stageBar(rows: readonly StageRow[], options: StageBarOptions) {
  const { width, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const beside = !narrow && rows.length > 1;
  const left = beside
    ? Math.min(0.28 * width, Math.max(...rows.map(({ label }) => measure(label, size)))) + 16
    : 0;
  const room = width - left;
  const ordered = [
    ...rows.filter(({ lead }) => lead),
    ...rows.filter(({ lead }) => !lead).toSorted(byAdvance),
  ];
  const lead = ordered[0]!;
  const labels = placeNames(lead, left, room, options, size);
  let y = labels.height;
  const placed = ordered.map((row, index) => {
    const barHeight = index === 0 ? 36 : 22;
    const lines = wrapClipped(row.label, beside ? left - 16 : width, size, measure, 2);
    const head = beside || rows.length === 1 ? 0 : 20;
    const bar = y + head;
    const mark = {
      row,
      lines,
      x: 0,
      y: round(beside ? bar + barHeight / 2 + 4.5 - (lines.length - 1) * 7.75 : y + 13),
      segments: segmentsOf(
        row,
        { x: left, y: bar, width: room, height: barHeight },
        options,
        index === 0 ? 0 : size,
      ),
      box: { x: 0, y, width, height: head + barHeight },
    };
    y = bar + barHeight + (index === 0 && rows.length > 1 ? 14 : 8);
    return mark;
  });
  return {
    height: round(y),
    plot: { x: left, y: labels.height, width: room, height: y - labels.height },
    labels: labels.placed,
    rows: placed,
  };
}

const byAdvance = (a: StageRow, b: StageRow): number =>
  sum(b.shares.slice(3)) - sum(a.shares.slice(3)) || sum(b.shares.slice(1)) - sum(a.shares.slice(1));

function segmentsOf(row: StageRow, bar: Box, options: StageBarOptions, size: number): StageSegment[] {
  let x = bar.x;
  return steps.flatMap((step) => {
    const share = row.shares[step] ?? 0;
    const segment = { x: round(x), y: bar.y, width: round(share * bar.width), height: bar.height };
    x += share * bar.width;
    if (share <= 0) return [];
    const text = options.share(share);
    // The first bar's shares stand over it with the names.
    const fits = size > 0 && options.measure(text, size) + 10 <= segment.width;
    return [{ ...segment, step, share, text: fits ? text : '' }];
  });
}

/** Names over the first bar, each as near to its segment as the neighbours let it, joined by a leader. */
function placeNames(row: StageRow, left: number, room: number, options: StageBarOptions, size: number) {
  let x = left;
  const wishes = steps.flatMap((step) => {
    const share = row.shares[step] ?? 0;
    const centre = x + (share * room) / 2;
    x += share * room;
    if (share <= 0) return [];
    const lines = [options.names[step] ?? '', options.share(share)];
    return [
      {
        step,
        lines,
        at: centre,
        size: Math.max(...lines.map((line) => options.measure(line, size, 'strong'))) + 10,
      },
    ];
  });
  const wide = sum(wishes, (wish) => wish.size) > room;
  if (wide) return placeStaircase(wishes, left, room);
  const centres = spread(wishes, left, left + room);
  const height = leading * 2 + 18;
  const placed = wishes.map(({ step, lines, at }, index) => ({
    step,
    lines,
    x: round(centres[index]!),
    y: 13,
    anchor: 'middle' as const,
    leader: `M${round(centres[index]!)} ${leading * 2 + 4}L${round(at)} ${height - 2}`,
  }));
  return { placed, height };
}

/**
 * On a phone the names stand one under the other, each with a leader down to its segment; the leftmost on top, so
 * that no leader runs through a name.
 */
function placeStaircase(
  wishes: readonly { step: 0 | 1 | 2 | 3 | 4; lines: string[]; at: number; size: number }[],
  left: number,
  room: number,
) {
  const height = wishes.length * 18 + 8;
  const placed = wishes.map(({ step, lines, at }, index) => {
    const y = 13 + index * 18;
    const text = lines.join(' ');
    const fits = at + 8 + text.length * 8 < left + room;
    return {
      step,
      lines: [text],
      x: round(fits ? at + 6 : at - 6),
      y,
      anchor: fits ? ('start' as const) : ('end' as const),
      leader: `M${round(at)} ${y - 10}V${height - 2}`,
    };
  });
  return { placed, height };
}
