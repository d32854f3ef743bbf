import { setImmediate as turn } from 'node:timers/promises';

/** Turns of the event loop that a question waits while others still join it. */
const mostTurns = 8;

/**
 * A question that many ask at the same time, and that each wants answered as of a moment after it asked. Who asks while it is
 * being answered is answered together, and so is who asks in the same turns of the event loop: it is asked once a turn has
 * brought nobody else. Alone, that is at once; under load one answer serves many.
 */
export class Together<Answer> {
  readonly #ask: () => Promise<Answer>;
  #asking: Promise<unknown> | null = null;
  #next: Promise<Answer> | null = null;
  #joined = 0;

  constructor(ask: () => Promise<Answer>) {
    this.#ask = ask;
  }

  answer(): Promise<Answer> {
    this.#joined += 1;
    return (this.#next ??= this.#soon(this.#asking));
  }

  async #soon(before: Promise<unknown> | null): Promise<Answer> {
    await before;
    for (let turns = 0, joined = -1; joined < this.#joined && turns < mostTurns; turns += 1) {
      joined = this.#joined;
      await turn();
    }
    this.#next = null;
    const answer = this.#ask();
    this.#asking = answer.catch(() => undefined);
    return answer;
  }
}
