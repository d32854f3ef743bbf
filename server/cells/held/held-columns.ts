/**
 * One measure of a rollup in memory, in columns that threads share: a row for each expert and kind of work. What the rows of a kind
 * have in common stands once, in the columns of kinds.
 */
export interface HeldColumns {
  /** Row ids of the dataset's experts, ascending. */
  readonly experts: Float64Array;
  /** For each expert the place of the country in `countryCodes`. */
  readonly countries: Uint16Array;
  /** '' first, for those of whom no country is known. */
  readonly countryCodes: readonly string[];
  /** The currencies that occur, '' for rows without money. */
  readonly currencyCodes: readonly string[];
  readonly kinds: HeldKinds;
  readonly rows: HeldRows;
  /** Values are whole numbers of 1 / divisor, whose sums doubles hold exactly. */
  readonly divisor: number;
  /** What all values add up to, each as if it were positive. */
  readonly magnitude: number;
}

/** Columns with an entry for each kind of work; those that the rollup does not know are all 0. */
export interface HeldKinds {
  readonly quarters: Int32Array;
  readonly sectors: Int32Array;
  readonly professions: Int32Array;
  readonly projects: Int32Array;
  /** Places of currencies among `currencyCodes`. */
  readonly currencies: Int32Array;
  readonly versions: Int32Array;
}

export interface HeldRows {
  /** Places among `experts`. */
  readonly experts: Uint32Array;
  /** Places among the kinds. */
  readonly kinds: Uint16Array | Uint32Array;
  /** NaN where the rows behind it do not have the measure. */
  readonly values: Int32Array | Float64Array;
  /** How many rows of the ledger stand behind each, reversed ones taken off. */
  readonly entries: Uint16Array | Int32Array;
}

/** The most that values may add up to: what doubles hold exactly, and as much again to be safe. */
export const mostMagnitude = Number.MAX_SAFE_INTEGER / 2;

/** Doubles and the like in memory that every thread sees. */
export function shared<Column extends Float64Array | Uint32Array | Int32Array | Uint16Array>(
  kind: new (buffer: SharedArrayBuffer) => Column,
  length: number,
): Column {
  const { BYTES_PER_ELEMENT } = kind as unknown as { BYTES_PER_ELEMENT: number };
  return new kind(new SharedArrayBuffer(length * BYTES_PER_ELEMENT));
}

/** What they take in memory, in bytes. */
export function bytesHeld({ experts, countries, kinds, rows }: HeldColumns): number {
  const columns = [experts, countries, ...Object.values(kinds), ...Object.values(rows)];
  return columns.reduce((bytes, { byteLength }: { byteLength: number }) => bytes + byteLength, 1000);
}
