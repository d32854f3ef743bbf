/** A stream of bytes whose beginning can be looked at before it is read. */
export class Peekable implements AsyncIterable<Buffer> {
  readonly #source: AsyncIterator<Buffer>;
  readonly #kept: Buffer[] = [];
  #length = 0;
  #ended = false;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The first bytes, fewer where there are no more; they stay in the stream. */
  async peek(length: number): Promise<Buffer> {
    while (this.#length < length && !this.#ended) {
      const next = await this.#source.next();
      if (next.done) this.#ended = true;
      else {
        this.#kept.push(next.value);
        this.#length += next.value.length;
      }
    }
    return Buffer.concat(this.#kept).subarray(0, length);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      for (let chunk = this.#kept.shift(); chunk; chunk = this.#kept.shift()) yield chunk;
      while (!this.#ended) {
        const next = await this.#source.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await this.#source.return?.();
    }
  }
}
