import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, gzip } from 'node:zlib';
import type { Coding } from '../coding.ts';
import { brotliOf } from './brotli.ts';
import type { Drawn } from './draw-apart.ts';
import { packWell } from './pack-well.ts';

const [brotli, unbrotli, zip] = [promisify(brotliCompress), promisify(brotliDecompress), promisify(gzip)];

/** A page as everybody is sent it, packed. */
export class KeptPage {
  /** Weak: it is the same page however it is packed. */
  readonly etag: string;
  /** Its policy, which names the hashes of what stands in it. */
  readonly policy: string | undefined;
  #brotli: Buffer;
  #gzip: Buffer | undefined;
  #readings = 0;
  /** Bytes held. */
  readonly size: number;

  private constructor({ body, headers }: Drawn, packed: Buffer) {
    this.etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    this.policy = headers['content-security-policy'];
    this.#brotli = packed;
    // Room for the other packing, and for what surrounds them.
    this.size = Math.ceil(packed.length * 2.5) + 2000;
  }

  static async of(drawn: Drawn): Promise<KeptPage> {
    return new KeptPage(drawn, await brotli(drawn.body, brotliOf('quick', drawn.body.length)));
  }

  async body(coding: Coding): Promise<Buffer> {
    if (coding === 'br') return this.#brotli;
    if (coding === 'gzip') return (this.#gzip ??= await zip(await unbrotli(this.#brotli)));
    return unbrotli(this.#brotli);
  }

  /** Counts a reading; true once, when it is worth packing well. */
  read(): boolean {
    this.#readings += 1;
    return this.#readings === 2;
  }

  async packWell(): Promise<void> {
    this.#brotli = await packWell(await unbrotli(this.#brotli));
  }
}
