import { constants, createDeflate, type Deflate } from 'node:zlib';

export const channels = 4;

/** Rows of a picture, deflated so that what is packed elsewhere can follow. */
export interface Packed {
  /** Deflated, without what frames a zlib stream; of the last part with its end. */
  body: Uint8Array;
  /** Adler-32 of the rows, and how many bytes they were. */
  checksum: number;
  bytes: number;
}

/**
 * Packs rows of pixels (red, green, blue, alpha; opaque), a band at a time, off the thread that draws. Drawings are
 * flat colour: unfiltered rows at the fastest level take less than half the time of the renderer's own encoder, for up
 * to half as many bytes again.
 */
export class RowPacker {
  readonly #stride: number;
  /** With room for what a band comes to: packing waits for nobody to take it while the next is drawn. */
  readonly #packing: Deflate = createDeflate({ level: 1, chunkSize: 512 * 1024 });
  readonly #packed: Buffer[] = [];
  /** Two bands in turn: one is packed while the other is filled. */
  readonly #rows: Buffer[] = [];
  #turn = 0;
  #bytes = 0;
  #written: Promise<void> = Promise.resolve();

  constructor(width: number) {
    this.#stride = width * channels;
    this.#packing.on('data', (part: Buffer) => this.#packed.push(part));
  }

  /** Adds the next rows; fulfilled once there is room for others, which may be before these are packed. */
  async add(pixels: Buffer): Promise<void> {
    const stride = this.#stride;
    const count = pixels.length / stride;
    const rows = this.#room((stride + 1) * count);
    // Before each row stands the number of its filter: none.
    for (let row = 0; row < count; row += 1)
      pixels.copy(rows, row * (stride + 1) + 1, row * stride, (row + 1) * stride);
    this.#bytes += rows.length;
    const before = this.#written;
    this.#written = new Promise((resolve, fail) =>
      this.#packing.write(rows, (error) => (error ? fail(error) : resolve())),
    );
    await before;
  }

  /** All of them; where others follow, nothing that comes later refers to what is here. */
  async end(isLast: boolean): Promise<Packed> {
    await this.#written;
    if (!isLast) await new Promise<void>((resolve) => this.#packing.flush(constants.Z_FULL_FLUSH, resolve));
    await new Promise<void>((resolve, fail) => {
      this.#packing.once('error', fail).once('end', resolve).end();
    });
    const stream = Buffer.concat(this.#packed);
    const end = stream.length - trailer;
    if (!isLast && stream.readUInt16BE(end - 2) !== emptyLastBlock)
      throw new Error('rows did not end where they were flushed');
    return {
      body: stream.subarray(header, isLast ? end : end - 2),
      checksum: stream.readUInt32BE(end),
      bytes: this.#bytes,
    };
  }

  #room(bytes: number): Buffer {
    this.#turn = 1 - this.#turn;
    const kept = this.#rows[this.#turn];
    if (kept?.length === bytes) return kept;
    return (this.#rows[this.#turn] = Buffer.alloc(bytes));
  }
}

// A zlib stream (RFC 1950): two bytes, deflated blocks, the checksum. What ends right after a flush adds one block of nothing.
const header = 2;
const trailer = 4;
const emptyLastBlock = 0x0300;
