/** How good a figure is to be. */
export interface Aim {
  /** What is measured, in words that stand alone. */
  readonly of: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly unit: '' | 'ms' | 's' | 'MiB' | '×' | 'min';
  /** At how many earnings the aim is set; left out where their number does not matter. */
  readonly rows?: number;
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
  freeFilters: { of: 'filters that no page offers, p95', atMost: 300, unit: 'ms', rows: large },
  rawRatio: { of: 'page queries: raw rows ÷ answer, the least', atLeast: 50, unit: '×', rows: large },
  growth: {
    of: `page queries, p50 ÷ that in the smallest ledger, the most (below ${flatBelow} ms it counts as 1)`,
    atMost: 2,
    unit: '×',
    rows: large,
  },
  publish: { of: 'publishing a release of a twentieth', atMost: 60, unit: 's', rows: large },
  readers: { of: 'readers’ p95 meanwhile ÷ before', atMost: 2, unit: '×', rows: large },
  reads: {
    of: 'reads checked while another is published, and after',
    atLeast: 100_000,
    unit: '',
    rows: large,
  },
  torn: { of: 'of these reads torn', atMost: 0, unit: '', rows: large },
  lists: { of: 'lists ÷ PostGraphile, the least', atLeast: 2, unit: '×' },
  nested: { of: 'nested list ÷ PostGraphile', atLeast: 4, unit: '×' },
  fallback: { of: 'lists by Apollo alone ÷ PostGraphile, the least', atLeast: 1.2, unit: '×' },
  repeated: { of: 'repeated lists ÷ PostGraphile, the least', atLeast: 40, unit: '×' },
  pages: { of: 'pages, p95 at 100 requests a second on one core', atMost: 60, unit: 'ms' },
  pngs: { of: 'PNG files of figures, p95', atMost: 150, unit: 'ms' },
  memory: {
    of: 'memory of the server, at most, in an hour of mixed load',
    atMost: 600,
    unit: 'MiB',
    rows: large,
  },
  warm: { of: 'start until /readyz, warm', atMost: 2, unit: 's' },
  cold: { of: 'start until /readyz, cold with seeds', atMost: 15, unit: 's' },
  bench: { of: 'all benchmarks at 2 million rows', atMost: 20, unit: 'min' },
} as const satisfies Record<string, Aim>;

export type AimName = keyof typeof aims;
