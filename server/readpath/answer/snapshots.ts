import type pg from 'pg';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { Versions, type DatasetVersion } from '../../graphql/versions.ts';

/** The datasets as they were at one moment. Everything that is published or erased changes a dataset's row. */
export interface Snapshot {
  fingerprint: string;
  versions: ReadonlyMap<number, DatasetVersion>;
}

/** `xmin` is the transaction that last wrote the row: whatever was changed of a dataset, it is another one. */
export const fingerprintSql = `select coalesce(string_agg(id || ':' || version || ':' || xmin::text, ' ' order by id), '') as fingerprint from dataset`;

const fingerprint = { name: 'readpath_fingerprint', text: fingerprintSql };

/**
 * The versions that requests are answered at. Each request is answered at a moment after it came in: the database is
 * asked every time, but what came in while it was being asked is asked for together, so that under load it is one
 * small statement for many requests.
 */
export class Snapshots {
  readonly #pool: pg.Pool;
  readonly #kysely: Kysely<Tables>;
  #latest: Snapshot | null = null;
  #asking: Promise<Snapshot> | null = null;
  #next: Promise<Snapshot> | null = null;

  constructor(pool: pg.Pool, kysely: Kysely<Tables>) {
    this.#pool = pool;
    this.#kysely = kysely;
  }

  /** The newest that was seen, which may be over; null before the first. */
  get latest(): Snapshot | null {
    return this.#latest;
  }

  current(): Promise<Snapshot> {
    if (this.#next !== null) return this.#next;
    const before = this.#asking;
    if (before === null) return this.#ask();
    const next = before.then(
      () => this.#ask(),
      () => this.#ask(),
    );
    this.#next = next;
    return next;
  }

  #ask(): Promise<Snapshot> {
    this.#next = null;
    const asking = this.#read();
    this.#asking = asking;
    const done = (): void => {
      if (this.#asking === asking) this.#asking = null;
    };
    asking.then(done, done);
    return asking;
  }

  async #read(): Promise<Snapshot> {
    const { rows } = await this.#pool.query<{ fingerprint: string }>(fingerprint);
    const found = rows[0]?.fingerprint ?? '';
    if (this.#latest?.fingerprint === found) return this.#latest;
    const versions = await new Versions(this.#kysely).all();
    this.#latest = { fingerprint: found, versions };
    return this.#latest;
  }
}
