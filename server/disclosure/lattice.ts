import type { LedgerColumns } from './ledger-columns.ts';
import { Panels, type Consideration } from './panels.ts';
import { complementOf, type TableCell } from './remainder-cell.ts';
import { rowSetOf, type RowSet } from './row-sets.ts';
import { leastContributors, noData, unsafeCell } from './rules.ts';
import { SuppressionReason, type Suppression } from './suppression-reason.ts';

/** What is said of a question: it may be answered (null), why not, or that its answer would tell a person apart. */
export type Verdict = Suppression | 'RISK' | null;

/** Whether an entry, by its place in the columns, is meant. */
export type Matches<Columns> = (columns: Columns) => (place: number) => boolean;

/** One way of dividing a ledger up: which part an entry is in, null for those that it leaves out. */
export type Division<Columns> = (columns: Columns) => (place: number) => number | null;

/** Beyond this many questions that do not follow from each other, none is added to one measure of one ledger. */
const mostQuestions = 320;
/** And these of one release, so that later ones have room; */
const mostOfRelease = 120;
/** fewer where there are many entries, since each question is weighed against each entry: what is decided first matters most. */
const effort = 40_000_000;
const leastOfRelease = 8;

function questionsOf(entries: number): number {
  return Math.max(leastOfRelease, Math.min(mostOfRelease, Math.floor(effort / Math.max(entries, 1))));
}

/** A question that was answered: a part of a division, at the release that answered it. */
export interface Accepted<Columns> {
  readonly release: number;
  readonly division: Division<Columns>;
  readonly part: number;
}

/**
 * Every question that is answered about one measure of a protected ledger up to a release, decided once: the total, then
 * the cells of its divisions, each if it is safe itself and the panels prove that with all before it nothing can be told
 * of fewer contributors than the threshold. Questions of former releases come first, as they were decided then.
 */
export class Lattice<Columns extends LedgerColumns> {
  readonly release: number;
  /** What is answered, former releases' questions first: what the next release begins with. */
  readonly accepted: Accepted<Columns>[] = [];
  readonly #columns: Columns;
  /** Sums of what contributors have: additions and subtractions of answers. */
  readonly #sums = new Panels(leastContributors, mostQuestions);
  /** What a contributor has in a question as one number: whatever is computed from it, squares or logarithms. */
  readonly #shares = new Panels(leastContributors, mostQuestions);
  readonly #shareColumns = new Map<number, number>();
  readonly #verdicts = new Map<number, Verdict>();
  /** True where what was decided before could not be proven again: then only what follows is added. */
  #closed = false;

