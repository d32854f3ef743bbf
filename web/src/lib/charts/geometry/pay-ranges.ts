import { quantile } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { round, type Box } from './box.ts';
import { packLanes } from './lanes.ts';
import { placeBar, type PayObservationMark } from './pay-bar.ts';
import { labelSize, wrapClipped, wrapText, type MeasureText } from './text.ts';

export interface PayRow {
  readonly id: string;
  readonly label: string;
  readonly href?: string;
  readonly sector: string;
  readonly n: number;
  readonly market?: {
    readonly median: number;
    readonly p10?: number | null;
    readonly p90?: number | null;
    /** The median is a lower bound, so the premium over it is an upper one. */
    readonly topCoded?: boolean;
  } | null;
  readonly observations: readonly PayObservationMark[];
  /** The quartiles of many rates, where they are not drawn one by one. */
  readonly middle?: { readonly low: number; readonly high: number } | null;
  /** Median of the typical values. */
  readonly offered?: number | null;
  readonly premium?: number | null;
  /** The offered median rests on so few rates that it is drawn hollow. */
  readonly few?: boolean;
  /** Why nothing is drawn. */
  readonly suppressed?: string;
}

export interface PayOptions {
  readonly width: number;
  /** In order of drawing; rows of a sector keep the order they come in. Without sectors the rows are not grouped. */
  readonly sectors: readonly { readonly key: string; readonly label: string }[];
  readonly heads: { readonly n: string; readonly offered: string; readonly premium: string };
  readonly rate: (value: number) => string;
  readonly premium: (value: number, bounded: boolean) => string;
  readonly count: (value: number) => string;
  readonly measure: MeasureText;
}

const dotRadius = 4;

/** A chart so tall that its scale is out of sight at its end says it there again. */
const tall = 700;
const footRoom = 20;

type Scale = ScaleLinear<number, number>;

const keyOf = { wide: { row: 34, pitch: 5.5, most: 66 }, narrow: { row: 26, pitch: 5.5, most: 56 } };

/** One row a profession: the market band, every published rate over it, the offered median, the premium. */
export function payRanges(rows: readonly PayRow[], options: PayOptions) {
  const columns = payColumns(rows, options);
  const x = payScale(rows).range([columns.plot.left, columns.plot.right]);
  const headY = columns.narrow ? 34 : 13;
  const plotTop = headY + 9;
  const headings: { label: string; y: number }[] = [];
  const marks: ReturnType<typeof placeRow>[] = [];
  const cuts: number[] = [];
  let y = plotTop;
  const groups = options.sectors.length > 0 ? options.sectors : [{ key: null, label: '' }];
  for (const group of groups) {
    const members = rows.filter((row) => group.key === null || row.sector === group.key);
    if (members.length === 0) continue;
    if (group.label !== '') {
      y += headings.length > 0 ? 10 : 0;
      cuts.push(y);
      headings.push({ label: group.label, y: y + 17 });
      y += 26;
    }
    for (const [index, row] of members.entries()) {
      if (index > 0) cuts.push(y);
      const mark = placeRow(row, y, x, columns, options);
      marks.push(mark);
      y += mark.box.height;
    }
  }
  return {
    narrow: columns.narrow,
    height: round(y + 6 + (y > tall ? footRoom : 0)),
    plot: {
      x: columns.plot.left,
      y: plotTop,
      width: columns.plot.right - columns.plot.left,
      height: round(y - plotTop),
    },
    ticks: x
      .ticks(columns.narrow ? 4 : 6)
      .map((value) => ({ x: round(x(value)), label: options.rate(value) })),
    tickY: headY,
    footY: y > tall ? round(y + 16) : null,
    headY: 13,
    heads: [
      ...(columns.narrow ? [] : [{ x: columns.n, label: options.heads.n, accent: false }]),
      { x: columns.offered, label: options.heads.offered, accent: true },
      { x: columns.premium, label: options.heads.premium, accent: false },
    ],
    headings,
    marks,
    /** Between rows, and over headings: where the drawing may go on overleaf. */
    cuts,
  };
}

function payColumns(rows: readonly PayRow[], { width, heads, measure }: PayOptions) {
  const narrow = width < 480;
  const size = labelSize(width);
  const column = (label: string, least: number) =>
    label === '' ? 0 : Math.max(least, measure(label, size)) + 14;
  const offered = width - column(heads.premium, 52);
  const longest = Math.max(...rows.map(({ label }) => measure(label, size)), 0);
  const name = narrow ? width : Math.min(0.27 * width, longest + 2);
  const n = name + 12 + Math.max(measure(heads.n, size), 22);
  return {
    narrow,
    size,
    name,
    n: round(n),
    offered: round(offered),
    premium: width,
    plot: narrow
      ? { left: 12, right: width - 18 }
      : { left: round(n + 22), right: round(offered - column(heads.offered, 40) - 4) },
  };
}

