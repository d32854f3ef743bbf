import { GrowingInts } from './growing-ints.ts';
import { GrowingInverse, remainder } from './inverse.ts';
import { QuestionSets } from './question-sets.ts';

/** What accepting a question would take: nothing, because its answer follows from those given; or a witness a panel. */
export type Consideration =
  { readonly follows: true } | { readonly follows: false; readonly witnesses: readonly Witness[] };

interface Witness {
  readonly column: number;
  readonly product: Float64Array;
  readonly rest: number;
}

interface Panel {
  readonly inverse: GrowingInverse;
  /** The witnesses, one a question, in the order of the questions. */
  readonly columns: number[];
  /** Whose columns they are. */
  readonly members: Set<number>;
}

/**
 * The proof that no answers, however combined, are about fewer contributors than the threshold. What is not known (a
 * column) belongs to one contributor; a question is the sum of some of the columns. Each panel is a set of columns on
 * which all accepted questions are linearly independent, and no contributor has columns in two panels. A combination of
 * answers that is not nothing is therefore not nothing on every panel: at least one contributor of each is in it.
 */
export class Panels {
  readonly #panels: readonly Panel[];
  readonly #most: number;
  readonly #owners = new GrowingInts();
  #columns = 0;
  /** By column, which accepted questions it is part of. */
  readonly #questions = new QuestionSets();
  /** The columns that are part of any, in the order in which they came to be; and by column its place there, from 1. */
  readonly #known = new GrowingInts();
  readonly #knownAs = new GrowingInts();
  #knownCount = 0;
  /** By contributor the last column, and by column the one before it of the same contributor, from 1. */
  readonly #lastOf = new GrowingInts();
  readonly #before = new GrowingInts();
  readonly #panelOf = new Map<number, Panel>();
  /** By column, the last question considered that it was part of. */
  readonly #asked = new GrowingInts();
  #considered = 0;

  constructor(threshold: number, most: number) {
    this.#panels = Array.from({ length: threshold }, () => ({
      inverse: new GrowingInverse(),
      columns: [],
      members: new Set<number>(),
    }));
    this.#most = most;
  }

  /** How many questions were accepted that do not follow from others. */
  get size(): number {
    return this.#panels[0]!.columns.length;
  }

  /** A new column of that contributor, part of no accepted question. */
  addColumn(owner: number): number {
    const column = this.#columns++;
    this.#owners.set(column, owner);
    this.#before.set(column, this.#lastOf.at(owner));
    this.#lastOf.set(owner, column + 1);
    return column;
  }

  /** What accepting the sum of these columns would take; null where it cannot be accepted. */
  consider(columns: ArrayLike<number>): Consideration | null {
    this.#considered += 1;
    for (let i = 0; i < columns.length; i++) this.#asked.set(columns[i]!, this.#considered);
    const taken = new Set<number>();
    const witnesses: Witness[] = [];
    for (const panel of this.#panels) {
      const told = panel.columns.flatMap((column, place) => (this.#isAsked(column) ? [place] : []));
      const product = panel.inverse.rowTimes(told);
      const found = this.#witness(panel, product, columns, taken);
      if (found === null) {
        const follows =
          witnesses.length === 0 &&
          this.#first(columns, product) === null &&
          this.#firstKnown(product) === null;
        return follows ? { follows } : null;
      }
      taken.add(this.#owners.at(found.column));
      witnesses.push(found);
    }
    return this.size < this.#most ? { follows: false, witnesses } : null;
  }

  /** Accepts the question that was considered last. */
  accept(columns: ArrayLike<number>, { witnesses }: Extract<Consideration, { follows: false }>): void {
    const question = this.size;
    for (const [index, { column, product, rest }] of witnesses.entries()) {
      const panel = this.#panels[index]!;
      panel.inverse.grow(product, this.#questions.of(column), rest);
      panel.columns.push(column);
      panel.members.add(this.#owners.at(column));
      this.#panelOf.set(this.#owners.at(column), panel);
    }
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      if (this.#knownAs.at(column) === 0) this.#know(column);
      this.#questions.add(column, question);
    }
  }

  /** Who is in the panel already costs it nobody; else somebody who is in none. */
  #witness(
    panel: Panel,
    product: Float64Array,
    columns: ArrayLike<number>,
    taken: ReadonlySet<number>,
  ): Witness | null {
    const may = (column: number): boolean => {
      const owner = this.#owners.at(column);
      return !taken.has(owner) && (this.#panelOf.get(owner) ?? panel) === panel;
    };
    for (const member of panel.members) {
      const own = taken.has(member) ? null : this.#first(this.#knownOf(member), product);
      if (own !== null) return own;
    }
    return this.#first(columns, product, may) ?? this.#firstKnown(product, may);
  }

  /** The first of the columns on which the question is not what the panel's product says of it. */
  #first(
    columns: ArrayLike<number>,
    product: Float64Array,
    may?: (column: number) => boolean,
  ): Witness | null {
    for (let i = 0; i < columns.length; i++) {
      const witness = this.#witnessAt(columns[i]!, product, may);
      if (witness !== null) return witness;
    }
    return null;
  }

  /** The same of all columns that are part of a question. */
  #firstKnown(product: Float64Array, may?: (column: number) => boolean): Witness | null {
    for (let i = 0; i < this.#knownCount; i++) {
      const witness = this.#witnessAt(this.#known.at(i), product, may);
      if (witness !== null) return witness;
    }
    return null;
  }

  #witnessAt(column: number, product: Float64Array, may?: (column: number) => boolean): Witness | null {
    const difference = (this.#isAsked(column) ? 1 : 0) - this.#questions.sum(column, product);
    if (difference === 0) return null;
    const rest = remainder(difference);
    return rest !== 0 && (may === undefined || may(column)) ? { column, product, rest } : null;
  }

  #isAsked(column: number): boolean {
    return this.#asked.at(column) === this.#considered;
  }

  #know(column: number): void {
    this.#known.set(this.#knownCount, column);
    this.#knownCount += 1;
    this.#knownAs.set(column, this.#knownCount);
  }

  /** What is known of one contributor, in the order in which it came to be. */
  #knownOf(owner: number): number[] {
    const own: number[] = [];
    for (let next = this.#lastOf.at(owner); next > 0; next = this.#before.at(next - 1)) {
      if (this.#knownAs.at(next - 1) > 0) own.push(next - 1);
    }
    return own.sort((a, b) => this.#knownAs.at(a) - this.#knownAs.at(b));
  }
}
