import { max, sum } from 'd3-array';
import { linkHorizontal } from 'd3-shape';
import { overlaps, round, type Box } from './box.ts';
import { labelSize, wrapText, type MeasureText } from './text.ts';

export interface FlowNode {
  readonly key: string;
  readonly label: string;
  /** 0 laboratories, 1 platforms, 2 experts. */
  readonly column: number;
  readonly href?: string;
}

export interface FlowLink {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** Low reliability: the ribbon is an outline. */
  readonly hollow?: boolean;
}

export interface FlowOptions {
  readonly width: number;
  readonly columns: readonly string[];
  readonly money: (value: number) => string;
  readonly measure: MeasureText;
}

interface Slot {
  readonly node: FlowNode;
  readonly inflow: number;
  readonly outflow: number;
  box: Box;
}

const nodeWidth = 9;
const leading = 15.5;

/** A Sankey in columns: a node is as tall as what goes through it, a ribbon as thick as what it carries. */
export function valueFlow(nodes: readonly FlowNode[], links: readonly FlowLink[], options: FlowOptions) {
  const { width } = options;
  const narrow = width < 480;
  const size = labelSize(width);
  const columnCount = options.columns.length;
  const gap = narrow ? 52 : 40;
  const top = 30;
  const slots = new Map<string, Slot>(
    nodes.map((node) => [
      node.key,
      {
        node,
        inflow: sum(links, (link) => (link.to === node.key ? link.value : 0)),
        outflow: sum(links, (link) => (link.from === node.key ? link.value : 0)),
        box: { x: 0, y: 0, width: nodeWidth, height: 0 },
      },
    ]),
  );
  const columns = Array.from({ length: columnCount }, (_, column) =>
    [...slots.values()]
      .filter(({ node }) => node.column === column)
      .toSorted((a, b) => through(b) - through(a) || (a.node.key < b.node.key ? -1 : 1)),
  );
  untangle(columns, links);
  const tallest = max(columns, (column) => column.length) ?? 1;
  const room = Math.max(180, tallest * (narrow ? 44 : 52));
  const scale = room / Math.max(Number.MIN_VALUE, max(columns, (column) => sum(column, through)) ?? 1);
  const height = room + gap * (tallest - 1);
  // Room for the last column's names is kept at the right; on a phone they stand over their nodes instead.
  const step = (width - (narrow ? 0 : 150) - nodeWidth) / Math.max(1, columnCount - 1);
  columns.forEach((column, index) => {
    const filled = sum(column, through) * scale + gap * (column.length - 1);
    let y = top + (height - filled) / 2;
    for (const slot of column) {
      slot.box = {
        x: round(index * step),
        y: round(y),
        width: nodeWidth,
        height: Math.max(2, round(through(slot) * scale)),
      };
      y += through(slot) * scale + gap;
    }
  });
  return {
    height: round(top + height + 24),
    plot: { x: 0, y: top, width, height },
    heads: options.columns.map((label, column) => ({
      x: narrow && column === columnCount - 1 ? width : round(column * step),
      y: 13,
      label,
      anchor: narrow && column === columnCount - 1 ? ('end' as const) : ('start' as const),
    })),
    nodes: nameNodes([...slots.values()], step, options, size),
    links: ribbons(links, slots, scale),
  };
}

const through = ({ inflow, outflow }: Slot): number => Math.max(inflow, outflow);

/** Name and sum right of each node; over or under it for the last column of a phone, wherever no other name stands. */
function nameNodes(slots: readonly Slot[], step: number, options: FlowOptions, size: number) {
  const taken: Box[] = [];
  const last = options.columns.length - 1;
  return slots
    .toSorted((a, b) => a.node.column - b.node.column)
    .map((slot) => {
      const { node, box } = slot;
      const over = node.column === last && options.width < 480;
      const room = over
        ? 130
        : node.column === last
          ? options.width - box.x - nodeWidth - 8
          : Math.min(step - nodeWidth - 10, 170);
      const lines = [...wrapText(node.label, room, size, options.measure), options.money(through(slot))];
      const width = Math.max(...lines.map((line) => options.measure(line, size)));
      const height = lines.length * leading;
      const x = over ? options.width : round(box.x + nodeWidth + 6);
      const boxAt = (y: number): Box => ({ x: over ? x - width : x, y, width, height });
      const slides = Array.from({ length: 20 }, (_, slide) => slide * 6);
      const places = over
        ? slides.flatMap((by) => [boxAt(box.y - height - 4 - by), boxAt(box.y + box.height + 4 + by)])
        : [boxAt(box.y + (box.height - height) / 2)];
      const free = places.filter(({ y }) => y > 20);
      const place =
        free.find((candidate) => !taken.some((other) => overlaps(candidate, other))) ?? places.at(-1)!;
      taken.push(place);
      return {
        node,
        box,
        x,
        y: round(place.y + 12.25),
        anchor: over ? ('end' as const) : ('start' as const),
        lines,
      };
    });
}

/** Orders the outer columns by where their ribbons go, weighted by what they carry. */
function untangle(columns: Slot[][], links: readonly FlowLink[]): void {
  const place = new Map(
    columns.flatMap((column) => column.map((slot, rank) => [slot.node.key, rank] as const)),
  );
  const pull = (slot: Slot, other: 'from' | 'to') => {
    const own = links.filter((link) => link[other === 'to' ? 'from' : 'to'] === slot.node.key);
    const weight = sum(own, ({ value }) => value);
    return weight === 0
      ? place.get(slot.node.key)!
      : sum(own, (link) => link.value * (place.get(link[other]) ?? 0)) / weight;
  };
  columns[0]?.sort((a, b) => pull(a, 'to') - pull(b, 'to'));
  columns.slice(2).forEach((column) => column.sort((a, b) => pull(a, 'from') - pull(b, 'from')));
}

/** Ribbons leave and reach their nodes in the order of the nodes across, so that few of them cross. */
function ribbons(links: readonly FlowLink[], slots: ReadonlyMap<string, Slot>, scale: number) {
  const path = linkHorizontal<unknown, { x: number; y: number }>()
    .x(({ x }) => round(x))
    .y(({ y }) => round(y));
  const known = links.flatMap((link) => {
    const from = slots.get(link.from);
    const to = slots.get(link.to);
    return from && to ? [{ link, from, to }] : [];
  });
  const offset = (side: 'from' | 'to', other: 'from' | 'to') => {
    const used = new Map<string, number>();
    const starts = new Map<string, number>();
    for (const one of known.toSorted((a, b) => a[other].box.y - b[other].box.y)) {
      const slot = one[side];
      const before = used.get(slot.node.key) ?? 0;
      starts.set(one.link.key, slot.box.y + before + (one.link.value * scale) / 2);
      used.set(slot.node.key, before + one.link.value * scale);
    }
    return starts;
  };
  const sourceY = offset('from', 'to');
  const targetY = offset('to', 'from');
  return known.map(({ link, from, to }) => ({
    link,
    thickness: Math.max(1, round(link.value * scale)),
    path:
      path({
        source: { x: from.box.x + nodeWidth, y: sourceY.get(link.key)! },
        target: { x: to.box.x, y: targetY.get(link.key)! },
      }) ?? '',
  }));
}
