import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a file says of an expert beside the work; null where it does not. */
export interface Background {
  /** 2018 SOC code of the expert's own profession. */
  profession: string | null;
  /** ISO 3166 code. */
  country: string | null;
  seniority: string | null;
  formerEmployer: string | null;
}

/** What the rows of an import say of each expert. Where rows contradict each other, the first that says something counts. */
export class Backgrounds {
  readonly #known = new Map<string, Background>();

  note(pseudonym: string, background: Background): void {
    const known = this.#known.get(pseudonym);
    if (known === undefined) {
      this.#known.set(pseudonym, background);
      return;
    }
    known.profession ??= background.profession;
    known.country ??= background.country;
    known.seniority ??= background.seniority;
    known.formerEmployer ??= background.formerEmployer;
  }

  /** Writes them into a table `background` that lives as long as the transaction; it is empty where no column says any. */
  async write(client: pg.PoolClient): Promise<void> {
    await client.query(`
      drop table if exists background;
      create temporary table background (
        pseudonym text, profession text, country text, seniority text, former_employer text
      ) on commit drop`);
    if (this.#known.size === 0) return;
    await pipeline(
      Readable.from(this.#lines()),
      client.query(copyFrom('copy background from stdin with (format csv)')),
    );
    await client.query('analyze background');
  }

  *#lines(): Generator<string> {
    for (const [pseudonym, { profession, country, seniority, formerEmployer }] of this.#known) {
      // Codes need no quotes; a pseudonym that came with its file may.
      const name = `"${pseudonym.replaceAll('"', '""')}"`;
      yield `${[name, profession, country, seniority, formerEmployer].map((cell) => cell ?? '').join(',')}\n`;
    }
  }
}
