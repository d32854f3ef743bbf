/** More than can be replaced while a page of one is still sent. */
const mostRemembered = 8;

/** When the data were last seen to stand as they stood: whatever replaced that came later. */
export class LastSeen {
  readonly #times = new Map<string, number>();

  /** They stood so at some moment after this one. */
  note(data: string, time: number): void {
    const known = this.#times.get(data);
    if (known === undefined && this.#times.size >= mostRemembered) {
      const [oldest] = this.#times.keys();
      this.#times.delete(oldest!);
    }
    this.#times.set(data, Math.max(time, known ?? 0));
  }

  /** For how long, at most, they have stood otherwise; in milliseconds. */
  since(data: string): number {
    const time = this.#times.get(data);
    return time === undefined ? Infinity : performance.now() - time;
  }
}
