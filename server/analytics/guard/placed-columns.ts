import { never, type LedgerColumns } from '../../disclosure/ledger-columns.ts';

/** The entries of a ledger with what filters and groups ask of them; 0 stands for unknown. */
export interface PlacedColumns extends LedgerColumns {
  readonly sector: Int32Array;
  readonly profession: Int32Array;
  readonly project: Int32Array;
  readonly quarter: Int32Array;
  /** The place among `countries` of the contributor's, from 1. */
  readonly country: Int32Array;
  readonly platform: Int32Array;
  readonly laboratory: Int32Array;
  /** Codes, ascending. */
  readonly countries: readonly string[];
}

export const placeNames = [
  'sector',
  'profession',
  'project',
  'quarter',
  'country',
  'platform',
  'laboratory',
] as const;
const names = ['owner', 'since', 'until', ...placeNames] as const;

/** Room for that many entries. */
export function roomFor(size: number, countries: readonly string[]): PlacedColumns {
  const ints = Object.fromEntries(names.map((name) => [name, new Int32Array(size)])) as Record<
    (typeof names)[number],
    Int32Array
  >;
  return { ...ints, size, value: new Float64Array(size), countries };
}

/**
 * The entries as an earlier release saw them: what came later is not there, what went later still stands, and what differs
 * only in when it later went is one entry again. Contributors stand in an order that no later release changes, so that what
 * was decided once is decided again. `all` stands by contributor, first release, place and last release.
 */
export function asOf(all: PlacedColumns, release: number): PlacedColumns {
  const seen = roomFor(all.size, all.countries);
  let size = 0;
  for (let place = 0; place < all.size; place++) {
    if (all.since[place]! > release) continue;
    const until = all.until[place]! > release ? never : all.until[place]!;
    if (size > 0 && until === seen.until[size - 1] && isSamePlace(seen, size - 1, all, place)) {
      seen.value[size - 1]! += all.value[place]!;
      continue;
    }
    copyEntry(all, place, seen, size);
    seen.until[size++] = until;
  }
  return byFirstRelease(seen, size);
}

function isSamePlace(one: PlacedColumns, at: number, other: PlacedColumns, place: number): boolean {
  return (
    one.owner[at] === other.owner[place] &&
    one.since[at] === other.since[place] &&
    one.sector[at] === other.sector[place] &&
    one.profession[at] === other.profession[place] &&
    one.project[at] === other.project[place] &&
    one.quarter[at] === other.quarter[place]
  );
}

function copyEntry(from: PlacedColumns, place: number, to: PlacedColumns, at: number): void {
  for (const name of names) to[name][at] = from[name][place]!;
  to.value[at] = from.value[place]!;
}

/** Contributors by the release in which they first have something, then by their number; without entries that are 0. */
function byFirstRelease(seen: PlacedColumns, size: number): PlacedColumns {
  const starts = new Map<number, number[]>();
  let kept = 0;
  for (let place = 0; place < size; place++) {
    if (seen.value[place] !== 0) kept += 1;
    if (place > 0 && seen.owner[place] === seen.owner[place - 1]) continue;
    const first = seen.since[place]!;
    const own = starts.get(first);
    if (own === undefined) starts.set(first, [place]);
    else own.push(place);
  }
  const ordered = roomFor(kept, seen.countries);
  let next = 0;
  for (const first of [...starts.keys()].sort((a, b) => a - b)) {
    for (const start of starts.get(first)!) {
      for (let place = start; place < size && seen.owner[place] === seen.owner[start]; place++) {
        if (seen.value[place] !== 0) copyEntry(seen, place, ordered, next++);
      }
    }
  }
  return ordered;
}