  /** `columns` as the release saw them, the entries of one contributor next to each other. */
  constructor(
    columns: Columns,
    release: number,
    divisions: readonly Division<Columns>[],
    former: readonly Accepted<Columns>[] = [],
  ) {
    this.release = release;
    this.#columns = columns;
    for (let place = 0; place < columns.size; place++) this.#sums.addColumn(columns.owner[place]!);
    for (const question of former) this.#acceptAgain(question);
    const most = this.#shares.size + questionsOf(columns.size);
    for (const division of divisions) {
      if (this.#shares.size < most) this.#addDivision(division, most);
    }
  }

  /** The verdict on the entries of the release that match. */
  judge(matches: Matches<Columns>): Verdict {
    return this.#judgeRows(this.#rowsOf(this.release, matches));
  }

  /** The verdicts on those that match and are in each of some parts of a division, in one pass over them. */
  judgeParts(matches: Matches<Columns>, division: Division<Columns>, parts: readonly number[]): Verdict[] {
    const isMeant = matches(this.#columns);
    const partOf = division(this.#columns);
    const places = this.#partsOf(() => (place) => (isMeant(place) ? partOf(place) : null));
    return parts.map((part) =>
      this.#judgeRows(rowSetOf(this.#columns, Int32Array.from(places.get(part) ?? []))),
    );
  }

  #judgeRows(rows: RowSet): Verdict {
    const nothing = noData(rows.cell);
    if (nothing !== null) return nothing;
    const known = this.#verdicts.get(rows.signature);
    if (known !== undefined) return known;
    // What somebody has in it was never part of an answer, so no answers give it.
    if (!rows.shares.every((signature) => this.#shareColumns.has(signature))) return 'RISK';
    return this.#consider(rows)?.free === true ? unsafeCell(rows.cell) : 'RISK';
  }

  #addDivision(division: Division<Columns>, most: number): void {
    const cells: TableCell[] = [...this.#partsOf(division)]
      .map(([key, places]) => ({ key, rows: rowSetOf(this.#columns, Int32Array.from(places)) }))
      .filter(({ rows }) => rows.cell.contributors > 0)
      .sort((a, b) => a.key - b.key);
    const given = ({ rows }: TableCell): boolean => this.#verdicts.get(rows.signature) === null;
    const unsafe = cells.filter((cell) => !given(cell) && this.#own(cell.rows) !== null);
    const safe = cells.filter((cell) => !given(cell) && this.#own(cell.rows) === null);
    const complement = complementOf(this.#columns, safe, unsafe);
    for (const { key, rows } of [...safe].sort(
      (a, b) => b.rows.cell.total - a.rows.cell.total || a.key - b.key,
    )) {
      if (complement.has(key)) this.#verdicts.set(rows.signature, complementary);
      else if (this.#shares.size >= most) break;
      else this.#accept(rows, { release: this.release, division, part: key }, most);
    }
    for (const { rows } of unsafe) this.#verdicts.set(rows.signature, this.#own(rows));
  }

  /** The places of the entries that stand, by the part that they are in. */
  #partsOf(division: Division<Columns>): Map<number, number[]> {
    const partOf = division(this.#columns);
    const parts = new Map<number, number[]>();
    for (let place = 0; place < this.#columns.size; place++) {
      const part = this.#stands(place, this.release) ? partOf(place) : null;
      if (part === null) continue;
      const own = parts.get(part);
      if (own === undefined) parts.set(part, [place]);
      else own.push(place);
    }
    return parts;
  }

  /** Why these rows are not given whatever else is: decided before, or by themselves. */
  #own(rows: RowSet): Verdict {
    return this.#verdicts.get(rows.signature) ?? unsafeCell(rows.cell);
  }

  #accept(rows: RowSet, accepted: Accepted<Columns>, most = mostQuestions): void {
    if (this.#verdicts.get(rows.signature) === null) return;
    const considered = this.#consider(rows);
    const may = considered !== null && (considered.free || (!this.#closed && this.#shares.size < most));
    this.#verdicts.set(rows.signature, may ? null : 'RISK');
    if (!may) return;
    if (!considered.sums.follows) this.#sums.accept(rows.entries, considered.sums);
    if (!considered.shares.follows) this.#shares.accept(considered.columns, considered.shares);
    this.accepted.push(accepted);
  }

  #acceptAgain(question: Accepted<Columns>): void {
    const rows = this.#rowsOf(question.release, (columns) => {
      const partOf = question.division(columns);
      return (place) => partOf(place) === question.part;
    });
    this.#accept(rows, question);
    if (this.#verdicts.get(rows.signature) === null) return;
    this.#verdicts.set(rows.signature, null);
    this.accepted.push(question);
    this.#closed = true;
  }

  #consider(rows: RowSet): Considered | null {
    const columns = new Int32Array(rows.shares.length);
    for (let i = 0; i < columns.length; i++) {
      const signature = rows.shares[i]!;
      let column = this.#shareColumns.get(signature);
      if (column === undefined)
        this.#shareColumns.set(signature, (column = this.#shares.addColumn(rows.owners[i]!)));
      columns[i] = column;
    }
    const shares = this.#shares.consider(columns);
    const sums = shares === null ? null : this.#sums.consider(rows.entries);
    if (shares === null || sums === null) return null;
    return { columns, shares, sums, free: shares.follows && sums.follows };
  }

  #rowsOf(release: number, matches: Matches<Columns>): RowSet {
    const isMeant = matches(this.#columns);
    const places = new Int32Array(this.#columns.size);
    let count = 0;
    for (let place = 0; place < places.length; place++) {
      if (this.#stands(place, release) && isMeant(place)) places[count++] = place;
    }
    return rowSetOf(this.#columns, places.subarray(0, count));
  }

  #stands(place: number, release: number): boolean {
    return this.#columns.since[place]! <= release && release < this.#columns.until[place]!;
  }
}

interface Considered {
  readonly columns: Int32Array;
  readonly shares: Consideration;
  readonly sums: Consideration;
  /** Its answer follows from those that are given. */
  readonly free: boolean;
}

const complementary: Suppression = { reason: SuppressionReason.COMPLEMENTARY, threshold: null };
