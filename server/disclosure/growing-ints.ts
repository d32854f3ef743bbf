/** Whole numbers in a row that grows; 0 where nothing was written. */
export class GrowingInts {
  #values: Int32Array;

  constructor(capacity = 1024) {
    this.#values = new Int32Array(capacity);
  }

  at(place: number): number {
    return place < this.#values.length ? this.#values[place]! : 0;
  }

  set(place: number, value: number): void {
    if (place >= this.#values.length) {
      const grown = new Int32Array(Math.max(place + 1, this.#values.length * 2));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[place] = value;
  }
}
