import { setMaxListeners } from 'node:events';
import { TacitError } from '../errors/tacit-error.ts';

/** How long one operation may take, its waiting included. */
export const longestOperation = 15_000;

export interface DeadlineOptions {
  /** Milliseconds. */
  within?: number | undefined;
  /** Fires when whoever asked is no longer there to be answered. */
  gone?: AbortSignal | undefined;
}

/**
 * The end of one operation's time. Its signal stops what the operation still waits for: SQL is cancelled in the
 * database, what waits for a connection or a thread no longer does. `end` lets go of the clock.
 */
export class Deadline {
  readonly signal: AbortSignal;
  readonly #timer: NodeJS.Timeout;

  constructor({ within = longestOperation, gone }: DeadlineOptions = {}) {
    const late = new AbortController();
    this.#timer = setTimeout(() => late.abort(tookTooLong(within)), within).unref();
    this.signal = gone ? AbortSignal.any([late.signal, gone]) : late.signal;
    // Every statement of an operation listens; Node 22 takes more than ten of them for a leak and says so.
    setMaxListeners(0, this.signal);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

function tookTooLong(within: number): TacitError {
  return new TacitError(
    'QUERY_TIMEOUT',
    `The operation was stopped after ${within / 1000} seconds: narrow its filter, ask for smaller pages, or part it in two.`,
  );
}

/** The promise's answer, or as soon as the signal fires its reason. */
export async function untilStopped<Answer>(signal: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, fail) => {
    stop = () => fail(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([answer, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * An answer that several operations wait for while one of them gets it. When that one is stopped the others are not:
 * they ask again.
 */
export async function sharedAnswer<Answer>(signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await untilStopped(signal, ask());
    } catch (error) {
      const another = error instanceof TacitError && error.code === 'QUERY_TIMEOUT' && !signal.aborted;
      if (!another) throw error;
    }
  }
}
