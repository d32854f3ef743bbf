import { complementOf, type TableCell } from './remainder-cell.ts';
import { Panels, type Consideration } from './panels.ts';
import { rowSetOf, type LedgerEntry, type RowSet } from './row-sets.ts';
import { leastContributors, noData, unsafeCell } from './rules.ts';
import { SuppressionReason, type SuppressionType } from './suppression.type.ts';

/** What is said of a question: it may be answered (null), why not, or that its answer would tell a person apart. */
export type Verdict = SuppressionType | 'RISK' | null;

/** One way of dividing a ledger up: which part an entry is in, null for those that it leaves out. */
export type Division<Entry> = (entry: Entry) => number | null;

/** Beyond this many questions that do not follow from each other, none is added to one measure of one ledger. */
const mostQuestions = 320;
/** And these of one release, so that later ones have room; */
const mostOfRelease = 120;
/** fewer where there are many entries, since each question is weighed against each entry: what is decided first matters most. */
const effort = 4_000_000;
const leastOfRelease = 8;

function questionsOf(entries: number): number {
  return Math.max(leastOfRelease, Math.min(mostOfRelease, Math.floor(effort / Math.max(entries, 1))));
}

interface Accepted<Entry> {
  readonly release: number;
  readonly holds: (entry: Entry) => boolean;
}

/**
 * Every question that is answered about one measure of a protected ledger up to a release, decided once: the total, then
 * the cells of its divisions, each if it is safe itself and the panels prove that with all before it nothing can be told
 * of fewer contributors than the threshold. Questions of former releases come first, as they were decided then.
 */
export class Lattice<Entry extends LedgerEntry> {
  readonly release: number;
  readonly #entries: readonly Entry[];
  /** Sums of what contributors have: additions and subtractions of answers. */
  readonly #sums = new Panels(leastContributors, mostQuestions);
  /** What a contributor has in a question as one number: whatever is computed from it, squares or logarithms. */
  readonly #shares = new Panels(leastContributors, mostQuestions);
  readonly #shareColumns = new Map<number, number>();
  readonly #verdicts = new Map<number, Verdict>();
  readonly #accepted: Accepted<Entry>[] = [];
  /** True where what was decided before could not be proven again: then only what follows is added. */
  #closed = false;

  /** `entries` as the release saw them, those of one contributor next to each other. */
  constructor(
    entries: readonly Entry[],
    release: number,
    divisions: readonly Division<Entry>[],
    former: Lattice<Entry> | null,
  ) {
    this.release = release;
    this.#entries = entries;
    for (const { owner } of entries) this.#sums.addColumn(owner);
    const decided = former === null ? [] : former.#accepted;
    for (const { release: then, holds } of decided) this.#acceptAgain(then, holds);
    const most = this.#shares.size + questionsOf(entries.length);
    for (const division of divisions) {
      if (this.#shares.size < most) this.#addDivision(division, most);
    }
  }

  /** The verdict on the entries of the release that match. */
  judge(matches: (entry: Entry) => boolean): Verdict {
    const rows = this.#rowsOf(this.release, matches);
    const nothing = noData(rows.cell);
    if (nothing !== null) return nothing;
    const known = this.#verdicts.get(rows.signature);
    if (known !== undefined) return known;
    // What somebody has in it was never part of an answer, so no answers give it.
    if (rows.shares.some(({ signature }) => !this.#shareColumns.has(signature))) return 'RISK';
    return this.#consider(rows)?.free === true ? unsafeCell(rows.cell) : 'RISK';
  }

  #addDivision(keyOf: Division<Entry>, most: number): void {
    const places = new Map<number, number[]>();
    for (const [place, entry] of this.#entries.entries()) {
      const key = stands(entry, this.release) ? keyOf(entry) : null;
      if (key === null) continue;
      const own = places.get(key);
      if (own === undefined) places.set(key, [place]);
      else own.push(place);
    }
    const cells: TableCell[] = [...places]
      .map(([key, own]) => ({ key, rows: rowSetOf(this.#entries, own) }))
      .filter(({ rows }) => rows.cell.contributors > 0)
      .sort((a, b) => a.key - b.key);
    const given = ({ rows }: TableCell): boolean => this.#verdicts.get(rows.signature) === null;
    const unsafe = cells.filter((cell) => !given(cell) && this.#own(cell.rows) !== null);
    const safe = cells.filter((cell) => !given(cell) && this.#own(cell.rows) === null);
    const complement = complementOf(this.#entries, safe, unsafe);
    for (const { key, rows } of [...safe].sort(
      (a, b) => b.rows.cell.total - a.rows.cell.total || a.key - b.key,
    )) {
      if (complement.has(key)) this.#verdicts.set(rows.signature, complementary);
      else if (this.#shares.size >= most) break;
      else this.#accept(rows, { release: this.release, holds: (entry) => keyOf(entry) === key }, most);
    }
    for (const { rows } of unsafe) this.#verdicts.set(rows.signature, this.#own(rows));
  }

  /** Why these rows are not given whatever else is: decided before, or by themselves. */
  #own(rows: RowSet): Verdict {
    return this.#verdicts.get(rows.signature) ?? unsafeCell(rows.cell);
  }

  #accept(rows: RowSet, accepted: Accepted<Entry>, most = mostQuestions): void {
    if (this.#verdicts.get(rows.signature) === null) return;
    const considered = this.#consider(rows);
    const may = considered !== null && (considered.free || (!this.#closed && this.#shares.size < most));
    this.#verdicts.set(rows.signature, may ? null : 'RISK');
    if (!may) return;
    if (!considered.sums.follows) this.#sums.accept(rows.entries, considered.sums);
    if (!considered.shares.follows) this.#shares.accept(considered.columns, considered.shares);
    this.#accepted.push(accepted);
  }

  #acceptAgain(then: number, holds: (entry: Entry) => boolean): void {
    const rows = this.#rowsOf(then, holds);
    this.#accept(rows, { release: then, holds });
    if (this.#verdicts.get(rows.signature) === null) return;
    this.#verdicts.set(rows.signature, null);
    this.#accepted.push({ release: then, holds });
    this.#closed = true;
  }

  #consider(rows: RowSet): Considered | null {
    const columns = rows.shares.map(({ owner, signature }) => {
      let column = this.#shareColumns.get(signature);
      if (column === undefined) this.#shareColumns.set(signature, (column = this.#shares.addColumn(owner)));
      return column;
    });
    const shares = this.#shares.consider(columns);
    const sums = shares === null ? null : this.#sums.consider(rows.entries);
    if (shares === null || sums === null) return null;
    return { columns, shares, sums, free: shares.follows && sums.follows };
  }

  #rowsOf(release: number, matches: (entry: Entry) => boolean): RowSet {
    const places: number[] = [];
    for (const [place, entry] of this.#entries.entries()) {
      if (stands(entry, release) && matches(entry)) places.push(place);
    }
    return rowSetOf(this.#entries, places);
  }
}

interface Considered {
  readonly columns: readonly number[];
  readonly shares: Consideration;
  readonly sums: Consideration;
  /** Its answer follows from those that are given. */
  readonly free: boolean;
}

const complementary: SuppressionType = { reason: SuppressionReason.COMPLEMENTARY, threshold: null };

function stands({ since, until }: LedgerEntry, release: number): boolean {
  return since <= release && release < until;
}
