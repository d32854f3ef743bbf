import { area, line } from 'd3-shape';
import { scaleLinear } from 'd3-scale';
import { round, type Box } from './box.ts';
import { lorenzTop, measureShareAt, type SharePoint, type TopSeries } from './lorenz-top.ts';
import { labelSize, wrapText, type MeasureText } from './text.ts';

export interface LorenzPoint extends SharePoint {
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface LorenzSeries extends TopSeries {
  readonly key: string;
  readonly points: readonly LorenzPoint[];
  /** Low reliability: the curve is dashed. */
  readonly hollow?: boolean;
  /** Why there is no curve. */
  readonly suppressed?: string;
}

export interface LorenzOptions {
  readonly width: number;
  /** The top fraction that is shaded, and what its share is said to be, with `{top}` for it in percent. */
  readonly top: number;
  readonly topLabel: string;
  readonly axes: { readonly x: string; readonly y: string };
  readonly share: (value: number, decimals?: number) => string;
  readonly measure: MeasureText;
}

/** A Lorenz polygon and its band as paths in a box. */
export function lorenzPaths(points: readonly LorenzPoint[], box: Box, digits = 2) {
  const x = scaleLinear().range([box.x, box.x + box.width]);
  const y = scaleLinear().range([box.y + box.height, box.y]);
  const curve = line<LorenzPoint>(
    (point) => x(point.populationShare),
    (point) => y(point.measureShare),
  ).digits(digits);
  const banded = points.filter((point) => point.low != null && point.high != null);
  const band = area<LorenzPoint>(
    (point) => x(point.populationShare),
    (point) => y(point.low ?? 0),
    (point) => y(point.high ?? 0),
  ).digits(digits);
  return { curve: curve(points) ?? '', band: banded.length > 1 ? band(banded) : null };
}

/** How finely a reader walks a curve: at each tenth of the contributors. */
const walked = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Curves on a square, with the top fraction's share read off its edge; those that are suppressed are left out. */
export function lorenzCurve(all: readonly LorenzSeries[], options: LorenzOptions) {
  const series = all.filter(({ suppressed }) => suppressed === undefined);
  const { width, top, topLabel, share, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const beside = !narrow && series.length > 1;
  const left = 50;
  const side = Math.min(width - left - (beside ? 230 : narrow ? 22 : 24), narrow ? 320 : 520);
  const title = wrapText(options.axes.y, width - 10, size, options.measure);
  const plot: Box = { x: left, y: title.length * 15.5 + 12, width: round(side), height: round(side) };
  const x = (value: number) => round(plot.x + value * plot.width);
  const y = (value: number) => round(plot.y + (1 - value) * plot.height);
  const xTitle = wrapText(options.axes.x, plot.width + 10, size, options.measure);
  const bottom = plot.y + plot.height;
  const axisEnd = round(bottom + 42 + (xTitle.length - 1) * 15.5);
  const tops = lorenzTop(series, { width, plot, axisEnd, top, topLabel, share, measure, size });
  const last = tops.key.at(-1);
  return {
    narrow,
    plot,
    axisEnd,
    height: round(last ? last.y + (last.lines.length - 1) * 15.5 + 8 : axisEnd),
    equality: { x1: x(0), y1: y(0), x2: x(1), y2: y(1) },
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => ({
      x: x(value),
      y: y(value),
      label: options.share(value, 0),
    })),
    xTitle: { x: plot.x, y: bottom + 36, lines: xTitle },
    yTitle: { x: 0, y: 13, lines: title },
    // With nothing to draw, the square is hatched and says why.
    reason:
      series.length === 0
        ? {
            x: round(plot.x + plot.width / 2),
            y: round(plot.y + plot.height / 2),
            anchor: 'middle' as const,
            lines: wrapText(all[0]?.suppressed ?? '', plot.width - 30, size + 2, measure),
          }
        : null,
    curves: series.map((one) => ({
      series: one,
      /** Its colour goes by its place among all. */
      index: all.indexOf(one),
      ...lorenzPaths(one.points, plot),
      stops: walked.map((at) => {
        const point = one.points.find(({ populationShare }) => Math.abs(populationShare - at) < 1e-9);
        const measureShare = measureShareAt(one.points, at);
        return {
          point: point ?? { populationShare: at, measureShare },
          x: x(at),
          y: y(measureShare),
        };
      }),
    })),
    tops,
  };
}
