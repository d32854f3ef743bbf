import { area, line } from 'd3-shape';
import { scaleLinear } from 'd3-scale';
import { round, type Box } from './box.ts';
import { spread } from './spread.ts';
import { labelSize, wrapText, type MeasureText } from './text.ts';

export interface LorenzPoint {
  readonly populationShare: number;
  readonly measureShare: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface LorenzSeries {
  readonly key: string;
  readonly label: string;
  readonly points: readonly LorenzPoint[];
  /** Share of the measure that the top fraction holds; read off the curve where it is not given. */
  readonly topShare?: number | null;
  /** Low reliability: the curve is dashed. */
  readonly hollow?: boolean;
}

export interface LorenzOptions {
  readonly width: number;
  /** The top fraction that is shaded, and what its share is said to be. */
  readonly top: number;
  readonly topLabel: string;
  readonly axes: { readonly x: string; readonly y: string };
  readonly share: (value: number, decimals?: number) => string;
  readonly measure: MeasureText;
}

/** A Lorenz polygon and its band as paths in a box. */
export function lorenzPaths(points: readonly LorenzPoint[], box: Box) {
  const x = scaleLinear().range([box.x, box.x + box.width]);
  const y = scaleLinear().range([box.y + box.height, box.y]);
  const curve = line<LorenzPoint>(
    (point) => x(point.populationShare),
    (point) => y(point.measureShare),
  ).digits(2);
  const banded = points.filter((point) => point.low != null && point.high != null);
  const band = area<LorenzPoint>(
    (point) => x(point.populationShare),
    (point) => y(point.low ?? 0),
    (point) => y(point.high ?? 0),
  ).digits(2);
  return { curve: curve(points) ?? '', band: banded.length > 1 ? band(banded) : null };
}

/** The measure's share below a share of the population, by linear interpolation. */
export function measureShareAt(points: readonly LorenzPoint[], share: number): number {
  const after = points.findIndex((point) => point.populationShare >= share);
  const right = points[after];
  const left = points[after - 1];
  if (!right || !left) return right?.measureShare ?? 1;
  const step = right.populationShare - left.populationShare;
  const way = step === 0 ? 1 : (share - left.populationShare) / step;
  return left.measureShare + way * (right.measureShare - left.measureShare);
}

/** Where one curve meets the edge of the top fraction, and how much lies above. */
export const topShareOf = (series: LorenzSeries, top: number): number =>
  series.topShare ?? 1 - measureShareAt(series.points, 1 - top);

/** Curves on a square, with the top fraction's share read off its edge. */
export function lorenzCurve(series: readonly LorenzSeries[], options: LorenzOptions) {
  const { width, top } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const beside = !narrow && series.length > 1;
  const left = 50;
  const side = Math.min(width - left - (beside ? 230 : narrow ? 22 : 24), narrow ? 320 : 520);
  const title = wrapText(options.axes.y, width - 10, size, options.measure);
  const plot: Box = { x: left, y: title.length * 15.5 + 12, width: round(side), height: round(side) };
  const x = (share: number) => round(plot.x + share * plot.width);
  const y = (share: number) => round(plot.y + (1 - share) * plot.height);
  const xTitle = wrapText(options.axes.x, plot.width + 10, size, options.measure);
  const bottom = plot.y + plot.height;
  const axisEnd = bottom + 42 + (xTitle.length - 1) * 15.5;
  const curves = series.map((one) => {
    const share = topShareOf(one, top);
    return {
      series: one,
      ...lorenzPaths(one.points, plot),
      share,
      edge: { x: x(1 - top), y: y(measureShareAt(one.points, 1 - top)) },
    };
  });
  const key = narrow && series.length > 1 ? keyBelow(curves, axisEnd + 38, options, size) : [];
  const last = key.at(-1);
  return {
    narrow,
    plot,
    height: round(last ? last.y + (last.lines.length - 1) * 15.5 + 8 : axisEnd),
    strip: { x: x(1 - top), y: plot.y, width: round(top * plot.width), height: plot.height },
    equality: { x1: x(0), y1: y(0), x2: x(1), y2: y(1) },
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => ({
      x: x(value),
      y: y(value),
      label: options.share(value, 0),
    })),
    xTitle: { x: plot.x, y: bottom + 36, lines: xTitle },
    yTitle: { x: 0, y: 13, lines: title },
    curves,
    labels: beside ? labelsBeside(curves, plot, width, options, size) : [],
    key,
    keyHead: beside
      ? { x: round(plot.x + plot.width + 26), y: plot.y + 10 }
      : { x: 0, y: round(axisEnd + 19) },
    written: series.length === 1 ? placeShare(curves[0]!, plot, options, size) : null,
  };
}

type PlacedCurve = { series: LorenzSeries; share: number; edge: { x: number; y: number } };

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
  options: LorenzOptions,
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
  { share, width, measure }: LorenzOptions,
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
function placeShare(curve: PlacedCurve, plot: Box, options: LorenzOptions, small: number) {
  const text = options.share(curve.share, 0);
  const strip = options.top * plot.width;
  const size = plot.width < 400 ? 19 : 26;
  const numberWidth = options.measure(text, size, 'strong');
  const fits = numberWidth <= strip - 4;
  const baseline = round(plot.y + size + 8);
  const wordsX = round(curve.edge.x - (fits ? 8 : 16 + numberWidth));
  const words = wrapText(options.topLabel, wordsX - plot.x - 6, small, options.measure);
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
      y: round(baseline - (words.length - 1) * 8),
      anchor: 'end' as const,
      lines: words,
    },
    box: { x: curve.edge.x, y: plot.y, width: round(strip), height: round(curve.edge.y - plot.y) },
  };
}
