/** How good a figure is to be. */
export interface Aim {
  /** What is measured, in words that stand alone. */
  readonly of: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly unit: '' | 'ms' | 's' | 'MiB' | '×' | 'min';
  /** At how many earnings the aim is set; left out where their number does not matter. */
  readonly rows?: number;
  /** What keeps it from being met, as profiles showed; said where it is not. */
  readonly hindrance?: string;
}

const large = 20_000_000;

/** Milliseconds below which a page's question is flat, however much faster it was in a smaller ledger. */
export const flatBelow = 5;

/** How a page's question grows with the ledger: its median in the largest by that in the smallest, 1 where it is that fast anyway. */
export function growthOf(smallest: number, largest: number): number {
  return largest < flatBelow ? 1 : largest / smallest;
}

/**
 * Every figure that is aimed at, in the order of the table that opens RESULTS.md. A benchmark hands in what it measured
 * under these names; what none has handed in is said to be not measured.
 */
export const aims = {
  pageQueries: {
    of: 'page queries, p95 of the slowest, four at a time',
    atMost: 50,
    unit: 'ms',
    rows: large,
  },
  freeFilters: {
    of: 'filters that no page offers, p95',
    atMost: 300,
    unit: 'ms',
    rows: large,
    hindrance:
      'a period that cuts a quarter adds up the facts of its days: 180 ms of processor for each, four at a time on two cores',
  },
  rawRatio: {
    of: 'page queries: raw rows ÷ answer, the least',
    atLeast: 50,
    unit: '×',
    rows: large,
    hindrance: 'of few people in a small ledger the raw rows are few, and answer within a few answers’ time',
  },
  growth: {
    of: `page queries, p50 ÷ that in the smallest ledger, the most (below ${flatBelow} ms it counts as 1)`,
    atMost: 2,
    unit: '×',
    rows: large,
  },
  publish: { of: 'publishing a release of a twentieth', atMost: 60, unit: 's', rows: large },
  readers: {
    of: 'readers’ p95 meanwhile ÷ before',
    atMost: 2,
    unit: '×',
    rows: large,
    hindrance: 'the import, its backend and the thread of the cells share two processors with the readers',
  },
  reads: {
    of: 'reads checked while another is published, and after',
    atLeast: 100_000,
    unit: '',
    rows: large,
  },
  torn: { of: 'of these reads torn', atMost: 0, unit: '', rows: large },
  lists: {
    of: 'lists ÷ PostGraphile, the least',
    atLeast: 2,
    unit: '×',
    hindrance: 'what HTTP, allowances and metrics cost every request is most of a short list',
  },
  nested: { of: 'nested list ÷ PostGraphile', atLeast: 4, unit: '×' },
  fallback: {
    of: 'lists by Apollo alone ÷ PostGraphile, the least',
    atLeast: 1.2,
    unit: '×',
    hindrance:
      'each field of each row is a call, each statement is built anew; no part of the profile is a fifth of it',
  },
  repeated: {
    of: 'repeated lists ÷ PostGraphile, the least',
    atLeast: 40,
    unit: '×',
    hindrance: 'Node’s bare HTTP leaves no room for it',
  },
  pages: { of: 'pages, p95 at 100 requests a second on one core', atMost: 60, unit: 'ms' },
  pngs: { of: 'PNG files of figures, p95', atMost: 150, unit: 'ms' },
  memory: {
    of: 'memory of the server, at most, in an hour of mixed load',
    atMost: 600,
    unit: 'MiB',
    rows: large,
    hindrance: 'an import and the pages that are drawn after it come on top of what is held',
  },
  warm: { of: 'start until /readyz, warm', atMost: 2, unit: 's' },
  cold: { of: 'start until /readyz, cold with seeds', atMost: 15, unit: 's' },
  bench: { of: 'all benchmarks at 2 million rows', atMost: 20, unit: 'min' },
} as const satisfies Record<string, Aim>;

export type AimName = keyof typeof aims;
