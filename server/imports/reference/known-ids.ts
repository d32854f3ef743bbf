import type pg from 'pg';
import { reject } from '../../errors/tacit-error.ts';

/** The natural key of each dimension that others refer to. */
const naturalKeys = {
  source: 'slug',
  sector: 'slug',
  organisation: 'slug',
  profession: 'soc_code',
  project: 'key',
  dataset: 'slug',
  pay_observation: 'key',
  market_fact: 'key',
  claim: 'slug',
  dispute: 'key',
} as const;

type Dimension = keyof typeof naturalKeys;

/** Turns the natural keys that files refer by into the ids that tables refer by. */
export class KnownIds {
  readonly #client: pg.PoolClient;
  readonly #ids = new Map<Dimension, Map<string, number>>();

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /** Reads a dimension's keys; called again after rows were added. */
  async read(dimension: Dimension): Promise<void> {
    const key = naturalKeys[dimension];
    // Projects of ledgers have keys of their own; published facts refer to those of the public record only.
    const where =
      dimension === 'project'
        ? `where dataset_id = (select id from dataset where slug = 'public-record')`
        : '';
    const { rows } = await this.#client.query<{ key: string; id: number }>(
      `select ${key} as key, id from ${dimension} ${where}`,
    );
    this.#ids.set(dimension, new Map(rows.map((row) => [row.key, row.id])));
  }

  /** The id of a key that must exist; throws BAD_USER_INPUT naming the key. */
  of(dimension: Dimension, key: unknown): number {
    return (
      this.#ids.get(dimension)?.get(String(key)) ??
      reject('BAD_USER_INPUT', `No ${dimension} is called "${String(key)}", but a row refers to it.`)
    );
  }

  /** The ids of keys joined by |; none where the cell is empty. */
  ofList(dimension: Dimension, keys: unknown): number[] {
    return keys === null || keys === undefined || keys === ''
      ? []
      : String(keys)
          .split('|')
          .map((key) => this.of(dimension, key));
  }

  /** The id, or null where the cell is empty. */
  ofOptional(dimension: Dimension, key: unknown): number | null {
    return key === null || key === undefined || key === '' ? null : this.of(dimension, key);
  }
}
