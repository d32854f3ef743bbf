/** Below this many the engine's own sort is as quick. */
const leastByDigits = 4096;
/** Digits of the bits of a double, the lowest first: in which half they stand, from which bit on, how many. */
const digits = [
  { half: 0, shift: 0, bits: 11 },
  { half: 0, shift: 11, bits: 11 },
  { half: 0, shift: 22, bits: 10 },
  { half: 1, shift: 0, bits: 11 },
  { half: 1, shift: 11, bits: 11 },
  { half: 1, shift: 22, bits: 10 },
] as const;
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * The numbers above 0 among these, ascending; NaN is left out. Read as whole numbers, the bits of doubles above 0 are in the order of
 * the doubles, so they are sorted digit by digit, without comparing any two: an eighth of the time that `sort` takes of 280 000. Digits
 * that are the same in all, as the last ones of whole numbers are, cost nothing.
 */
export function positiveAscending(values: Float64Array): Float64Array {
  let from = positive(values);
  if (from.length < leastByDigits || !littleEndian) return from.sort();
  let to = new Float64Array(from.length);
  for (const digit of digits) {
    const places = placesOf(from, digit);
    if (places === null) continue;
    scatter(from, to, places, digit);
    [from, to] = [to, from];
  }
  return from;
}

function positive(values: Float64Array): Float64Array<ArrayBuffer> {
  const found = new Float64Array(values.length);
  let filled = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > 0) found[filled++] = values[i]!;
  return filled === values.length ? found : found.slice(0, filled);
}

type Digit = (typeof digits)[number];

/** Where those with each digit begin; null where all have the same. */
function placesOf(values: Float64Array, { half, shift, bits }: Digit): Uint32Array | null {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const counts = new Uint32Array(1 << bits);
  const mask = counts.length - 1;
  for (let i = half; i < words.length; i += 2) counts[(words[i]! >>> shift) & mask]! += 1;
  if (counts[(words[half]! >>> shift) & mask] === values.length) return null;
  for (let d = 0, begin = 0; d < counts.length; d++) {
    const count = counts[d]!;
    counts[d] = begin;
    begin += count;
  }
  return counts;
}

function scatter(from: Float64Array, to: Float64Array, places: Uint32Array, { half, shift }: Digit): void {
  const words = new Uint32Array(from.buffer, from.byteOffset, 2 * from.length);
  const mask = places.length - 1;
  for (let i = 0; i < from.length; i++) to[places[(words[2 * i + half]! >>> shift) & mask]!++] = from[i]!;
}
