import { lowestSum, type SortedSample } from './sorted-sample.ts';

/**
 * `lowestSum` of a sample at many counts at once, the same to the last digit: one pass over the groups instead of a search for
 * each. `countsAt` gives the counts for a sample of so many observations; they are worked out once for each size.
 *
 * Samples that lack one observation in turn (`forEachLeftOut`) differ from the whole only by that one: what they have is read off two
 * rows that are made once, at the counts and at one more.
 */
export class LowestSums {
  readonly #countsAt: (size: number) => Float64Array;
  #size = -1;
  #counts: Float64Array = new Float64Array();
  #order: Uint32Array = new Uint32Array();
  #whole: { sums: Float64Array; below: Float64Array; above: Float64Array } | null = null;

  constructor(countsAt: (size: number) => Float64Array) {
    this.#countsAt = countsAt;
  }

  /** Writes the sums into `into`, in the order of the counts. */
  read(sample: SortedSample, into: Float64Array): void {
    if (sample.size !== this.#size) this.#prepare(sample.size);
    if (sample.gapRank === Infinity) this.#sweep(sample, into);
    else this.#stepOver(sample, into);
  }

  #prepare(size: number): void {
    this.#size = size;
    this.#counts = this.#countsAt(size);
    const counts = this.#counts;
    this.#order = Uint32Array.from(counts.keys()).sort((a, b) => counts[a]! - counts[b]!);
    this.#whole = null;
  }

  #sweep({ ranks, sums, values }: SortedSample, into: Float64Array): void {
    const counts = this.#counts;
    const last = ranks.length - 2;
    let g = 0;
    for (const i of this.#order) {
      const count = counts[i]!;
      while (g < last && ranks[g + 1]! < count) g++;
      into[i] = sums[g]! + (count - ranks[g]!) * values[g]!;
    }
  }

  #stepOver(sample: SortedSample, into: Float64Array): void {
    const counts = this.#counts;
    if (this.#whole?.sums !== sample.sums) {
      const whole = { ...sample, gapRank: Infinity, gapValue: 0 };
      this.#whole = {
        sums: sample.sums,
        below: counts.map((count) => lowestSum(whole, count)),
        above: counts.map((count) => lowestSum(whole, count + 1)),
      };
    }
    const { below, above } = this.#whole;
    const { gapRank, gapValue } = sample;
    for (let i = 0; i < counts.length; i++) {
      into[i] = counts[i]! <= gapRank ? below[i]! : above[i]! - gapValue;
    }
  }
}
