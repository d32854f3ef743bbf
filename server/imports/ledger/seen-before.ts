const bits = 2 ** 28;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sixBits = new Uint8Array(128);
for (let value = 0; value < 64; value += 1) sixBits[alphabet.charCodeAt(value)] = value;

/**
 * A Bloom filter over digests: says of most rows, for certain and in 32 MiB however many there are, that no equal
 * one came before. The few that it cannot tell are compared in the database.
 */
export class SeenBefore {
  readonly #words = new Uint32Array(bits / 32);

  /** Adds a digest, at least 20 characters of base64url; false when it is new for certain. */
  add(digest: string): boolean {
    let seen = true;
    for (let start = 0; start < 20; start += 5) {
      let bit = 0;
      for (let index = start; index < start + 5; index += 1) {
        bit = (bit << 6) | sixBits[digest.charCodeAt(index)]!;
      }
      bit &= bits - 1;
      const word = bit >>> 5;
      const mask = 1 << (bit & 31);
      const before = this.#words[word]!;
      if ((before & mask) === 0) {
        seen = false;
        this.#words[word] = before | mask;
      }
    }
    return seen;
  }
}
