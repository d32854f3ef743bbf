import { encodeCursor, type CursorOrder, type Position } from './cursor.ts';
import type { PageRequest } from './page-arguments.ts';

export interface PageInfoFields {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

export interface EdgeFields<Item> {
  node: Item;
  cursor: string;
}

/** A row of a page with its order key as PostgreSQL writes it. */
export type Positioned<Row> = Row & { id: number; cursor_key: string };

interface PlacedItem<Item> extends Position {
  item: Item;
}

interface PageReads<Item> {
  order: CursorOrder;
  request: PageRequest;
  /** Reads the items, one more than the page's size when there are further ones. */
  read: () => Promise<readonly PlacedItem<Item>[]>;
  count: () => Promise<number>;
}

/** A page that reads what of it is selected: rows for edges, nodes and page info, the count for totalCount. */
export class Page<Item> {
  readonly #reads: PageReads<Item>;
  #rows: Promise<{ rows: PlacedItem<Item>[]; more: boolean }> | null = null;

  constructor(reads: PageReads<Item>) {
    this.#reads = reads;
  }

  get nodes(): Promise<Item[]> {
    return this.#readRows().then(({ rows }) => rows.map(({ item }) => item));
  }

  get edges(): Promise<EdgeFields<Item>[]> {
    return this.#readRows().then(({ rows }) =>
      rows.map((row) => ({ node: row.item, cursor: encodeCursor(this.#reads.order, row) })),
    );
  }

  get pageInfo(): Promise<PageInfoFields> {
    const { order, request } = this.#reads;
    return this.#readRows().then(({ rows, more }) => {
      const [first, last] = [rows[0], rows.at(-1)];
      return {
        hasNextPage: request.fromEnd ? request.before !== null : more,
        hasPreviousPage: request.fromEnd ? more : request.after !== null,
        startCursor: first === undefined ? null : encodeCursor(order, first),
        endCursor: last === undefined ? null : encodeCursor(order, last),
      };
    });
  }

  get totalCount(): Promise<number> {
    return this.#reads.count();
  }

  #readRows(): Promise<{ rows: PlacedItem<Item>[]; more: boolean }> {
    const { read, request } = this.#reads;
    this.#rows ??= read().then((all) => {
      const rows = all.slice(0, request.size);
      return { rows: request.fromEnd ? rows.reverse() : rows, more: all.length > request.size };
    });
    return this.#rows;
  }
}

/** Makes items of the rows read for a page. */
export function placedItems<Row, Item>(
  rows: readonly Positioned<Row>[],
  toItem: (row: Row) => Item,
): PlacedItem<Item>[] {
  return rows.map((row) => ({ key: row.cursor_key, id: row.id, item: toItem(row) }));
}

/** A page of rows that are in memory already, one more than its size when there are further ones. */
export function pageOf<Row, Item>(
  order: CursorOrder,
  request: PageRequest,
  rows: readonly Positioned<Row>[],
  toItem: (row: Row) => Item,
  count: () => Promise<number>,
): Page<Item> {
  return new Page({ order, request, read: async () => placedItems(rows, toItem), count });
}
