/** The bytes of doubles as they are kept in the database: little-endian, whatever the machine. */
export function packed(values: Float64Array): Buffer {
  const bytes = Buffer.from(values.slice().buffer);
  return littleEndian ? bytes : bytes.swap64();
}

/** The doubles of what `packed` made. */
export function unpacked(bytes: Uint8Array): Float64Array {
  const own = Buffer.from(bytes);
  // Short buffers lie in a pool, at any offset: doubles need their own memory.
  const aligned = Buffer.from(new ArrayBuffer(own.length));
  own.copy(aligned);
  if (!littleEndian) aligned.swap64();
  return new Float64Array(aligned.buffer, 0, own.length / 8);
}

/** The doubles that PostgreSQL sends: big-endian. */
export function received(bytes: Uint8Array): Float64Array {
  const own = Buffer.from(new ArrayBuffer(bytes.length));
  own.set(bytes);
  if (littleEndian) own.swap64();
  return new Float64Array(own.buffer, 0, own.length / 8);
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
