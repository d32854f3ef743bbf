import { max } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { round } from './box.ts';
import { labelSize, wrapText, type MeasureText } from './text.ts';

export interface AdvertisedBand {
  readonly key: string;
  readonly label: string;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly median?: number | null;
}

export interface RateOptions {
  readonly width: number;
  /** Rates at evenly spaced probabilities from 0 to 1. */
  readonly quantiles: readonly number[];
  readonly advertised: readonly AdvertisedBand[];
  readonly rate: (value: number) => string;
  readonly share: (value: number) => string;
  /** Words of the marked quantiles and of the axis. */
  readonly names: {
    readonly p25: string;
    readonly median: string;
    readonly p75: string;
    readonly axis: string;
  };
  readonly measure: MeasureText;
}

type Scale = ScaleLinear<number, number>;

const barsHeight = 150;
const leading = 15.5;
const quartiles = [
  ['p25', 0.25],
  ['median', 0.5],
  ['p75', 0.75],
] as const;

/** The rate at a probability, between the nearest two that are known. */
export function rateAt(quantiles: readonly number[], probability: number): number {
  const place = probability * (quantiles.length - 1);
  const below = Math.floor(place);
  const left = quantiles[below] ?? 0;
  return left + (place - below) * ((quantiles[below + 1] ?? left) - left);
}

/** The share of rates below one rate: the inverse of `rateAt`. */
export function shareBelow(quantiles: readonly number[], rate: number): number {
  const last = quantiles.length - 1;
  const after = quantiles.findIndex((quantile) => quantile >= rate);
  if (after === -1) return 1;
  if (after === 0) return 0;
  const right = quantiles[after]!;
  const left = quantiles[after - 1]!;
  return (after - 1 + (right === left ? 1 : (rate - left) / (right - left))) / last;
}

/** Realised rates as a histogram with a rug of percentiles, under the bands that were advertised. */
export function rateHistogram(options: RateOptions) {
  const { width, quantiles, advertised, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const left = 14;
  const right = width - 18;
  const known = max(advertised, ({ low, high, median }) => Math.max(low ?? 0, high ?? 0, median ?? 0)) ?? 0;
  const reach = Math.max(rateAt(quantiles, 0.98), known) || 1;
  const x = scaleLinear()
    .domain([0, reach])
    .range([left, right])
    .nice(narrow ? 4 : 8);
  const bands = placeBands(advertised, x, width, size, measure);
  const base = round(bands.height + 26 + barsHeight);
  const bars = placeBars(quantiles, x, base, narrow ? 14 : 28);
  const marks = placeQuartiles(options, x, base + 50, size);
  const axis = wrapText(options.names.axis, width - left, size, measure);
  const peak = bars.reduce((a, b) => (b.share > a.share ? b : a));
  return {
    height: round(marks.bottom + 6 + axis.length * leading + 4),
    plot: { x: left, y: bands.height, width: right - left, height: base - bands.height },
    base,
    bands: bands.placed,
    bars,
    peak: { x: round(peak.x + peak.width / 2), y: round(peak.y - 6), text: options.share(peak.share) },
    rug: quantiles.filter((rate) => rate <= x.domain()[1]!).map((rate) => round(x(rate))),
    /** The share beyond the plot's end, if any. */
    beyond: 1 - shareBelow(quantiles, x.domain()[1]!),
    ticks: x.ticks(narrow ? 4 : 8).map((value) => ({ x: round(x(value)), label: options.rate(value) })),
    middle: { x1: round(x(rateAt(quantiles, 0.25))), x2: round(x(rateAt(quantiles, 0.75))), y: base + 32 },
    marks: marks.placed,
    axis: { x: left, y: round(marks.bottom + 6 + leading), lines: axis },
  };
}

/** Bars whose heights are the shares between two neighbouring thresholds; the last takes none from beyond. */
function placeBars(quantiles: readonly number[], x: Scale, base: number, count: number) {
  const [low, high] = x.domain() as [number, number];
  const thresholds = x.ticks(count).filter((value) => value < high);
  const shares = thresholds.map((from, index) => {
    const to = thresholds[index + 1] ?? high;
    // The lowest bar is closed below, so that a rate of exactly zero is in it.
    const share = shareBelow(quantiles, to) - (from === low ? 0 : shareBelow(quantiles, from));
    return { from, to, share };
  });
  const tallest = Math.max(...shares.map(({ share }) => share), Number.MIN_VALUE);
  return shares.map(({ from, to, share }) => {
    const height = round((share / tallest) * barsHeight);
    return { x: round(x(from)), y: round(base - height), width: round(x(to) - x(from)), height, share };
  });
}

/** Advertised bands, a line each, with the name over it. */
function placeBands(
  bands: readonly AdvertisedBand[],
  x: Scale,
  width: number,
  size: number,
  measure: MeasureText,
) {
  let y = 0;
  const placed = bands.map((band) => {
    const from = x(band.low ?? band.median ?? band.high ?? 0);
    const to = x(band.high ?? band.median ?? band.low ?? 0);
    const lines = wrapText(band.label, width - 16, size, measure);
    const widest = Math.max(...lines.map((line) => measure(line, size)));
    const bar = y + lines.length * leading + 4;
    const mark = {
      key: band.key,
      lines,
      labelX: round(Math.max(0, Math.min(from, width - widest - 2))),
      labelY: round(y + 13),
      // An end nobody published runs out in a stub.
      x: round(band.low == null ? Math.max(x.range()[0]!, from - 40) : from),
      y: round(bar),
      width: 0,
      openLow: band.low == null,
      openHigh: band.high == null,
      median: band.median == null ? null : round(x(band.median)),
    };
    y = bar + 24;
    const end = band.high == null ? Math.min(x.range()[1]!, to + 40) : to;
    return { ...mark, width: round(end - mark.x) };
  });
  return { placed, height: y };
}

/** Names of the quartiles, rightmost first, so that the leader of one never runs through the name of another. */
function placeQuartiles(
  { quantiles, names, rate, measure, width }: RateOptions,
  x: Scale,
  top: number,
  size: number,
) {
  const starts: number[] = [];
  const placed = quartiles.toReversed().map(([key, probability]) => {
    const value = rateAt(quantiles, probability);
    const text = `${names[key]} ${rate(value)}`;
    const own = measure(text, size, 'strong');
    const labelX = Math.max(0, Math.min(x(value) - 2, width - own));
    let line = starts.findIndex((start) => labelX + own + 12 <= start);
    if (line === -1) line = starts.length;
    starts[line] = labelX;
    return { key, x: round(x(value)), labelX: round(labelX), labelY: round(top + line * 18), text };
  });
  return { placed, bottom: top + (starts.length - 1) * 18 };
}
