import type { Cell } from './cell.ts';

/** What one contributor has in one place of a ledger, while it stood: the smallest thing that questions tell apart. */
export interface LedgerEntry {
  /** Row id of the contributor. */
  readonly owner: number;
  /** The first release that holds it. */
  readonly since: number;
  /** The first release that no longer does; Infinity while it stands. */
  readonly until: number;
  /** What it adds to the measure: never 0, below 0 for a deduction. */
  readonly value: number;
}

/** The entries that a question is about, without those of contributors whose net total is 0 or less. */
export interface RowSet {
  /** Places of the entries, those of one contributor next to each other. */
  readonly entries: readonly number[];
  /** The same for equal sets, and for no others. */
  readonly signature: number;
  /** By contributor, the signature of the entries that are theirs. */
  readonly shares: readonly { readonly owner: number; readonly signature: number }[];
  readonly cell: Cell;
}

/** The row set of entries that are given by their places in ascending order; contributors must lie together. */
export function rowSetOf(all: readonly LedgerEntry[], places: readonly number[]): RowSet {
  const entries: number[] = [];
  const shares: { owner: number; signature: number }[] = [];
  const signature = new Signature();
  let [total, largest, second] = [0, 0, 0];
  for (let next = 0; next < places.length;) {
    const start = next;
    const { owner } = all[places[start]!]!;
    const own = new Signature();
    let sum = 0;
    for (; next < places.length && all[places[next]!]!.owner === owner; next++) {
      sum += all[places[next]!]!.value;
      own.add(places[next]!);
    }
    if (sum <= 0) continue;
    for (let at = start; at < next; at++) {
      entries.push(places[at]!);
      signature.add(places[at]!);
    }
    shares.push({ owner, signature: own.value });
    total += sum;
    if (sum > largest) [largest, second] = [sum, largest];
    else if (sum > second) second = sum;
  }
  return {
    entries,
    signature: signature.value,
    shares,
    cell: { contributors: shares.length, total, largest, second },
  };
}

/** A 53-bit number of a set of places: the exclusive or of a number that each place scatters to. */
class Signature {
  #high = 0;
  #low = 0;

  add(place: number): void {
    this.#high ^= scatter(place * 2 + 1);
    this.#low ^= scatter(place * 2 + 2);
  }

  get value(): number {
    return (this.#high >>> 0) * 2 ** 21 + ((this.#low >>> 0) & 0x1fffff);
  }
}

/** The finaliser of MurmurHash3: every bit of the number moves half of the bits of the answer. */
function scatter(number: number): number {
  let hash = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
