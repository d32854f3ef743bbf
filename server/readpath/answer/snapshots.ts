import type pg from 'pg';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { Together } from '../../graphql/together.ts';
import { readVersions, type DatasetVersion } from '../../graphql/versions.ts';

/** The datasets as they were at one moment. Everything that is published or erased changes a dataset's row. */
export interface Snapshot {
  fingerprint: string;
  versions: ReadonlyMap<number, DatasetVersion>;
}

/** `xmin` is the transaction that last wrote the row: whatever was changed of a dataset, it is another one. */
export const fingerprintSql = `select coalesce(string_agg(id || ':' || version || ':' || xmin::text, ' ' order by id), '') as fingerprint from dataset`;

/** Who waits longer is answered by Apollo, which has the operation's clock. */
const patience = 1000;

const fingerprint = { name: 'readpath_fingerprint', text: fingerprintSql, query_timeout: patience };

/**
 * The versions that requests are answered at. Each is answered at a moment after it came in: the database is asked every
 * time, for many that came in together under load.
 */
export class Snapshots {
  readonly #pool: pg.Pool;
  readonly #kysely: Kysely<Tables>;
  readonly #together = new Together(() => this.#read());
  #latest: Snapshot | null = null;

  constructor(pool: pg.Pool, kysely: Kysely<Tables>) {
    this.#pool = pool;
    this.#kysely = kysely;
  }

  /** The newest that was seen, which may be over; null before the first. */
  get latest(): Snapshot | null {
    return this.#latest;
  }

  current(): Promise<Snapshot> {
    return this.#together.answer();
  }

  async #read(): Promise<Snapshot> {
    const { rows } = await this.#pool.query<{ fingerprint: string }>(fingerprint);
    const found = rows[0]?.fingerprint ?? '';
    if (this.#latest?.fingerprint === found) return this.#latest;
    const versions = await readVersions(this.#kysely);
    this.#latest = { fingerprint: found, versions };
    return this.#latest;
  }
}
