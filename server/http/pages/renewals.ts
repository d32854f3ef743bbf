interface Wanted {
  times: number;
  draw: () => Promise<unknown>;
}

/**
 * Pages that are drawn anew behind those that are sent meanwhile: one at a time, since each holds up who asks for another, and first
 * the one that was asked for most.
 */
export class Renewals {
  readonly #wanted = new Map<string, Wanted>();
  #drawn: string | undefined;

  /** Has a page drawn soon. Asked for again it comes sooner; what fails is left to whoever asks next. */
  want(place: string, draw: () => Promise<unknown>): void {
    if (place === this.#drawn) return;
    this.#wanted.set(place, { times: (this.#wanted.get(place)?.times ?? 0) + 1, draw });
    if (this.#drawn === undefined) void this.#drawAll();
  }

  async #drawAll(): Promise<void> {
    for (let next = this.#most(); next !== undefined; next = this.#most()) {
      const { draw } = this.#wanted.get(next)!;
      this.#wanted.delete(next);
      this.#drawn = next;
      await draw().catch(() => undefined);
    }
    this.#drawn = undefined;
  }

  #most(): string | undefined {
    let most: string | undefined;
    let times = 0;
    for (const [place, wanted] of this.#wanted) {
      if (wanted.times <= times) continue;
      most = place;
      times = wanted.times;
    }
    return most;
  }
}
