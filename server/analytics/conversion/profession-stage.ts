import { Stage } from '../../market/professions/stage.ts';

/** What a published row says of a profession. */
export type StageRowKind = 'PAY' | 'RECRUITMENT' | 'BENCHMARK' | 'PARITY';

/** One published row, as far as a rule of the stages looks at it. */
export interface StageRow {
  professionId: number;
  /** PAY and RECRUITMENT offer pay; BENCHMARK is expert-built; PARITY is an evaluation at or above the experts. */
  kind: StageRowKind;
  /** The row's id in its own table: pay_observation, conversion_evidence or, for PARITY, evaluation. */
  rowId: number;
  sourceId: number;
  /** When it was published, as exactly as its source says; null where the source does not. */
  date: string | null;
  /** Who recruits, as the owner of the brand; null where the platform has no name, or the row is of another kind. */
  platformId: number | null;
  /** The benchmark's project, by which an evaluation finds it; null on other kinds. */
  projectId: number | null;
}

/** A rule that a profession's rows meet, and the row with which they first did. */
export interface StageStep {
  stage: Stage;
  /** The date of that row; null when the rows that meet the rule do not say. */
  date: string | null;
  row: StageRow;
}

export interface ProfessionStage {
  stage: Stage;
  /** Every rule that is met, lowest stage first; none for UNTOUCHED. */
  steps: StageStep[];
  /** How many named platforms recruit, brands of one owner counted once. */
  platforms: number;
  /** How many expert-built benchmarks cover it. */
  benchmarks: number;
}

/**
 * The stage of one profession: the highest whose rule its rows meet. RECRUITED: a paid row. MEASURED: an
 * expert-built benchmark. CONVERTING: two named platforms and a benchmark. CONTESTED: as CONVERTING, and an
 * evaluation at or above expert parity on one of those benchmarks.
 */
export function professionStage(rows: readonly StageRow[]): ProfessionStage {
  const paid = rows.filter(isPaid).sort(byDate);
  const benchmarks = rows.filter(({ kind }) => kind === 'BENCHMARK').sort(byDate);
  // An evaluation counts for the profession once the benchmark covers it.
  const coverage = new Map(benchmarks.toReversed().map((row) => [row.projectId, row]));
  const parities = rows
    .flatMap((row) => {
      const covered = row.kind === 'PARITY' ? coverage.get(row.projectId) : undefined;
      return covered ? later(row, covered) : [];
    })
    .sort(byDate);
  const firstOfPlatform = firstBy(
    paid.filter(({ platformId }) => platformId !== null),
    ({ platformId }) => platformId,
  );

  const steps: StageStep[] = [];
  const step = (stage: Stage, row: StageRow): void => void steps.push({ stage, date: row.date, row });
  const [firstPaid] = paid;
  const [firstBenchmark] = benchmarks;
  const [, secondPlatform] = firstOfPlatform;
  const [firstParity] = parities;
  if (firstPaid) step(Stage.RECRUITED, firstPaid);
  if (firstBenchmark) step(Stage.MEASURED, firstBenchmark);
  if (secondPlatform && firstBenchmark) {
    const converting = later(secondPlatform, firstBenchmark);
    step(Stage.CONVERTING, converting);
    if (firstParity) step(Stage.CONTESTED, later(converting, firstParity));
  }
  return {
    stage: steps.at(-1)?.stage ?? Stage.UNTOUCHED,
    steps,
    platforms: firstOfPlatform.length,
    benchmarks: firstBy(benchmarks, ({ projectId, rowId }) => projectId ?? `row ${rowId}`).length,
  };
}

/** The rows that a stage's rule rests on, of those of one profession. */
export function rowsOfStage(stage: Stage, rows: readonly StageRow[]): StageRow[] {
  switch (stage) {
    case Stage.UNTOUCHED:
      return [];
    case Stage.RECRUITED:
      return rows.filter(isPaid);
    case Stage.MEASURED:
      return rows.filter(({ kind }) => kind === 'BENCHMARK');
    case Stage.CONVERTING:
      return rows.filter((row) => row.kind === 'BENCHMARK' || (isPaid(row) && row.platformId !== null));
    case Stage.CONTESTED:
      return rows.filter((row) => !isPaid(row) || row.platformId !== null);
    default:
      return stage satisfies never;
  }
}

/** The rows that had been published by a date, partial dates counting as their beginning; undated rows had not. */
export function publishedBy(asOf: string, rows: readonly StageRow[]): StageRow[] {
  return rows.filter(({ date }) => date !== null && date.slice(0, asOf.length) <= asOf);
}

function isPaid({ kind }: StageRow): boolean {
  return kind === 'PAY' || kind === 'RECRUITMENT';
}

/**
 * Earliest first, undated last, ties by kind and id. Dates are years, months or days as text, so a year alone
 * stands before every day of it.
 */
function byDate(a: StageRow, b: StageRow): number {
  return compare(a.date ?? '~', b.date ?? '~') || compare(a.kind, b.kind) || a.rowId - b.rowId;
}

function later(a: StageRow, b: StageRow): StageRow {
  return byDate(a, b) > 0 ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[] {
  const first = new Map<unknown, Item>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
}
