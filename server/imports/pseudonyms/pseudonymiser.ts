import { createHash, hash } from 'node:crypto';

const blockLength = 64;
/** Digits and capitals without those that are mistaken for one another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
const longestKept = 64;
const mostCached = 200_000;

/**
 * Replaces contributor ids by HMAC-SHA-256 under the data folder's key, cut to 80 bits. The dataset is part of
 * what is hashed: one person has unrelated pseudonyms in two datasets.
 */
export class Pseudonymiser {
  readonly #inner: Buffer;
  readonly #outer: Buffer;
  readonly #dataset: string;
  readonly #kept: ReadonlySet<string>;
  #cache = new Map<string, string>();

  /** `kept`: ids that are pseudonyms of this dataset already, as in its own export. */
  constructor(key: Buffer, dataset: string, kept: ReadonlySet<string> = new Set()) {
    const block = Buffer.alloc(blockLength);
    (key.length > blockLength ? createHash('sha256').update(key).digest() : key).copy(block);
    this.#inner = Buffer.from(block.map((byte) => byte ^ 0x36));
    this.#outer = Buffer.from(block.map((byte) => byte ^ 0x5c));
    this.#dataset = dataset;
    this.#kept = kept;
  }

  /** The pseudonym of an id: the same for the same id, key and dataset. */
  of(id: string): string {
    if (this.#kept.has(id)) return id;
    let pseudonym = this.#cache.get(id);
    if (pseudonym === undefined) {
      pseudonym = encode(this.digest(`${this.#dataset}\0${id.normalize('NFC')}`));
      if (this.#cache.size >= mostCached) this.#cache = new Map();
      // A copy: a part cut out of a text keeps all of that text in memory.
      this.#cache.set(Buffer.from(id).toString(), pseudonym);
    }
    return pseudonym;
  }

  /** An id that is said to be a pseudonym already, as it is; one that looks like an address is hashed all the same. */
  kept(id: string): string {
    return /[@\s]/.test(id) || id.length > longestKept ? this.of(id) : id;
  }

  /** HMAC-SHA-256 by its definition: Node's own object for it takes ten times as long for short texts. */
  digest(text: string): Buffer {
    const inner = hash('sha256', Buffer.concat([this.#inner, Buffer.from(text)]), 'buffer');
    return hash('sha256', Buffer.concat([this.#outer, inner]), 'buffer');
  }
}

function encode(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes.subarray(0, (length * 5) / 8)) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(value >> (bits - 5)) & 31]!;
    value &= (1 << bits) - 1;
  }
  return text;
}
