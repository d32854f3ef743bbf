import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { said } from '../../errors/said.ts';
import { TacitError } from '../../errors/tacit-error.ts';

/** The refusal of what is larger than an upload may be. */
export function tooLarge(most: number): TacitError {
  return new TacitError(
    'PAYLOAD_TOO_LARGE',
    said`The file is larger than the ${most} bytes that this server takes (MAX_UPLOAD_BYTES); "npm run import" on the machine itself takes any size.`,
    { limit: most },
  );
}

interface Terms {
  mostBytes: number;
  /** Settles when all that came with the file has been seen, and throws where the whole is not to be used. */
  whole?: () => Promise<void>;
}

/**
 * A file while it arrives. It ends only when all of it is there: cut off by its limit, by a sender who went away
 * or by a form that is not whole, it fails instead, so that a part is never taken for the file. It leaves its
 * source open: the answer has still to be written to the same connection.
 */
export class ArrivingFile extends Transform {
  readonly #terms: Terms;
  #bytes = 0;

  constructor(source: Readable, terms: Terms) {
    super();
    this.#terms = terms;
    const cutOff = (): void => {
      if (!source.readableEnded)
        this.destroy(new TacitError('BAD_REQUEST', said`The upload was cut off half way.`));
    };
    source.once('error', cutOff).once('close', cutOff).pipe(this);
    if (source.destroyed) cutOff();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#terms.mostBytes) done(tooLarge(this.#terms.mostBytes));
    else done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    if (!this.#terms.whole) return done();
    this.#terms.whole().then(() => done(), done);
  }
}
