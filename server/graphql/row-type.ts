import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A row as it is read from a table. */
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;

export type TableWithId = {
  [Table in keyof Tables]: Row<Table> extends { id: number } ? Table : never;
}[keyof Tables];

/** A GraphQL type that is made from the rows of one table. */
export interface RowType<Item, Table extends TableWithId> {
  readonly table: Table;
  /** True for what is one person's: in a protected ledger it is read as its rows are. */
  readonly personal?: boolean;
  of(row: Row<Table>): Item;
}
