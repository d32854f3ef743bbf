import type { CellDimension } from '../cell-words.ts';
import type { CutQuarter, CutRows } from '../days/cut-rows.ts';
import { at, joined, type GroupTotals } from '../group-totals.ts';
import type { HeldColumns, HeldKinds } from './held-columns.ts';

/** Which rows count, and how they are parted. Null asks nothing. */
export interface HeldQuestion {
  /** As the ledger stood then. */
  readonly version: number;
  /** Row ids. */
  readonly sectors: readonly number[] | null;
  readonly professions: readonly number[] | null;
  readonly projects: readonly number[] | null;
  readonly countries: readonly string[] | null;
  /** First and last, inclusive, of those of which all days count; what is undated is in no period. */
  readonly quarters: readonly [number, number] | null;
  /** Those of which some days count; rollups do not know them. */
  readonly cuts: readonly CutQuarter[];
  readonly dimension: CellDimension;
  /** Whether totals are told apart by currency. */
  readonly money: boolean;
}

/** What the days of quarters that are cut come to, in whole numbers of 1 / divisor; those of rollups are multiples of it. */
export interface Cut {
  readonly rows: readonly CutRows[];
  readonly divisor: number;
  /** The quarters that rollups count of: also those that days are taken off. */
  readonly quarters: readonly [number, number];
}

/** How many totals are added up in one pass over the rows: 32 MB of them. */
const mostAtOnce = 4_000_000;

/**
 * Net totals by part and expert, of money also by currency: what `readGroupTotals` gives, to the last digit, since sums of whole
 * numbers are exact in whatever order. Runs in a thread.
 */
export function addUp(held: HeldColumns, question: HeldQuestion, cut?: Cut): GroupTotals {
  return cut === undefined
    ? addAll(held, question)
    : addAll(held, { ...question, quarters: cut.quarters }, cut);
}

function addAll(held: HeldColumns, question: HeldQuestion, cut?: Cut): GroupTotals {
  const parts = partsOf(held.kinds, question, cut?.rows ?? []);
  const size = held.experts.length;
  const atOnce = Math.max(1, Math.floor(mostAtOnce / Math.max(1, size)));
  const blocks: GroupTotals[] = [];
  for (let start = 0; start < parts.length; start += atOnce) {
    blocks.push(...addParts(held, question, parts.slice(start, start + atOnce), cut));
  }
  const byKey = Map.groupBy(blocks, (_block, p) => parts[p]!.key);
  return together([...byKey.values()].map(alternating));
}

/** Columns end to end. */
function together(blocks: readonly GroupTotals[]): GroupTotals {
  const currencies = blocks.map((block) => block.currencies);
  return {
    keys: joined(blocks.map(({ keys }) => keys)),
    experts: joined(blocks.map(({ experts }) => experts)),
    currencies: currencies.includes(null) ? null : joined(currencies.filter((column) => column !== null)),
    totals: [joined(blocks.map(({ totals }) => totals[0]!))],
  };
}

/** The currencies of one part as one: what an expert has in each lies next to each other. */
function alternating(currencies: readonly GroupTotals[]): GroupTotals {
  const all = together(currencies);
  if (currencies.length === 1) return all;
  const { experts } = all;
  const order = Uint32Array.from(experts.keys()).sort((a, b) => experts[a]! - experts[b]! || a - b);
  return {
    keys: at(all.keys, order),
    experts: at(experts, order),
    currencies: all.currencies && at(all.currencies, order),
    totals: all.totals.map((column) => at(column, order)),
  };
}

/** A part, and in which currency, of the kinds that match. */
interface Part {
  key: number;
  place: number;
  kinds: number[];
}

function partsOf(kinds: HeldKinds, question: HeldQuestion, cut: readonly CutRows[]): Part[] {
  const parts = new Map<number, Part>();
  const currencies = 1 + kinds.currencies.reduce((most, place) => Math.max(most, place), 0);
  const partAt = (key: number, place: number): Part => {
    const name = key * currencies + place;
    const part = parts.get(name) ?? { key, place, kinds: [] };
    parts.set(name, part);
    return part;
  };
  const matches = matching(kinds, question);
  for (let kind = 0; kind < kinds.versions.length; kind++) {
    if (!matches(kind)) continue;
    const key = keyOf(kinds, question.dimension, kind);
    const place = question.money ? kinds.currencies[kind]! : 0;
    partAt(key, place).kinds.push(kind);
  }
  for (const { keys, place } of cut) for (const key of keys) partAt(key, place);
  return [...parts.values()].sort((a, b) => a.key - b.key || a.place - b.place);
}

