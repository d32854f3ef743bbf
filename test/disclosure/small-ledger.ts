import fc from 'fast-check';
import { Lattice, type Division, type Verdict } from '../../server/disclosure/lattice.ts';
import { never, type LedgerColumns } from '../../server/disclosure/ledger-columns.ts';

/** An entry of a ledger with sectors and years. */
export interface Entry {
  readonly owner: number;
  readonly since: number;
  readonly until: number;
  readonly value: number;
  readonly sector: number;
  readonly year: number;
}

interface Columns extends LedgerColumns {
  readonly entries: readonly Entry[];
}

function columnsOf(entries: readonly Entry[]): Columns {
  return {
    size: entries.length,
    entries,
    owner: Int32Array.from(entries, ({ owner }) => owner),
    since: Int32Array.from(entries, ({ since }) => since),
    until: Int32Array.from(entries, ({ until }) => Math.min(until, never)),
    value: Float64Array.from(entries, ({ value }) => value),
  };
}

const by =
  (partOf: (entry: Entry) => number | null): Division<Columns> =>
  ({ entries }) =>
  (place) =>
    partOf(entries[place]!);

const divisions: Division<Columns>[] = [
  by(() => 0),
  by(({ sector }) => sector),
  by(({ year }) => year),
  ...[0, 1, 2].map((own) => by(({ sector, year }) => (sector === own ? year : null))),
];

/** The ledger as a release saw it. */
export function asOf(entries: readonly Entry[], release: number): Entry[] {
  return entries
    .filter(({ since }) => since <= release)
    .map((entry) => (entry.until > release ? { ...entry, until: Infinity } : entry));
}

/** What may be asked of the ledger at one of its releases. */
export interface Judge {
  judge(matches: (entry: Entry) => boolean): Verdict;
}

/** What may be asked of the ledger at each of its releases. */
export function latticesOf(entries: readonly Entry[], releases: number): Judge[] {
  let former: Lattice<Columns> | undefined;
  return Array.from({ length: releases }, (_, i) => {
    const lattice = new Lattice(columnsOf(asOf(entries, i + 1)), i + 1, divisions, former?.accepted);
    former = lattice;
    return {
      judge: (matches) => lattice.judge((columns) => (place) => matches(columns.entries[place]!)),
    };
  });
}

/** A random ledger: each contributor in one place or a few, some new in the second release, some corrected away in it. */
export const ledgers: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      places: fc.array(
        fc.record({
          sector: fc.integer({ min: 0, max: 2 }),
          year: fc.integer({ min: 2024, max: 2026 }),
          value: fc.integer({ min: 1, max: 60 }),
          life: fc.constantFrom('old', 'old', 'old', 'old', 'new', 'gone'),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 4, maxLength: 90, size: 'max' },
  )
  .map((people) =>
    people.flatMap(({ places }, owner) =>
      places.map(({ sector, year, value, life }) => ({
        owner,
        sector,
        year,
        value,
        since: life === 'new' ? 2 : 1,
        until: life === 'gone' ? 2 : Infinity,
      })),
    ),
  );

/** A question that an attacker asks: any sectors, any years, of a release. */
export interface Question {
  readonly release: number;
  readonly matches: (entry: Entry) => boolean;
}

/** Every question of any sectors and any years to each of the releases. */
export function everyQuestion(releases: number): Question[] {
  const questions: Question[] = [];
  for (let release = 1; release <= releases; release++) {
    for (let sectors = 1; sectors < 8; sectors++) {
      for (let years = 1; years < 8; years++) {
        questions.push({
          release,
          matches: ({ sector, year }) =>
            ((sectors >> sector) & 1) === 1 && ((years >> (year - 2024)) & 1) === 1,
        });
      }
    }
  }
  return questions;
}
