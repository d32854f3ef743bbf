import { scaleLinear } from 'd3-scale';
import { round } from './box.ts';
import { placeBar, type PayObservationMark } from './pay-bar.ts';
import { clipText, labelSize, type MeasureText } from './text.ts';

/** One published rate with who offers it. */
export interface LadderRow extends PayObservationMark {
  readonly id: string;
  /** Who offers it. */
  readonly label: string;
  /** The role, and where it is offered. */
  readonly detail: string;
  /** The languages of both, where they are not the page's. */
  readonly labelLang?: string;
  readonly detailLang?: string;
  /** When it was seen. */
  readonly when: string;
  readonly rate: string;
  readonly href?: string;
}

export interface LadderOptions {
  readonly width: number;
  readonly market?: {
    readonly median: number;
    readonly p10?: number | null;
    readonly p90?: number | null;
  } | null;
  readonly offered?: number | null;
  /** The words over the lines. */
  readonly names: { readonly market: string; readonly offered: string };
  readonly rate: (value: number) => string;
  readonly measure: MeasureText;
}

const wideRow = 24;
const narrowRow = 40;
const line = 19;

/** One row a published rate on one market band that runs behind them all, under the lines of both medians. */
export function rateLadder(rows: readonly LadderRow[], options: LadderOptions) {
  const { width, measure, market, offered } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const rateRoom = Math.max(0, ...rows.map(({ rate }) => measure(rate, size))) + 14;
  const dateRoom = Math.max(0, ...rows.map(({ when }) => measure(when, size))) + 12;
  // Beside the plot names and roles have as much room as they need, and at most so much of the whole; the broad
  // layout shows nearly all in full, with enough left for the rates.
  const most = { name: 0.2, all: width > 900 ? 0.6 : 0.56 };
  const longest = (of: (row: LadderRow) => number) => Math.ceil(Math.max(0, ...rows.map(of)));
  const nameRoom = Math.min(
    most.name * width,
    longest(({ label }) => measure(label, size, 'strong')),
  );
  const detailRoom = Math.min(
    most.all * width - nameRoom - dateRoom - 22,
    longest(({ detail }) => measure(detail, size)),
  );
  const left = narrow ? 12 : round(nameRoom + 10 + detailRoom + dateRoom + 12);
  const right = narrow ? width - 18 : round(width - rateRoom);
  const ends = rows.map(({ low, high, typical }) => Math.max(low ?? 0, high ?? 0, typical ?? 0));
  const highest = Math.max(1, offered ?? 0, market?.median ?? 0, market?.p90 ?? 0, ...ends);
  const x = scaleLinear()
    .domain([0, highest * 1.02])
    .range([left, right]);
  const values = [
    ...(offered == null ? [] : [{ key: 'offered' as const, value: offered, text: options.names.offered }]),
    ...(market == null ? [] : [{ key: 'market' as const, value: market.median, text: options.names.market }]),
  ];
  const lower = Math.min(...values.map(({ value }) => value));
  const lines = values.map(({ key, value, text }, index) => {
    const at = x(value);
    const room = measure(text, size, 'strong') + 6;
    // The lower of the two lines has its words on its left, so that neither line runs through the other's words.
    const isLeft = (values.length > 1 && value === lower && at >= room) || at + room > width;
    const labelX = isLeft ? Math.max(room - 6, at - 6) : at + 6;
    const anchor = isLeft ? ('end' as const) : ('start' as const);
    return { key, x: round(at), text, labelX: round(labelX), labelY: 13 + index * line, anchor };
  });
  const tickY = lines.length * line + 14;
  const top = tickY + 9;
  let end = top;
  const marks = rows.map((row) => {
    const y = end;
    const label = clipText(row.label, narrow ? width - rateRoom : nameRoom, size, measure, 'strong');
    const detail = narrow ? [row.when, row.detail].filter(Boolean).join(', ') : row.detail;
    const beside = narrow ? measure(label, size, 'strong') + 8 : nameRoom + 10;
    const roomBeside = narrow ? width - beside - rateRoom : detailRoom;
    // On a phone, what does not fit beside the name stands under it.
    const below = narrow && measure(detail, size) > roomBeside;
    const pitch = narrow ? narrowRow + (below ? 16 : 0) : wideRow;
    end = y + pitch;
    const middle = narrow ? end - 10 : y + pitch / 2;
    const textY = round(narrow ? y + 16 : middle + 4.5);
    return {
      row,
      box: { x: 0, y: round(y), width, height: pitch },
      label: { x: 0, y: textY, text: label },
      detail: {
        x: below ? 0 : round(beside),
        y: below ? textY + 16 : textY,
        text: clipText(detail, below ? width : Math.max(0, roomBeside), size, measure),
      },
      when: narrow ? null : { x: left - 12, y: textY, text: row.when },
      rate: { x: width, y: textY, text: row.rate },
      bar: placeBar(row, x),
      barY: round(middle),
    };
  });
  const height = round(end - top);
  const from = market == null ? 0 : x(market.p10 ?? market.median);
  return {
    narrow,
    height: round(top + height + 6),
    plot: { x: left, y: top, width: right - left, height },
    band:
      market == null
        ? null
        : { x: round(from), y: top, width: round(x(market.p90 ?? market.median) - from), height },
    lines,
    tickY,
    ticks: x.ticks(narrow || right - left < 420 ? 4 : 6).map((value) => {
      const at = round(x(value));
      const own = options.rate(value);
      // A line that comes down from its words would strike the tick's label out.
      const struck = lines.some((one) => Math.abs(one.x - at) < measure(own, size) / 2 + 3);
      return { x: at, label: struck ? '' : own };
    }),
    marks,
  };
}
