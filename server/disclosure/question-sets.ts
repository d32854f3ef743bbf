import { GrowingInts } from './growing-ints.ts';

/** By column, a set of questions: 32 of them to a number. */
export class QuestionSets {
  readonly #planes: GrowingInts[] = [];

  add(column: number, question: number): void {
    const plane = question >>> 5;
    const ints = (this.#planes[plane] ??= new GrowingInts());
    ints.set(column, ints.at(column) | (1 << (question & 31)));
  }

  /** The questions in ascending order. */
  of(column: number): number[] {
    const found: number[] = [];
    for (const [index, plane] of this.#planes.entries()) {
      for (let bits = plane.at(column); bits !== 0; bits &= bits - 1) found.push(index * 32 + lowest(bits));
    }
    return found;
  }

  /** The sum of what each of the questions counts for. */
  sum(column: number, product: Float64Array): number {
    let sum = 0;
    for (let index = 0; index < this.#planes.length; index++) {
      for (let bits = this.#planes[index]!.at(column); bits !== 0; bits &= bits - 1) {
        sum += product[index * 32 + lowest(bits)]!;
      }
    }
    return sum;
  }
}

function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
