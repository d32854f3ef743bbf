/** Net totals by part of a ledger and by expert (of money also by currency), in columns; experts ascend within a part. */
export interface GroupTotals {
  readonly keys: Float64Array;
  readonly experts: Float64Array;
  /** Places among `currencyCodes`; of money only. */
  readonly currencies: Float64Array | null;
  /** One column for each measure asked for; NaN where no row has it. */
  readonly totals: readonly Float64Array[];
}

/** The places of each key's rows, ascending. */
export function placesByKey(keys: Float64Array): Map<number, Uint32Array> {
  if (keys.length > 0 && allSame(keys)) return new Map([[keys[0]!, everyPlace(keys.length)]]);
  const sizes = new Map<number, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const places = new Map<number, { rows: Uint32Array; filled: number }>();
  for (const [key, size] of sizes) places.set(key, { rows: new Uint32Array(size), filled: 0 });
  for (let i = 0; i < keys.length; i++) {
    const own = places.get(keys[i]!)!;
    own.rows[own.filled++] = i;
  }
  return new Map([...places].map(([key, { rows }]) => [key, rows]));
}

function allSame(keys: Float64Array): boolean {
  for (let i = 1; i < keys.length; i++) if (keys[i] !== keys[0]) return false;
  return true;
}

function everyPlace(length: number): Uint32Array {
  const places = new Uint32Array(length);
  for (let i = 0; i < length; i++) places[i] = i;
  return places;
}

/** The values at these places. */
export function at(values: Float64Array, places: Uint32Array): Float64Array {
  const found = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) found[i] = values[places[i]!]!;
  return found;
}

/** Columns that were read in blocks, end to end. */
export function joined(blocks: readonly Float64Array[]): Float64Array {
  if (blocks.length === 1) return blocks[0]!;
  const whole = new Float64Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const block of blocks) {
    whole.set(block, filled);
    filled += block.length;
  }
  return whole;
}
