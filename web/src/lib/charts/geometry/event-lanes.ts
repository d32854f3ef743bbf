import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { round } from './box.ts';
import { clipText, labelSize, wrapClipped, type MeasureText } from './text.ts';
import { yearMiddle, yearSpan } from './time.ts';

export interface LaneEvent {
  readonly key: string;
  readonly date: string;
  readonly row: string;
  readonly label: string;
  /** What the read-out says of it. */
  readonly title: string;
  readonly href?: string;
  /** What the headline is about. */
  readonly lit?: boolean;
  /** Low reliability of its source. */
  readonly hollow?: boolean;
}

export interface LaneOptions {
  readonly width: number;
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly measure: MeasureText;
}

const radius = 4.5;
const line = 19;

/**
 * Events on a scale of years, a lane a kind, each with its name beside its dot: where names would meet, the lane
 * takes another line. On a phone each has lines of its own, its name under its dot, so that none is cut that a desk
 * shows. A date known to the year alone is a span.
 */
export function eventLanes(events: readonly LaneEvent[], { width, rows, measure }: LaneOptions) {
  const narrow = width < 480;
  const size = labelSize(width);
  const longest = Math.max(0, ...rows.map(({ label }) => measure(label, size, 'strong')));
  const left = narrow ? 18 : round(Math.min(0.24 * width, longest) + 24);
  const right = width - 18;
  const [first = 2020, last = 2021] = extent(
    events.flatMap(({ date }) => [yearSpan(date).from, yearSpan(date).to]),
  );
  const x = scaleLinear()
    .domain([Math.floor(first), Math.max(Math.ceil(last), Math.floor(first) + 1)])
    .range([left, right]);
  const room = { left, right, width, size, measure };
  let y = 24;
  const placedRows = rows.map(({ key, label }) => {
    const top = y;
    const base = top + (narrow ? 24 : 6);
    const stretches = events
      .filter((event) => event.row === key)
      .toSorted((a, b) => yearMiddle(a.date) - yearMiddle(b.date) || (a.key < b.key ? -1 : 1))
      .map((event) => (narrow ? nameUnder(event, x, room) : nameBeside(event, x, room)));
    const lanes = narrow ? stretches.map((_, index) => 2 * index) : firstFree(stretches);
    const lines = Math.max(1, ...lanes.map((lane) => lane + (narrow ? 2 : 1)));
    const marks = stretches.map(({ event, at, span, label: name }, index) => {
      const middle = round(base + line * (lanes[index]! + 0.5));
      return { event, x: at, y: middle, span, label: name && { ...name, y: middle + (narrow ? 17 : 4.5) } };
    });
    y = base + lines * line + 8;
    return {
      key,
      top: round(top),
      labelY: round(narrow ? top + 18 : base + line / 2 + 4.5),
      lines: narrow ? [label] : wrapClipped(label, left - 20, size, measure, 2, 'strong'),
      marks,
    };
  });
  return {
    height: round(y + 4),
    plot: { x: left, y: 22, width: right - left, height: round(y - 22) },
    radius,
    ticks: x
      .ticks(narrow ? 4 : 8)
      .filter(Number.isInteger)
      .map((year) => ({ x: round(x(year)), label: String(year) })),
    rows: placedRows,
  };
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly size: number;
  readonly measure: MeasureText;
}

/** Where the dot stands, and its span where only the year is known. */
function dotOf({ date }: LaneEvent, x: (year: number) => number) {
  const at = round(x(yearMiddle(date)));
  const { from, to } = yearSpan(date);
  const span = date.length > 4 ? null : { from: round(x(from)), to: round(x(to)) };
  return {
    at,
    span,
    from: Math.min(at - radius, span?.from ?? at),
    to: Math.max(at + radius, span?.to ?? at),
  };
}

/** A name beside its dot or span: right where it fits, else left, else cut to the larger side of the dot itself. */
function nameBeside(event: LaneEvent, x: (year: number) => number, { left, right, size, measure }: Room) {
  const dot = dotOf(event, x);
  const own = measure(event.label, size);
  const fits = own <= right - dot.to - 6 || own <= dot.from - left - 6;
  // The name of a year that fills the scale stands on its span.
  const [start, end] = fits ? [dot.from, dot.to] : [dot.at - radius, dot.at + radius];
  const [before, after] = [start - left - 6, right - end - 6];
  const isRight = own <= after || (own > before && after >= before);
  const text = clipText(event.label, Math.max(0, isRight ? after : before), size, measure);
  const taken = measure(text, size) + 6;
  return {
    event,
    ...dot,
    from: Math.min(dot.from, isRight ? start : start - taken),
    to: Math.max(dot.to, isRight ? end + taken : end),
    label: {
      x: round(isRight ? end + 6 : start - 6),
      anchor: isRight ? ('start' as const) : ('end' as const),
      text,
    },
  };
}

/** A name centred under its dot, moved as far as it must to stay inside the picture. */
function nameUnder(event: LaneEvent, x: (year: number) => number, { width, size, measure }: Room) {
  const dot = dotOf(event, x);
  const text = clipText(event.label, width, size, measure);
  const own = measure(text, size);
  const start = Math.max(0, Math.min(dot.at - own / 2, width - own));
  return { event, ...dot, label: { x: round(start), anchor: 'start' as const, text } };
}

/** The first line of the lane in which a stretch meets no other, in the order given. */
function firstFree(stretches: readonly { readonly from: number; readonly to: number }[]): number[] {
  const lines: { from: number; to: number }[][] = [];
  return stretches.map((own) => {
    const free = lines.findIndex((taken) =>
      taken.every(({ from, to }) => own.to + 10 <= from || to + 10 <= own.from),
    );
    const at = free === -1 ? lines.length : free;
    (lines[at] ??= []).push(own);
    return at;
  });
}