/** From zero to what all but the last twentieth of the upper ends need; beyond it ranges run out of the plot. */
function payScale(rows: readonly PayRow[]): Scale {
  const ends = rows.flatMap((row) =>
    row.observations.flatMap(({ high, low, typical }) => [high ?? typical ?? low ?? 0]),
  );
  const must = rows.flatMap(({ offered, market }) => [offered ?? 0, market?.median ?? 0, market?.p90 ?? 0]);
  return scaleLinear().domain([0, Math.max(1, quantile(ends, 0.95) ?? 0, ...must) * 1.02]);
}

function placeRow(
  row: PayRow,
  top: number,
  x: Scale,
  columns: ReturnType<typeof payColumns>,
  options: PayOptions,
) {
  const { narrow, size } = columns;
  const rest = narrow ? keyOf.narrow : keyOf.wide;
  const bars = row.suppressed ? [] : placeObservations(row.observations, x);
  const lanes = Math.max(1, ...bars.map(({ lane }) => lane + 1));
  const pitch = Math.min(rest.pitch, rest.most / lanes);
  const strip = Math.max(rest.row - 12, lanes * pitch + 6);
  const offered = row.suppressed || row.offered == null ? '' : options.rate(row.offered);
  const premium =
    row.suppressed || row.premium == null ? '' : options.premium(row.premium, row.market?.topCoded ?? false);
  const values = narrow ? [offered, premium].filter(Boolean).join('  ') : '';
  const nText = narrow ? `${options.heads.n} ${options.count(row.n)}` : options.count(row.n);
  const nameRoom = narrow
    ? options.width - options.measure(values, size) - options.measure(nText, size) - 26
    : columns.name;
  const lines = narrow
    ? wrapText(row.label, nameRoom, size, options.measure)
    : wrapClipped(row.label, columns.name, size, options.measure, 2);
  const head = narrow ? lines.length * 16 + 6 : 0;
  const height = round(narrow ? head + strip + 12 : Math.max(strip + 12, lines.length * 15.5 + 8));
  const middle = narrow ? top + head + strip / 2 : top + height / 2;
  const band: Box = { x: 0, y: round(middle - strip / 2), width: 0, height: round(strip) };
  const textY = round(narrow ? top + 13 : middle + 4.5 - (lines.length - 1) * 7.75);
  const lastName = options.measure(lines.at(-1) ?? '', size);
  return {
    row,
    box: { x: 0, y: round(top), width: options.width, height },
    label: { x: 0, y: textY, lines },
    n: narrow
      ? { x: round(lastName + 8), y: textY + (lines.length - 1) * 15.5, text: nText }
      : { x: columns.n, y: round(middle + 4.5), text: nText },
    offeredText: {
      x: narrow
        ? round(columns.premium - (premium === '' ? 0 : options.measure(premium, size) + 10))
        : columns.offered,
      y: narrow ? textY : round(middle + 4.5),
      text: offered,
    },
    premiumText: { x: columns.premium, y: narrow ? textY : round(middle + 4.5), text: premium },
    strip: { y: band.y, height: band.height },
    market: placeMarket(row, band, x),
    middle:
      row.middle == null || row.suppressed
        ? null
        : {
            x: round(x(row.middle.low)),
            y: round(middle - 5),
            width: round(x(row.middle.high) - x(row.middle.low)),
            height: 10,
          },
    bars: bars.map(({ lane, ...bar }) => ({ ...bar, y: round(middle + (lane - (lanes - 1) / 2) * pitch) })),
    offered: offered === '' ? null : round(x(row.offered ?? 0)),
    hatched: row.suppressed
      ? {
          x: columns.plot.left,
          y: band.y,
          width: round(columns.plot.right - columns.plot.left),
          height: band.height,
          reason: row.suppressed,
        }
      : null,
  };
}

function placeMarket(row: PayRow, band: Box, x: Scale) {
  if (!row.market) return null;
  const { p10, p90, median } = row.market;
  const from = x(p10 ?? median);
  return {
    box: { ...band, x: round(from), width: round(x(p90 ?? median) - from) },
    median: round(x(median)),
    /** The upper end is not known: the band is left open. */
    open: p90 == null,
  };
}

function placeObservations(observations: readonly PayObservationMark[], x: Scale) {
  const bars = observations
    .map((observation) => placeBar(observation, x))
    .filter((bar) => bar !== null)
    .toSorted((a, b) => a.x1 - b.x1 || a.x2 - b.x2);
  const lanes = packLanes(
    bars.map(({ x1, x2, dot }) => ({
      from: Math.min(x1, (dot ?? x1) - dotRadius),
      to: Math.max(x2, (dot ?? x2) + dotRadius),
    })),
    3,
  );
  return bars.map((bar, index) => ({ ...bar, lane: lanes[index]! }));
}
