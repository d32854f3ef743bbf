import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import type { Belongs, Listing } from '../../graphql/paging/index.ts';

/** A part of a statement. */
export type Sql = RawBuilder<unknown>;

/** A row of a table under the name that a statement gives it. */
export class Row {
  readonly alias: string;
  /** Its id, where it is known before the statement runs. */
  readonly id: number | undefined;

  constructor(alias: string, id?: number) {
    this.alias = alias;
    this.id = id;
  }

  /** One of its columns. */
  of(column: string): RawBuilder<unknown> {
    return sql.ref(`${this.alias}.${column}`);
  }
}

export type Arguments = Readonly<Record<string, unknown>>;

/** What lists are read with: all that the schema's own reads use of their context. */
export type Reader = Pick<Context, 'access' | 'pool' | 'kysely' | 'versions'>;

/** A field that is a value: written as JSON. */
export interface Leaf {
  kind: 'leaf';
  /** The arguments that it knows; with another the field is not ours. */
  arguments: readonly string[];
  json: (row: Row, given: Arguments) => Sql;
}

/** A field that is another row, which a column of this one names. */
export interface Reference {
  kind: 'reference';
  column: string;
  required: boolean;
  /** Where all that is told of the other row is one value of it. */
  leaf?: { table: string; of: Leaf };
}

/** A field that is an object made of columns of the same row. */
export interface Part {
  kind: 'part';
  fields: Noun['fields'];
  /** When it is there; always where nothing is said. */
  present?: (row: Row) => Sql;
}

/** A field that is a page of rows: of all, or of those that belong to the row. */
export interface List {
  kind: 'list';
  /** What the schema's own resolver lists. */
  listing: (reader: Reader, given: Arguments) => Promise<Listing<{ id: number }>>;
  belongs?: Belongs;
  /** Columns of the parent that its rows have too: where they are equal, fewer partitions are looked at. */
  shared?: string;
}

export type Field = Leaf | Reference | Part | List;

/** A type of the schema: which of its fields are made of which columns. What is not listed here, Apollo answers. */
export interface Noun {
  table: string;
  fields: Readonly<Record<string, Field>>;
}
