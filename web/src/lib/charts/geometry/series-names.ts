import { overlaps, round, type Box } from './box.ts';
import { spread } from './spread.ts';
import type { MeasureText } from './text.ts';

/** A dot of a series, and the time its date leaves open. */
export interface SeriesDot {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** Known to the month at least: joined to its neighbours by a line. */
  readonly joined: boolean;
}

export interface SeriesLine {
  readonly placed: readonly SeriesDot[];
}

/** Boxes over all dots, and along all lines, that labels keep clear of. */
export function obstacles(lines: readonly SeriesLine[]): Box[] {
  const dots = lines.flatMap(({ placed }) =>
    placed.map(({ x, y }) => ({ x: x - 4.5, y: y - 4.5, width: 9, height: 9 })),
  );
  const runs = lines.flatMap(({ placed }) => {
    const points = placed.filter(({ joined }) => joined);
    return points.slice(1).flatMap((to, index) => {
      const from = points[index]!;
      const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6);
      return Array.from({ length: steps }, (_, step) => ({
        x: from.x + ((to.x - from.x) * step) / steps - 1,
        y: from.y + ((to.y - from.y) * step) / steps - 1,
        width: 2,
        height: 2,
      }));
    });
  });
  const spans = lines.flatMap(({ placed }) =>
    placed.flatMap(({ y, from, to }) =>
      to - from > 28 ? [{ x: from, y: y - 1, width: to - from, height: 2 }] : [],
    ),
  );
  return [...dots, ...runs, ...spans];
}

export interface SeriesName {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly leader: string;
}

const far = 90;

/**
 * A name right of its last point where that lies far from the margin and the place is free; all others in the
 * margin, as near to their last point's height as the neighbours let them.
 */
export function nameSeries(
  lines: readonly SeriesLine[],
  names: readonly string[][],
  plot: Box,
  taken: Box[],
  size: number,
  measure: MeasureText,
): SeriesName[] {
  const margin = plot.x + plot.width + 14;
  const near = lines.map((line, index) => nameBeside(line, names[index]!, plot, taken, size, measure));
  for (;;) {
    const placed: (SeriesName | null)[] = near.map((name) => name?.name ?? null);
    const inMargin = nameInMargin(lines, names, plot, margin, placed);
    const crossed = near.findIndex(
      (name) => name && inMargin.some(({ way }) => way.some((box) => overlaps(box, name.box))),
    );
    if (crossed === -1) {
      taken.push(...near.flatMap((name) => (name ? [name.box] : [])));
      for (const { index, name, way } of inMargin) {
        placed[index] = name;
        taken.push(...way);
      }
      return placed.filter((name) => name !== null);
    }
    // A leader would run through this name: it moves to the margin too.
    near[crossed] = null;
  }
}

/** Right of the last point, when the margin is far and nothing is in the way. */
function nameBeside(
  line: SeriesLine,
  name: readonly string[],
  plot: Box,
  taken: readonly Box[],
  size: number,
  measure: MeasureText,
) {
  const last = line.placed.at(-1);
  if (!last) return null;
  const text = name.join(' ');
  const start = Math.max(last.x + 8, last.to + 5);
  const box: Box = { x: start, y: last.y - 7, width: measure(text, size, 'strong'), height: 14 };
  const right = plot.x + plot.width;
  const room = right - last.x > far && start + box.width < right + 30;
  if (!room || taken.some((other) => overlaps(box, other, 1))) return null;
  return { box, name: { x: round(start), y: round(last.y + 4.5), lines: [text], leader: '' } };
}

/** The names that are not placed yet, in the margin, with the boxes their leaders run through. */
function nameInMargin(
  lines: readonly SeriesLine[],
  names: readonly string[][],
  plot: Box,
  margin: number,
  placed: readonly (SeriesName | null)[],
) {
  const rest = lines.flatMap((line, index) => (placed[index] ? [] : [{ line, index }]));
  const centres = spread(
    rest.map(({ line, index }) => ({
      at: line.placed.at(-1)?.y ?? plot.y,
      size: names[index]!.length * 15.5 + 5,
    })),
    plot.y,
    plot.y + plot.height,
  );
  return rest.map(({ line, index }, order) => {
    const last = line.placed.at(-1) ?? { x: margin, y: plot.y };
    const centre = round(centres[order]!);
    const length = Math.max(2, Math.ceil(Math.hypot(margin - 10 - last.x, centre - last.y) / 6));
    const way = Array.from({ length }, (_, step) => ({
      x: last.x + 6 + ((margin - 10 - last.x) * step) / length,
      y: last.y + ((centre - last.y) * step) / length - 1,
      width: 2,
      height: 2,
    }));
    const name: SeriesName = {
      x: round(margin),
      y: round(centre + 4.5 - (names[index]!.length - 1) * 7.75),
      lines: names[index]!,
      leader: `M${round(last.x + 6)} ${last.y}L${round(margin - 10)} ${centre}H${round(margin - 3)}`,
    };
    return { index, name, way };
  });
}
