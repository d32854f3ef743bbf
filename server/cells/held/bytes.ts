const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The ints that PostgreSQL sends: big-endian. */
export function ints(bytes: Uint8Array): Int32Array {
  const own = Buffer.from(new ArrayBuffer(bytes.length));
  own.set(bytes);
  if (littleEndian) own.swap32();
  return new Int32Array(own.buffer, 0, own.length / 4);
}

/** The same where nobody else has those bytes: they are turned round as they lie. */
export function intsIn(bytes: ArrayBuffer): Int32Array {
  if (littleEndian) Buffer.from(bytes).swap32();
  return new Int32Array(bytes);
}

export function doublesIn(bytes: ArrayBuffer): Float64Array {
  if (littleEndian) Buffer.from(bytes).swap64();
  return new Float64Array(bytes);
}

/** Where an id stands among ids, ascending; it is among them. */
export function placeOf(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
