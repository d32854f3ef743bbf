import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { round } from './box.ts';
import { spread } from './spread.ts';
import { labelSize, type MeasureText } from './text.ts';

/** What an occupation earned an hour in one year. */
export interface WageYear {
  readonly year: number;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  /** A percentile that is missing lies above what was published. */
  readonly topCoded: boolean;
}

export interface WageOptions {
  readonly width: number;
  readonly names: {
    readonly p90: string;
    readonly median: string;
    readonly p10: string;
    readonly offered: string;
  };
  /** What is offered now for training AI. */
  readonly offered?: number | null;
  readonly rate: (value: number) => string;
  readonly measure: MeasureText;
}

const plotHeight = { narrow: 200, wide: 260 };

/** Years ascending: the band from the 10th to the 90th percentile, the middle half in it, the median as a line. */
export function wageBand(years: readonly WageYear[], options: WageOptions) {
  const { width, names, offered, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const known = years.filter(({ median }) => median !== null);
  const last = known.at(-1);
  const ends = endsOf(last, names, offered ?? null, options.rate);
  const labelRoom = Math.max(0, ...ends.map(({ text }) => measure(text, size, 'strong'))) + 16;
  const left = 44;
  const right = round(width - labelRoom);
  const top = 12;
  const base = top + (narrow ? plotHeight.narrow : plotHeight.wide);
  const most = Math.max(
    1,
    offered ?? 0,
    ...known.flatMap(({ median, p90, p75 }) => [median ?? 0, p90 ?? 0, p75 ?? 0]),
  );
  const first = known[0]?.year ?? 0;
  const x = scaleLinear()
    .domain([first, Math.max(first + 1, last?.year ?? 0)])
    .range([left + 14, right - 14]);
  const y = scaleLinear().domain([0, most]).nice(5).range([base, top]);
  const span = (low: (year: WageYear) => number | null, high: (year: WageYear) => number | null) =>
    area<WageYear>()
      .defined((year) => low(year) !== null && high(year) !== null)
      .x((year) => round(x(year.year)))
      .y0((year) => round(y(low(year)!)))
      .y1((year) => round(y(high(year)!)))([...known]) ?? '';
  const centres = spread(
    ends.map(({ value }) => ({ at: y(value), size: 17 })),
    top,
    base,
  );
  const step = known.length > 1 ? (right - left - 28) / (known.length - 1) : right - left;
  return {
    narrow,
    height: base + 26,
    plot: { x: left, y: top, width: right - left, height: base - top },
    base,
    left,
    right,
    // Where the upper end is not published the band ends at the highest percentile that is.
    outer: span(
      ({ p10 }) => p10,
      ({ p90, p75, median }) => p90 ?? p75 ?? median,
    ),
    inner: span(
      ({ p25 }) => p25,
      ({ p75 }) => p75,
    ),
    median:
      line<WageYear>()
        .x((year) => round(x(year.year)))
        .y((year) => round(y(year.median!)))([...known]) ?? '',
    rows: y.ticks(5).map((value) => ({ y: round(y(value)), label: options.rate(value) })),
    columns: known.map(({ year }) => ({
      x: round(x(year)),
      label: step < measure('2025', size) + 8 ? `’${String(year).slice(2)}` : String(year),
    })),
    marks: known.map((year) => ({
      year,
      x: round(x(year.year)),
      y: round(y(year.median!)),
      box: { x: round(x(year.year) - step / 2), y: top, width: round(step), height: base - top },
      /** The top of the band, where it runs on beyond what is published. */
      open: year.p90 === null && year.topCoded ? round(y(year.p75 ?? year.median!)) : null,
    })),
    offered: offered == null ? null : { x1: left, x2: right, y: round(y(offered)) },
    ends: ends.map((end, index) => ({ ...end, x: right + 10, y: round(centres[index]! + 4.5) })),
  };
}

function endsOf(
  last: WageYear | undefined,
  names: WageOptions['names'],
  offered: number | null,
  rate: WageOptions['rate'],
) {
  const of = (key: keyof WageOptions['names'], value: number | null | undefined) =>
    value == null ? [] : [{ key, value, text: `${names[key]} ${rate(value)}` }];
  return [
    ...of('p90', last?.p90),
    ...of('offered', offered),
    ...of('median', last?.median),
    ...of('p10', last?.p10),
  ];
}
