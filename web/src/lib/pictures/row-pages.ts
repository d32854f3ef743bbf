/** Long tables are shown so many rows at a time: a phone draws them at once, and each page has an address. */
const rowsOfPage = 100;

/** Which rows of a long table a page shows, and which pages there are. */
export interface RowPages {
  /** From 1. */
  page: number;
  all: { page: number; first: number; last: number }[];
}

/** The pages of a table of so many rows; null where there is no such page. */
export function rowPages(rows: number, page: number): RowPages | null {
  const all = Array.from({ length: Math.max(1, Math.ceil(rows / rowsOfPage)) }, (_, index) => ({
    page: index + 1,
    first: index * rowsOfPage + 1,
    last: Math.min(rows, (index + 1) * rowsOfPage),
  }));
  return page <= all.length ? { page, all } : null;
}

/** Those of all rows that are on the page. */
export function rowsOn<Row>(rows: readonly Row[], { page }: RowPages): Row[] {
  return rows.slice((page - 1) * rowsOfPage, page * rowsOfPage);
}
