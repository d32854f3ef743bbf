import { Lattice, type Accepted, type Verdict } from '../../disclosure/lattice.ts';
import type { Dimension } from '../earning-filter/index.ts';
import { by, divisionsOf } from './divisions.ts';
import { asOf, type PlacedColumns } from './placed-columns.ts';
import { matching, type PlainConditions } from './plain-conditions.ts';

/** One verdict for each group, in order; for the whole where there is no dimension. */
export interface Question {
  readonly release: number;
  readonly conditions: PlainConditions;
  readonly dimension: `${Dimension}` | null;
  readonly parts: readonly number[];
}

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  /** Where all are at risk, the newest earlier release at which not all of them are; null where there is none. */
  readonly answeredAt: number | null;
}

/** How many releases are held whole at once; the others are made again when they are asked for. */
const mostHeld = 2;

/** What may be asked of one measure of a ledger, by release: decided from the first on, each with those before it. */
export class KnownLedger {
  readonly #columns: PlacedColumns;
  /** By release, the questions that it and those before it answer. */
  readonly #accepted: (readonly Accepted<PlacedColumns>[])[] = [];
  readonly #held = new Map<number, Lattice<PlacedColumns>>();

  constructor(columns: PlacedColumns) {
    this.#columns = columns;
  }

  judge(question: Question): Judgement {
    const verdicts = this.#verdicts(question, question.release);
    let answeredAt = allAtRisk(verdicts) ? question.release - 1 : 0;
    while (answeredAt > 0 && this.#verdicts(question, answeredAt).every(isRefusal)) answeredAt--;
    return { verdicts, answeredAt: answeredAt > 0 ? answeredAt : null };
  }

  #verdicts({ conditions, dimension, parts }: Question, release: number): Verdict[] {
    const lattice = this.#at(release);
    const matches = matching(conditions);
    if (dimension === null) return parts.map(() => lattice.judge(matches));
    return lattice.judgeParts(matches, by(dimension), parts);
  }

  #at(release: number): Lattice<PlacedColumns> {
    const held = this.#held.get(release);
    if (held !== undefined) return held;
    for (let next = this.#accepted.length + 1; next < release; next++) this.#decide(next);
    return this.#decide(release);
  }

  #decide(release: number): Lattice<PlacedColumns> {
    const columns = asOf(this.#columns, release);
    const lattice = new Lattice(columns, release, divisionsOf(columns), this.#accepted[release - 2]);
    this.#accepted[release - 1] = lattice.accepted;
    this.#held.set(release, lattice);
    const [oldest] = this.#held.keys();
    if (this.#held.size > mostHeld && oldest !== undefined) this.#held.delete(oldest);
    return lattice;
  }
}

function allAtRisk(verdicts: readonly Verdict[]): boolean {
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'RISK');
}

/** A release that has nothing to say is no better than one that says nothing. */
function isRefusal(verdict: Verdict): boolean {
  return verdict === 'RISK' || verdict?.reason === 'NO_DATA';
}
