import { LRUCache } from 'lru-cache';
import type pg from 'pg';

/** Statements that have a name, and are planned once a connection. */
const mostNamed = 500;

/** A database that answers has cancelled a statement by then; one that is gone without a word never does. */
const cancelWithin = 500;

export interface Read {
  json: string;
  points: number;
  fingerprint: string;
}

/** Sends statements: each under a name of its own, so that PostgreSQL parses and plans it once a connection. */
export class Runner {
  /** What is asked once is not worth a name: it is kept in every connection. */
  readonly #seen = new LRUCache<string, true>({ max: 2 * mostNamed });
  readonly #names = new Map<string, string>();

  /** Runs a statement; when the signal fires it is cancelled in the database, and waited for only so long. */
  run(pool: pg.Pool, text: string, values: unknown[], signal: AbortSignal): Promise<Read> {
    signal.throwIfAborted();
    return new Promise((resolve, fail) => {
      let cancel = (): void => undefined;
      const stop = (): void => {
        cancel();
        setTimeout(() => fail(signal.reason as Error), cancelWithin).unref();
      };
      signal.addEventListener('abort', stop, { once: true });
      this.#send(pool, text, values, signal, (how) => (cancel = how))
        .finally(() => signal.removeEventListener('abort', stop))
        .then(resolve, fail);
    });
  }

  async #send(
    pool: pg.Pool,
    text: string,
    values: unknown[],
    signal: AbortSignal,
    cancelledBy: (cancel: () => void) => void,
  ): Promise<Read> {
    const client = await pool.connect();
    let cancelled: Promise<unknown> | undefined;
    let fault: Error | undefined;
    try {
      signal.throwIfAborted();
      cancelledBy(() => {
        const { processID } = client as unknown as { processID: number };
        cancelled = pool.query('select pg_cancel_backend($1)', [processID]).catch(() => undefined);
      });
      const name = this.#nameOf(text);
      const { rows } = await client.query<[string, string, string]>({
        ...(name === undefined ? {} : { name }),
        text,
        values,
        rowMode: 'array',
      });
      const [json, points, fingerprint] = rows[0]!;
      return { json, points: Number(points), fingerprint };
    } catch (error) {
      // A connection that is gone is not given back to others; a statement that failed leaves it whole.
      if (!(error instanceof Error && 'severity' in error)) fault = error as Error;
      throw error;
    } finally {
      cancelledBy(() => undefined);
      // Given back earlier, the connection's next statement could be the one that is cancelled.
      await cancelled;
      client.release(fault !== undefined && !signal.aborted ? fault : undefined);
    }
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (!this.#seen.has(text)) {
      this.#seen.set(text, true);
      return undefined;
    }
    if (this.#names.size >= mostNamed) return undefined;
    const name = `readpath_${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}