function matching(kinds: HeldKinds, question: HeldQuestion): (kind: number) => boolean {
  const { version, quarters } = question;
  const isIn = (ids: readonly number[] | null, column: Int32Array): ((kind: number) => boolean) => {
    if (ids === null) return () => true;
    const among = new Set(ids);
    return (kind) => among.has(column[kind]!);
  };
  const inSectors = isIn(question.sectors, kinds.sectors);
  const inProfessions = isIn(question.professions, kinds.professions);
  const inProjects = isIn(question.projects, kinds.projects);
  return (kind) => {
    const quarter = kinds.quarters[kind]!;
    return (
      kinds.versions[kind]! <= version &&
      inSectors(kind) &&
      inProfessions(kind) &&
      inProjects(kind) &&
      (quarters === null || (quarter > 0 && quarter >= quarters[0] && quarter <= quarters[1]))
    );
  };
}

function keyOf(kinds: HeldKinds, dimension: CellDimension, kind: number): number {
  switch (dimension) {
    case 'ALL':
      return 0;
    case 'SECTOR':
      return kinds.sectors[kind]!;
    case 'PROFESSION':
      return kinds.professions[kind]!;
    case 'PROJECT':
      return kinds.projects[kind]!;
    case 'QUARTER':
      return kinds.quarters[kind]!;
    case 'YEAR':
      return Math.floor(kinds.quarters[kind]! / 4);
    default:
      return dimension satisfies never;
  }
}

/** The totals of some parts, all experts of one after those of another. */
function addParts(
  held: HeldColumns,
  question: HeldQuestion,
  parts: readonly Part[],
  cut: Cut | undefined,
): GroupTotals[] {
  const { experts, rows, kinds } = held;
  const divisor = cut?.divisor ?? held.divisor;
  const factor = divisor / held.divisor;
  const size = experts.length;
  // Where the totals of a kind begin; −1 of one that does not count.
  const begins = new Int32Array(kinds.versions.length).fill(-1);
  for (const [p, part] of parts.entries()) for (const kind of part.kinds) begins[kind] = p * size;
  const counts = countriesThatCount(held, question.countries);
  const totals = new Float64Array(parts.length * size).fill(NaN);
  const entries = new Int32Array(parts.length * size);
  for (let row = 0; row < rows.values.length; row++) {
    const begin = begins[rows.kinds[row]!]!;
    if (begin < 0) continue;
    const expert = rows.experts[row]!;
    if (counts !== null && counts[held.countries[expert]!] === 0) continue;
    const at = begin + expert;
    entries[at]! += rows.entries[row]!;
    const value = rows.values[row]! * factor;
    const sum = totals[at]!;
    // NaN is no value: what has none leaves a sum as it is.
    if (value === value) totals[at] = sum === sum ? sum + value : value;
  }
  for (const each of cut?.rows ?? []) addCut(each, { parts, size, totals, entries, held, counts });
  return parts.map(({ key, place }, p) => {
    const own = {
      totals: totals.subarray(p * size, (p + 1) * size),
      entries: entries.subarray(p * size, (p + 1) * size),
    };
    return withEntries(experts, own, { key, place, divisor, money: question.money });
  });
}

interface Sums {
  parts: readonly Part[];
  /** How many experts there are. */
  size: number;
  totals: Float64Array;
  entries: Int32Array;
  held: HeldColumns;
  counts: Uint8Array | null;
}

/** The same of days. */
function addCut(cut: CutRows, { parts, size, totals, entries, held, counts }: Sums): void {
  const begins = cut.keys.map((key) => {
    const part = parts.findIndex((own) => own.key === key && own.place === cut.place);
    return part < 0 ? -1 : part * size;
  });
  for (let row = 0; row < cut.experts.length; row++) {
    const begin = begins[cut.parts === null ? 0 : cut.parts[row]!]!;
    if (begin < 0) continue;
    const expert = cut.experts[row]!;
    if (counts !== null && counts[held.countries[expert]!] === 0) continue;
    const at = begin + expert;
    entries[at]! += cut.entries[row]!;
    const value = cut.values[row]!;
    const sum = totals[at]!;
    if (value === value) totals[at] = sum === sum ? sum + value : value;
  }
}

function countriesThatCount(
  { countryCodes }: HeldColumns,
  countries: readonly string[] | null,
): Uint8Array | null {
  if (countries === null) return null;
  return Uint8Array.from(countryCodes, (code, place) => (place > 0 && countries.includes(code) ? 1 : 0));
}

/** Those who have anything there, in the order of their ids. */
function withEntries(
  experts: Float64Array,
  { totals, entries }: { totals: Float64Array; entries: Int32Array },
  { key, place, divisor, money }: { key: number; place: number; divisor: number; money: boolean },
): GroupTotals {
  let count = 0;
  for (let i = 0; i < entries.length; i++) if (entries[i]! > 0) count += 1;
  const found = { experts: new Float64Array(count), totals: new Float64Array(count) };
  let filled = 0;
  for (let i = 0; i < entries.length; i++) {
    if (!(entries[i]! > 0)) continue;
    found.experts[filled] = experts[i]!;
    found.totals[filled++] = totals[i]! / divisor;
  }
  return {
    keys: new Float64Array(count).fill(key),
    experts: found.experts,
    currencies: money ? new Float64Array(count).fill(place) : null,
    totals: [found.totals],
  };
}
