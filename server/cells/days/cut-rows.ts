import type { CellDimension } from '../cell-words.ts';
import { doublesIn, intsIn, placeOf } from '../held/bytes.ts';
import { noValue } from './day-columns.ts';
import type { KindColumn, WrittenDays } from './read-days.ts';

/** A quarter of which some days count: from one to another, inclusive, 0 its first. */
export interface CutQuarter {
  readonly quarter: number;
  readonly from: number;
  readonly to: number;
  /** Whether what they come to is taken off the whole quarter: the other days count. */
  readonly isTakenOff: boolean;
}

/** What the days that count come to, in one currency: a row for each run that matches and has any. */
export interface CutRows {
  /** The keys of the parts that occur. */
  readonly keys: readonly number[];
  /** For each row the place of its part's key; null where there is one. */
  readonly parts: Uint32Array | null;
  /** The place of the currency. */
  readonly place: number;
  /** Places among the experts. */
  readonly experts: Uint32Array;
  /** NaN where no fact has the measure. */
  readonly values: Float64Array;
  /** How many facts, those that take one back taken off. */
  readonly entries: Int32Array;
}

/** What a thread is asked of the columns at one place. */
export interface CutTask {
  readonly written: WrittenDays;
  readonly wide: boolean;
  /** What values are multiplied by, so that all are whole numbers of the same unit. */
  readonly factor: number;
  readonly cut: CutQuarter;
  readonly place: number;
  /** All experts of the ledger, ascending. */
  readonly experts: Float64Array;
  /** Row ids that count; null asks nothing. */
  readonly among: Readonly<Record<KindColumn, readonly number[] | null>>;
  readonly dimension: CellDimension;
}

const keyColumn = {
  ALL: null,
  SECTOR: 'sectors',
  PROFESSION: 'professions',
  PROJECT: 'projects',
  QUARTER: null,
  YEAR: null,
} as const satisfies Record<CellDimension, KindColumn | null>;

/** The columns that a question needs of kinds of work. */
export function kindsAsked({ among, dimension }: Pick<CutTask, 'among' | 'dimension'>): KindColumn[] {
  const all = ['projects', 'sectors', 'professions'] as const;
  return all.filter((name) => among[name] !== null || keyColumn[dimension] === name);
}

/** What is known of the kind of work of each run, as far as it was asked. */
type Kinds = Partial<Record<KindColumn, Int32Array>>;

/** Adds the days up, run by run. Runs in a thread. */
export function cutRows(task: CutTask): CutRows {
  const { written, experts: all } = task;
  const sign = task.cut.isTakenOff ? -1 : 1;
  const factor = sign * task.factor;
  const { firstExpert, columns } = written;
  const [experts, sizes] = [intsIn(columns.experts!), intsIn(columns.sizes!)];
  const kinds: Kinds = {};
  for (const name of kindsAsked(task)) kinds[name] = intsIn(columns[name]!);
  const counts = matching(task, kinds);
  const part = partsOf(task, kinds);
  const sums = sumsOf(task, sizes, counts);
  const found = {
    parts: part.of && new Uint32Array(sums.found),
    experts: new Uint32Array(sums.found),
    values: new Float64Array(sums.found),
    entries: new Int32Array(sums.found),
  };
  let filled = 0;
  let place = 0;
  for (let run = 0; run < sizes.length; run++) {
    if (sums.facts[run] === 0) continue;
    // Runs lie by expert: it is seldom far to the next one.
    const expert = firstExpert + experts[run]!;
    if (filled === 0) place = placeOf(all, expert);
    while (all[place]! < expert) place += 1;
    if (found.parts !== null) found.parts[filled] = part.of!(run);
    found.experts[filled] = place;
    found.values[filled] = sums.values[run]! * factor;
    found.entries[filled++] = sign * sums.entries[run]!;
  }
  return { keys: part.keys, place: task.place, ...found };
}

interface Sums {
  /** How many facts of each run count, and how many are left where some take others back; how many runs have any. */
  readonly facts: Int32Array;
  readonly entries: Int32Array;
  readonly values: Float64Array;
  readonly found: number;
}

function sumsOf(
  { written, wide, cut: { from, to } }: CutTask,
  sizes: Int32Array,
  counts: Uint8Array | null,
): Sums {
  const days = new Int8Array(written.columns.days!);
  const values = wide ? doublesIn(written.columns.values!) : intsIn(written.columns.values!);
  const none = wide ? NaN : noValue;
  const sums = {
    facts: new Int32Array(sizes.length),
    entries: new Int32Array(sizes.length),
    values: new Float64Array(sizes.length),
  };
  let found = 0;
  for (let run = 0, next = 0; run < sizes.length; run++) {
    let i = next;
    next += sizes[run]!;
    if (counts !== null && counts[run] === 0) continue;
    let facts = 0;
    let entries = 0;
    let known = 0;
    let sum = 0;
    for (; i < next; i++) {
      const day = days[i]!;
      const sign = day >> 31;
      // Of a fact that takes one back, −1 − day stands for the day.
      const own = day ^ sign;
      if (own < from || own > to) continue;
      facts += 1;
      entries += 1 + 2 * sign;
      const value = values[i]!;
      // NaN is no value, and is not equal to itself.
      if (value === none || value !== value) continue;
      known += 1;
      sum += value;
    }
    if (facts === 0) continue;
    found += 1;
    sums.facts[run] = facts;
    sums.entries[run] = entries;
    sums.values[run] = known === 0 ? NaN : sum;
  }
  return { ...sums, found };
}

/** 1 for each run of a kind that counts, else 0; null where all do. */
function matching({ among }: CutTask, kinds: Kinds): Uint8Array | null {
  let counts: Uint8Array | null = null;
  for (const name of ['projects', 'sectors', 'professions'] as const) {
    const ids = among[name];
    if (ids === null) continue;
    const asked = new Set(ids);
    const column = kinds[name]!;
    counts ??= new Uint8Array(column.length).fill(1);
    for (let run = 0; run < column.length; run++) if (!asked.has(column[run]!)) counts[run] = 0;
  }
  return counts;
}

/** The parts that occur, and which of them each run is in. */
function partsOf(
  { dimension, cut: { quarter } }: CutTask,
  kinds: Kinds,
): { keys: number[]; of: ((run: number) => number) | null } {
  const name = keyColumn[dimension];
  if (name === null) {
    const key = dimension === 'QUARTER' ? quarter : dimension === 'YEAR' ? Math.floor(quarter / 4) : 0;
    return { keys: [key], of: null };
  }
  const column = kinds[name]!;
  const keys = [...new Set(column)];
  const places = new Map(keys.map((key, place) => [key, place]));
  return { keys, of: (run) => places.get(column[run]!)! };
}
