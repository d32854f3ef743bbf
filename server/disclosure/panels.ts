import { GrowingInverse, remainder } from './inverse.ts';

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
  readonly #owners: number[] = [];
  /** By column, which accepted questions it is part of. */
  readonly #questions: number[][] = [];
  /** The columns that are part of any, in the order in which they came to be; and those of each contributor. */
  readonly #known: number[] = [];
  readonly #knownOf = new Map<number, number[]>();
  readonly #panelOf = new Map<number, Panel>();
  /** By column, the last question considered that it was part of. */
  readonly #asked: number[] = [];
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
    this.#questions.push([]);
    this.#asked.push(0);
    return this.#owners.push(owner) - 1;
  }

  /** What accepting the sum of these columns would take; null where it cannot be accepted. */
  consider(columns: readonly number[]): Consideration | null {
    this.#considered += 1;
    for (const column of columns) this.#asked[column] = this.#considered;
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
          this.#first(this.#known, product) === null;
        return follows ? { follows } : null;
      }
      taken.add(this.#owners[found.column]!);
      witnesses.push(found);
    }
    return this.size < this.#most ? { follows: false, witnesses } : null;
  }

  /** Accepts the question that was considered last. */
  accept(columns: readonly number[], { witnesses }: Extract<Consideration, { follows: false }>): void {
    const question = this.size;
    for (const [index, { column, product, rest }] of witnesses.entries()) {
      const panel = this.#panels[index]!;
      panel.inverse.grow(product, this.#questions[column]!, rest);
      panel.columns.push(column);
      panel.members.add(this.#owners[column]!);
      this.#panelOf.set(this.#owners[column]!, panel);
    }
    for (const column of columns) {
      if (this.#questions[column]!.length === 0) this.#know(column);
      this.#questions[column]!.push(question);
    }
  }

  /** Who is in the panel already costs it nobody; else somebody who is in none. */
  #witness(
    panel: Panel,
    product: Float64Array,
    columns: readonly number[],
    taken: ReadonlySet<number>,
  ): Witness | null {
    const may = (column: number): boolean => {
      const owner = this.#owners[column]!;
      return !taken.has(owner) && (this.#panelOf.get(owner) ?? panel) === panel;
    };
    for (const member of panel.members) {
      const own = taken.has(member) ? null : this.#first(this.#knownOf.get(member) ?? [], product);
      if (own !== null) return own;
    }
    return this.#first(columns, product, may) ?? this.#first(this.#known, product, may);
  }

  /** The first of the columns on which the question is not what the panel's product says of it. */
  #first(
    columns: readonly number[],
    product: Float64Array,
    may?: (column: number) => boolean,
  ): Witness | null {
    for (const column of columns) {
      let rest = this.#isAsked(column) ? 1 : 0;
      for (const question of this.#questions[column]!) rest -= product[question]!;
      if (rest === 0) continue;
      rest = remainder(rest);
      if (rest !== 0 && (may === undefined || may(column))) return { column, product, rest };
    }
    return null;
  }

  #isAsked(column: number): boolean {
    return this.#asked[column] === this.#considered;
  }

  #know(column: number): void {
    this.#known.push(column);
    const owner = this.#owners[column]!;
    const own = this.#knownOf.get(owner);
    if (own === undefined) this.#knownOf.set(owner, [column]);
    else own.push(column);
  }
}
