/** How many are worked on at a time, how many more may wait, and for how many milliseconds. */
export interface RoomSize {
  atWork: number;
  waiting: number;
  patience: number;
}

/** More at the same time would not be answered sooner: two threads draw, and ten connections ask the database. */
const usual: RoomSize = { atWork: 16, waiting: 64, patience: 1000 };

/** Places for requests: some at work, a short queue, and no more. */
export class Room {
  readonly #size: RoomSize;
  #atWork = 0;
  readonly #queue = new Set<() => void>();

  constructor(size: Partial<RoomSize> = {}) {
    this.#size = { ...usual, ...size };
  }

  /** Takes a place that is free, and tells how to leave it; undefined where none is. */
  enter(): (() => void) | undefined {
    return this.#atWork < this.#size.atWork ? this.#take() : undefined;
  }

  /** Waits for a place where it may; resolves with how to leave it, or undefined where there is none. */
  async wait(gone: AbortSignal): Promise<(() => void) | undefined> {
    if (this.#queue.size >= this.#size.waiting) return undefined;
    const called = await new Promise<boolean>((resolve) => {
      const end = (isCalled: boolean): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', leave);
        this.#queue.delete(call);
        resolve(isCalled);
      };
      const call = (): void => end(true);
      const leave = (): void => end(false);
      const timer = setTimeout(leave, this.#size.patience);
      gone.addEventListener('abort', leave, { once: true });
      this.#queue.add(call);
    });
    // Whoever left gave the place on to this one: it is taken already.
    return called ? this.#leaver() : undefined;
  }

  #take(): () => void {
    this.#atWork += 1;
    return this.#leaver();
  }

  #leaver(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const [next] = this.#queue;
      if (next) next();
      else this.#atWork -= 1;
    };
  }
}
