import { round, type Box } from './box.ts';
import { spread } from './spread.ts';
import { wrapText, type MeasureText } from './text.ts';

// Without d3: the browser moves the top fraction with what stands here.

export interface SharePoint {
  readonly populationShare: number;
  readonly measureShare: number;
}

/** A curve, as far as its top fraction goes. */
export interface TopSeries {
  readonly label: string;
  readonly points: readonly SharePoint[];
  /** Share of the measure that the top fraction holds; read off the curve where it is not given. */
  readonly topShare?: number | null;
  /** How many contributors: the top is of whole ones, the fraction rounded up. */
  readonly n?: number;
}

export interface TopOptions {
  readonly width: number;
  readonly plot: Box;
  /** Where the words under the axis end. */
  readonly axisEnd: number;
  /** The top fraction that is shaded, 0 to 1. */
  readonly top: number;
  /** What its share is said to be, with `{top}` for the fraction in percent. */
  readonly topLabel: string;
  readonly share: (value: number, decimals?: number) => string;
  readonly measure: MeasureText;
  /** Of labels. */
  readonly size: number;
}

/** The measure's share below a share of the population, by linear interpolation. */
export function measureShareAt(points: readonly SharePoint[], share: number): number {
  const after = points.findIndex((point) => point.populationShare >= share);
  const right = points[after];
  const left = points[after - 1];
  if (!right || !left) return right?.measureShare ?? 1;
  const step = right.populationShare - left.populationShare;
  const way = step === 0 ? 1 : (share - left.populationShare) / step;
  return left.measureShare + way * (right.measureShare - left.measureShare);
}

/** Where one curve meets the edge of the top fraction, and how much lies above. */
export function topShareOf({ points, topShare, n }: TopSeries, top: number): number {
  if (topShare != null) return topShare;
  const people = n ? Math.min(1, Math.ceil(top * n * (1 - 2 * Number.EPSILON)) / n) : top;
  return 1 - measureShareAt(points, 1 - people);
}

/** A share in percent, with a decimal only where it has one. */
export const writeTop = (top: number, share: TopOptions['share']): string =>
  share(top, Math.abs(top * 100 - Math.round(top * 100)) < 1e-9 ? 0 : 1);

/** The top fraction on a square of curves: its strip, where each curve enters it, and what its shares are said to be. */
export function lorenzTop(series: readonly TopSeries[], options: TopOptions) {
  const { plot, top, width, size, axisEnd } = options;
  const x = round(plot.x + (1 - top) * plot.width);
  const words = options.topLabel.replace('{top}', writeTop(top, options.share));
  const narrow = width < 480;
  const single = series.length <= 1;
  const beside = !narrow && !single;
  const curves = series.map((one) => ({
    series: one,
    share: topShareOf(one, top),
    edge: { x, y: round(plot.y + (1 - measureShareAt(one.points, 1 - top)) * plot.height) },
  }));
  const key = narrow && !single ? keyBelow(curves, axisEnd + 38, options, size) : [];
  return {
    strip: { x, y: plot.y, width: round(top * plot.width), height: plot.height },
    words,
    curves,
    labels: beside ? labelsBeside(curves, plot, width, options, size) : [],
    key,
    keyHead: beside
      ? { x: round(plot.x + plot.width + 26), y: plot.y + 10 }
      : { x: 0, y: round(axisEnd + 19) },
    written: single && curves[0] ? placeShare(curves[0], words, plot, options, size) : null,
  };
}

type PlacedCurve = { series: TopSeries; share: number; edge: { x: number; y: number } };

export interface CurveLabel {
  readonly index: number;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** From the curve to its label. */
  readonly leader: string;
}

/** Right of the plot, each as near as can be to where its curve enters the shaded fraction. */
function labelsBeside(
  curves: readonly PlacedCurve[],
  plot: Box,
  width: number,
  options: TopOptions,
  size: number,
): CurveLabel[] {
  const x = plot.x + plot.width + 26;
  const lines = curves.map((curve) => [
    ...wrapText(curve.series.label, width - x, size, options.measure, 'strong'),
    options.share(curve.share, 1),
  ]);
  const centres = spread(
    curves.map((curve, index) => ({ at: curve.edge.y, size: lines[index]!.length * 15.5 + 8 })),
    // The first line of the column says what the numbers are.
    plot.y + 22,
    plot.y + plot.height + 10,
  );
  return curves.map((curve, index) => {
    const y = round(centres[index]!);
    return {
      index,
      lines: lines[index]!,
      x,
      y: round(y - (lines[index]!.length - 1) * 7.75 + 4.5),
      leader: `M${curve.edge.x} ${curve.edge.y}H${round(plot.x + plot.width + 4)}L${x - 5} ${y}`,
    };
  });
}

/** On a phone a key below the axis, most equal curve first: the margin is too thin for names. */
function keyBelow(
  curves: readonly PlacedCurve[],
  top: number,
  { share, width, measure }: TopOptions,
  size: number,
): CurveLabel[] {
  const order = curves.map((_, index) => index).sort((a, b) => curves[a]!.share - curves[b]!.share);
  let y = top;
  return order.map((index) => {
    const curve = curves[index]!;
    const lines = wrapText(
      `${curve.series.label} ${share(curve.share, 1)}`,
      width - 26,
      size,
      measure,
      'strong',
    );
    const placed = { index, lines, x: 26, y: round(y), leader: `M0 ${round(y - 4.5)}h18` };
    y += lines.length * 15.5 + 4;
    return placed;
  });
}

/** The share of the top fraction, written in its strip, or left of it where the strip is too thin. */
function placeShare(curve: PlacedCurve, words: string, plot: Box, options: TopOptions, small: number) {
  const text = options.share(curve.share, 0);
  const strip = options.top * plot.width;
  const size = plot.width < 400 ? 19 : 26;
  const numberWidth = options.measure(text, size, 'strong');
  const fits = numberWidth <= strip - 4;
  const baseline = round(plot.y + size + 8);
  const wordsX = round(curve.edge.x - (fits ? 8 : 16 + numberWidth));
  const lines = wrapText(words, wordsX - plot.x - 6, small, options.measure);
  return {
    number: {
      x: round(fits ? curve.edge.x + strip / 2 : curve.edge.x - 8),
      y: baseline,
      anchor: fits ? ('middle' as const) : ('end' as const),
      lines: [text],
      size,
    },
    words: {
      x: wordsX,
      y: round(baseline - (lines.length - 1) * 8),
      anchor: 'end' as const,
      lines,
    },
    box: { x: curve.edge.x, y: plot.y, width: round(strip), height: round(curve.edge.y - plot.y) },
  };
}
