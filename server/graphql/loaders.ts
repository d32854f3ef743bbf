import DataLoader from 'dataloader';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Row, RowType, TableWithId } from './row-type.ts';

/** The batches of one operation: what many resolvers ask for at once is read in one statement. */
export class Loaders {
  readonly #kysely: Kysely<Tables>;
  readonly #batches = new Map<string, DataLoader<never, unknown>>();
  readonly #made = new Map<string, Promise<unknown>>();

  constructor(kysely: Kysely<Tables>) {
    this.#kysely = kysely;
  }

  /** The thing that a row's reference names; null for no reference (null, or 0 in facts) and for a row that is gone. */
  async one<Item, Table extends TableWithId>(
    type: RowType<Item, Table>,
    id: number | null,
  ): Promise<Item | null> {
    if (id === null || id === 0) return null;
    return this.batch<number, Item | null>(type.table, (ids) => this.#read(type, ids)).load(id);
  }

  /** The thing that a required reference names. */
  async the<Item, Table extends TableWithId>(type: RowType<Item, Table>, id: number): Promise<Item> {
    const item = await this.one(type, id);
    if (item === null) throw new Error(`there is no ${type.table} ${id}, which another row refers to`);
    return item;
  }

  /** The batch of that name; `load` answers its keys in their order. */
  batch<Key, Value>(
    name: string,
    load: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  ): DataLoader<Key, Value> {
    const known = this.#batches.get(name);
    if (known !== undefined) return known as unknown as DataLoader<Key, Value>;
    const batch = new DataLoader<Key, Value>((keys) => load(keys));
    this.#batches.set(name, batch as unknown as DataLoader<never, unknown>);
    return batch;
  }

  /** What is the same for all that ask under that name: made for the first of them. */
  once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
    const known = this.#made.get(name);
    if (known !== undefined) return known as Promise<Made>;
    const made = make();
    this.#made.set(name, made);
    return made;
  }

  async #read<Item, Table extends TableWithId>(
    type: RowType<Item, Table>,
    ids: readonly number[],
  ): Promise<(Item | null)[]> {
    const { rows } = await sql<Row<Table> & { id: number }>`
      select * from ${sql.table(type.table)} where id = any(${ids}::bigint[])`.execute(this.#kysely);
    const items = new Map(rows.map((row) => [row.id, type.of(row)]));
    return ids.map((id) => items.get(id) ?? null);
  }
}
