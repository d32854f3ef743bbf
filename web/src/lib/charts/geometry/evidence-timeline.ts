import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { overlaps, round, type Box } from './box.ts';
import { labelSize, wrapClipped, type MeasureText } from './text.ts';
import { yearMiddle, yearSpan } from './time.ts';

export interface EvidenceEvent {
  readonly key: string;
  readonly date: string;
  readonly row: string;
  readonly stage: 0 | 1 | 2 | 3 | 4;
  readonly label: string;
  /** What the pointer is told; the label, stage and date unless given. */
  readonly title?: string;
  readonly href?: string;
  /** Written beside its dot where there is room; the others are named in the table and by the reader's pointer. */
  readonly named?: boolean;
}

export interface EvidenceOptions {
  readonly width: number;
  /** Sectors or professions, in order. */
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly measure: MeasureText;
}

export interface PlacedEvent {
  /** The first of the events the dot stands for. */
  readonly event: EvidenceEvent;
  /** How many professions the same thing reached on the same day, in this row. */
  readonly count: number;
  /** The own titles of all of them. */
  readonly titles: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly anchor: 'start' | 'end';
  } | null;
}

const unitRadius = 4.75;
const largestRadius = 14;

/** A dot for each event on its row, its area the professions it reached, stacked where dots meet. */
export function evidenceTimeline(events: readonly EvidenceEvent[], options: EvidenceOptions) {
  const { width, measure } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const longest = Math.max(0, ...options.rows.map(({ label }) => measure(label, size)));
  const left = narrow ? 20 : Math.min(0.26 * width, longest) + 20;
  const right = width - 20;
  const [first = 2020, last = 2021] = extent(
    events.flatMap(({ date }) => [yearSpan(date).from, yearSpan(date).to]),
  );
  const x = scaleLinear()
    .domain([Math.floor(first), Math.max(Math.ceil(last), Math.floor(first) + 1)])
    .range([left, right]);
  let y = 22;
  const rows = options.rows.map(({ key, label }) => {
    const head = narrow ? 18 : 0;
    const members = events.filter((event) => event.row === key);
    const dots = stack(gather(members), x);
    const height = Math.max(26, ...dots.map(({ rise, r }) => rise + r + 10));
    const base = y + head + height - 6;
    const row = {
      key,
      lines: narrow ? [label] : wrapClipped(label, left - 18, size, measure, 2),
      labelY: round(narrow ? y + 14 : base - 2),
      base: round(base),
      placed: nameDots(
        dots.map(({ rise, ...dot }) => ({ ...dot, x: round(dot.x), y: round(base - 1.5 - rise) })),
        { x: left, y: y + head, width: right - left, height },
        size,
        measure,
      ),
    };
    y = base + 8;
    return row;
  });
  const ticks = x.ticks(narrow ? 4 : 8).filter(Number.isInteger);
  return {
    height: round(y + 4),
    plot: { x: left, y: 20, width: right - left, height: round(y - 20) },
    ticks: ticks.map((year) => ({ x: round(x(year)), label: String(year) })),
    /** Where the end of a year, month or day lies. */
    at: (date: string) => round(Math.min(right, Math.max(left, x(yearSpan(date).to)))),
    rows,
  };
}

interface Bubble {
  readonly event: EvidenceEvent;
  readonly count: number;
  readonly titles: readonly string[];
  readonly r: number;
}

/** Events of one name, day and stage as one dot, so that a benchmark over sixteen professions is not sixteen dots. */
function gather(events: readonly EvidenceEvent[]): Bubble[] {
  const groups = new Map<string, EvidenceEvent[]>();
  for (const event of events) {
    const key = `${event.date} ${event.stage} ${event.label}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()].map((members) => ({
    event: members.find(({ named }) => named) ?? members[0]!,
    count: members.length,
    titles: members.flatMap(({ title }) => (title === undefined ? [] : [title])),
    r: round(Math.min(largestRadius, unitRadius * Math.sqrt(members.length))),
  }));
}

/** Each dot as low as it can lie beside those before it; the large ones first, then in order of time. */
function stack(bubbles: readonly Bubble[], x: (year: number) => number) {
  const placed: (Bubble & { x: number; rise: number })[] = [];
  const ordered = bubbles.toSorted((a, b) => b.r - a.r || (a.event.date < b.event.date ? -1 : 1));
  for (const bubble of ordered) {
    const at = x(yearMiddle(bubble.event.date));
    let rise = bubble.r;
    while (placed.some((other) => Math.hypot(at - other.x, rise - other.rise) < bubble.r + other.r + 0.75))
      rise += 1;
    placed.push({ ...bubble, x: at, rise });
  }
  return placed;
}

/** Names right or left of their dots, where they meet neither dots nor names. */
function nameDots(
  dots: readonly (Bubble & { x: number; y: number })[],
  row: Box,
  size: number,
  measure: MeasureText,
): PlacedEvent[] {
  const taken: Box[] = dots.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
  return dots.map((dot) => {
    if (!dot.event.named) return { ...dot, label: null };
    const own = measure(dot.event.label, size);
    for (const anchor of ['start', 'end'] as const) {
      const from = anchor === 'start' ? dot.x + dot.r + 4 : dot.x - dot.r - 4 - own;
      const box: Box = { x: from, y: dot.y - 6, width: own, height: 12 };
      const inside = from >= row.x && from + own <= row.x + row.width;
      if (inside && !taken.some((other) => overlaps(box, other))) {
        taken.push(box);
        return {
          ...dot,
          label: {
            x: round(anchor === 'start' ? from : from + own),
            y: round(dot.y + 4.5),
            text: dot.event.label,
            anchor,
          },
        };
      }
    }
    return { ...dot, label: null };
  });
}
