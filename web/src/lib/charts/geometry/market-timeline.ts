import { extent } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import { overlaps, round, type Box } from './box.ts';
import { logTicks } from './log-ticks.ts';
import { nameSeries, obstacles, type SeriesDot } from './series-names.ts';
import { labelSize, wrapClipped, type MeasureText } from './text.ts';
import { yearMiddle, yearSpan } from './time.ts';

export interface MarketPoint {
  readonly key: string;
  readonly date: string;
  readonly value: number;
  readonly href?: string;
  readonly title?: string;
  /** Low reliability of its source. */
  readonly hollow?: boolean;
}

export interface MarketSeries {
  readonly key: string;
  readonly label: string;
  readonly points: readonly MarketPoint[];
  /** Context: in grey. */
  readonly quiet?: boolean;
}

export interface MarketOptions {
  readonly width: number;
  readonly money: (value: number) => string;
  readonly measure: MeasureText;
}

export interface PlacedPoint extends SeriesDot {
  readonly point: MarketPoint;
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'middle' | 'end';
    readonly text: string;
  } | null;
}

/** Money over time on a logarithmic scale; a series is named at its last point, its points valued where it fits. */
export function marketTimeline(series: readonly MarketSeries[], options: MarketOptions) {
  const { width, money, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const values = series.flatMap(({ points }) => points.map(({ value }) => value));
  const [low = 1, high = 10] = extent(values);
  const spans = series.flatMap(({ points }) => points.map(({ date }) => yearSpan(date)));
  const [first = 2020, last = 2021] = extent(spans.flatMap(({ from, to }) => [from, to]));
  const tickValues = logTicks(low / 1.6, high * 1.6);
  // On a phone the scale's labels stand on their lines, inside the plot.
  const left = narrow ? 0 : Math.max(...tickValues.map((value) => measure(money(value), size)), 20) + 10;
  // A lone point has its value under its name; on a phone there is room for the name alone.
  const names = series.map(({ label, points }) => [
    ...wrapClipped(label, narrow ? 92 : 150, size, measure, 2, 'strong'),
    ...(points.length === 1 && !narrow ? [money(points[0]!.value)] : []),
  ]);
  const nameRoom = Math.max(...names.flat().map((line) => measure(line, size, 'strong')));
  const right = width - nameRoom - 18;
  const bottom = narrow ? 420 : 440;
  const plot: Box = { x: left, y: 12, width: round(right - left), height: bottom - 12 };
  const x = scaleLinear()
    .domain(
      // Within a year there would be no year to name on the axis.
      last - first < 1.25 ? [Math.floor(first), Math.ceil(last)] : [first, last],
    )
    .range([left + 20, right - (narrow ? 6 : 60)]);
  const y = scaleLog()
    .domain([low / 1.6, high * 1.6])
    .range([bottom, 12]);
  const lines = series.map((one) => ({
    series: one,
    placed: one.points
      .toSorted((a, b) => yearMiddle(a.date) - yearMiddle(b.date) || a.value - b.value)
      .map((point) => ({
        point,
        x: round(x(yearMiddle(point.date))),
        y: round(y(point.value)),
        from: round(x(yearSpan(point.date).from)),
        to: round(x(yearSpan(point.date).to)),
        joined: point.date.length > 4,
      })),
  }));
  const yTicks = tickValues.map((value) => ({ y: round(y(value)), label: money(value) }));
  const onLines = narrow
    ? yTicks.map((tick) => ({ x: 0, y: tick.y - 16, width: measure(tick.label, size), height: 14 }))
    : [];
  const taken = [...obstacles(lines), ...onLines];
  const labels = nameSeries(lines, names, plot, taken, size, measure);
  return {
    height: bottom + 30,
    plot,
    narrow,
    yTicks,
    xTicks: x
      .ticks(Math.max(2, Math.floor(plot.width / 56)))
      .filter(Number.isInteger)
      .map((year) => ({ x: round(x(year)), label: String(year) })),
    series: valuePoints(lines, plot, taken, size, options).map((placed, index) => ({
      series: series[index]!,
      path: pathOf(placed),
      points: placed,
      label: labels[index]!,
    })),
  };
}

type Line = { series: MarketSeries; placed: Omit<PlacedPoint, 'label'>[] };

/** A line through the points whose month is known; a year alone says nothing of their order. */
function pathOf(points: readonly Omit<PlacedPoint, 'label'>[]): string {
  return points
    .filter(({ joined }) => joined)
    .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`)
    .join('');
}

/** Values beside points: last points first, each in the first free place above, below, left or right, or not at all. */
function valuePoints(
  lines: readonly Line[],
  plot: Box,
  taken: Box[],
  size: number,
  { money, measure }: MarketOptions,
): PlacedPoint[][] {
  const order = lines
    .flatMap(({ series, placed }, line) =>
      placed.map((point, at) => ({
        line,
        at,
        quiet: series.quiet ?? false,
        fromLast: placed.length - at,
        point,
      })),
    )
    .filter(({ quiet, line }) => !quiet || lines[line]!.placed.length > 1)
    .toSorted((a, b) => a.fromLast - b.fromLast);
  const found = new Map<string, PlacedPoint['label']>();
  for (const { line, at, point } of order) {
    const text = money(point.point.value);
    const own = measure(text, size);
    const places = [
      { anchor: 'middle' as const, x: point.x, y: point.y - 9 },
      { anchor: 'middle' as const, x: point.x, y: point.y + 18 },
      { anchor: 'end' as const, x: point.x - 8, y: point.y + 4.5 },
      { anchor: 'start' as const, x: point.x + 8, y: point.y + 4.5 },
      { anchor: 'end' as const, x: point.x - 5, y: point.y - 9 },
      { anchor: 'start' as const, x: point.x + 5, y: point.y - 9 },
      { anchor: 'end' as const, x: point.x - 5, y: point.y + 18 },
      { anchor: 'start' as const, x: point.x + 5, y: point.y + 18 },
      { anchor: 'middle' as const, x: point.x, y: point.y + 31 },
    ];
    for (const place of places) {
      const start =
        place.anchor === 'middle' ? place.x - own / 2 : place.anchor === 'end' ? place.x - own : place.x;
      const box: Box = { x: start, y: place.y - size + 2, width: own, height: size };
      const inside =
        start >= plot.x &&
        start + own <= plot.x + plot.width + 6 &&
        box.y >= plot.y - 10 &&
        place.y <= plot.y + plot.height;
      if (!inside || taken.some((other) => overlaps(box, other, 1))) continue;
      taken.push(box);
      found.set(`${line} ${at}`, { ...place, x: round(place.x), y: round(place.y), text });
      break;
    }
  }
  return lines.map(({ placed }, line) =>
    placed.map((point, at) => ({ ...point, label: found.get(`${line} ${at}`) ?? null })),
  );
}
