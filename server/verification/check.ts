import type pg from 'pg';

/** What a check found. */
export interface Finding {
  /** How many things were compared. */
  checked: number;
  /** How many of them are not what they must be. */
  different: number;
  /** The first of those, in words. */
  examples: string[];
}

/** One thing that must be true of the database, whatever happened to it. */
export interface Check {
  /** What is compared with what. */
  name: string;
  /** Looks through a snapshot in which nothing moves; changes nothing. */
  run(client: pg.ClientBase): Promise<Finding>;
}

/** As many differences are told in words; all are counted. */
const mostExamples = 5;

/** Gathers differences without keeping more of them than are told. */
export class Findings {
  readonly #finding: Finding = { checked: 0, different: 0, examples: [] };

  compared(count = 1): void {
    this.#finding.checked += count;
  }

  differs(example: string, count = 1): void {
    this.#finding.different += count;
    if (this.#finding.examples.length < mostExamples) this.#finding.examples.push(example);
  }

  get all(): Finding {
    return this.#finding;
  }
}

/** A ledger with facts, as the checks of ledgers go through them. */
export interface Ledger {
  id: number;
  slug: string;
}

/** The datasets that have facts or releases, retired ones too. */
export async function ledgersOf(client: pg.ClientBase): Promise<Ledger[]> {
  const { rows } = await client.query<Ledger>(
    `select id, slug from dataset where kind <> 'PUBLISHED' order by slug`,
  );
  return rows;
}
