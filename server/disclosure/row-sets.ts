import type { Cell } from './cell.ts';
import type { LedgerColumns } from './ledger-columns.ts';

/** The entries that a question is about, without those of contributors whose net total is 0 or less. */
export interface RowSet {
  /** Places of the entries, those of one contributor next to each other. */
  readonly entries: Int32Array;
  /** The same for equal sets, and for no others. */
  readonly signature: number;
  /** By contributor, who it is and the signature of the entries that are theirs. */
  readonly owners: Int32Array;
  readonly shares: Float64Array;
  readonly cell: Cell;
}

/** The row set of entries that are given by their places in ascending order; contributors must lie together. */
export function rowSetOf({ owner, value }: LedgerColumns, places: Int32Array): RowSet {
  const entries = new Int32Array(places.length);
  const owners = new Int32Array(places.length);
  const shares = new Float64Array(places.length);
  const signature = new Signature();
  let [kept, contributors, total, largest, second] = [0, 0, 0, 0, 0];
  for (let next = 0; next < places.length;) {
    const start = next;
    const who = owner[places[start]!]!;
    const own = new Signature();
    let sum = 0;
    for (; next < places.length && owner[places[next]!] === who; next++) {
      sum += value[places[next]!]!;
      own.add(places[next]!);
    }
    if (sum <= 0) continue;
    for (let at = start; at < next; at++) entries[kept++] = places[at]!;
    signature.join(own);
    owners[contributors] = who;
    shares[contributors++] = own.value;
    total += sum;
    if (sum > largest) [largest, second] = [sum, largest];
    else if (sum > second) second = sum;
  }
  return {
    entries: entries.subarray(0, kept),
    signature: signature.value,
    owners: owners.subarray(0, contributors),
    shares: shares.subarray(0, contributors),
    cell: { contributors, total, largest, second },
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

  /** Adds all places of another, none of which it has. */
  join(other: Signature): void {
    this.#high ^= other.#high;
    this.#low ^= other.#low;
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
