import { setMaxListeners } from 'node:events';
import { TacitError } from '../errors/tacit-error.ts';

/** How long one operation may take, its waiting included. */
export const longestOperation = 15_000;

/** Calls back when whoever asked is no longer there to be answered; at once where that is so already. */
export type HangUp = (stop: (reason: Error) => void) => void;

export interface DeadlineOptions {
  /** Milliseconds. */
  within?: number | undefined;
  gone?: HangUp | undefined;
}

/**
 * The end of one operation's time. Its signal stops what the operation still waits for: SQL is cancelled in the
 * database, what waits for a connection or a thread no longer does. `end` lets go of the clock.
 */
export class Deadline {
  readonly #within: number;
  readonly #gone: HangUp | undefined;
  readonly #began = performance.now();
  #stopper: AbortController | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor({ within = longestOperation, gone }: DeadlineOptions = {}) {
    this.#within = within;
    this.#gone = gone;
  }

  /** Made when something is waited for: an answer from memory needs neither clock nor signal. */
  get signal(): AbortSignal {
    return (this.#stopper ??= this.#watch()).signal;
  }

  /** Milliseconds since the operation began, its waiting included. */
  get elapsed(): number {
    return performance.now() - this.#began;
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #watch(): AbortController {
    const stopper = new AbortController();
    // Every statement of an operation listens; Node 22 takes more than ten of them for a leak and says so.
    setMaxListeners(0, stopper.signal);
    const left = this.#began + this.#within - performance.now();
    if (left <= 0) stopper.abort(tookTooLong(this.#within));
    else this.#timer = setTimeout(() => stopper.abort(tookTooLong(this.#within)), left).unref();
    this.#gone?.((reason) => stopper.abort(reason));
    return stopper;
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
