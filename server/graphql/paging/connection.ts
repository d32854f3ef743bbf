import DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import { decodeCursor } from './cursor.ts';
import type { ListOrder, Listing, Tally } from './listing.ts';
import { Page, placedItems } from './page.ts';
import { pageRequest, type PageArguments, type PageRequest } from './page-arguments.ts';
import { countListed, readPage } from './read-page.ts';
import { countListedOf, readPagesOf, type Belongs } from './read-pages-of.ts';

interface Items<Row, Item> {
  of(row: Row): Item;
}

/** A page of a list. */
export function connection<Row extends { id: number }, Item>(
  { kysely }: Context,
  type: Items<Row, Item>,
  listing: Listing<Row>,
  page: PageArguments,
): Page<Item> {
  const { rows, order } = listing;
  const request = checkedRequest(order, page);
  return new Page({
    order,
    request,
    read: async () => placedItems(await readPage(kysely, listing, request), (row) => type.of(row)),
    count: async () => {
      const tally = await listing.tally?.();
      return tally ? sumOf(tally) : countListed(kysely, rows);
    },
  });
}

export interface Nested<Row extends { id: number }, Item> {
  /** Names the field: pages of one field with the same arguments are read together. */
  field: string;
  /** The field's arguments beside those of the page. */
  given: unknown;
  page: PageArguments;
  type: Items<Row, Item>;
  /** Asked once for all parents. */
  listing: () => Promise<Listing<Row>>;
  belongs: Belongs;
  /** Are the lists so long that numbering them whole would cost more than a limited query for each parent? */
  longLists?: boolean;
  /** Whether the parents are datasets, so that the listing's tally is of them. */
  ofDatasets?: boolean;
  /** Tells how many rows each parent has without reading them; null where that needs reading. */
  tally?: (parents: readonly number[]) => Promise<Tally | null>;
}

/** A page of the list of one parent, read in one statement with the same page of all other parents. */
export async function nestedConnection<Row extends { id: number }, Item>(
  { kysely, loaders }: Context,
  parent: number,
  nested: Nested<Row, Item>,
): Promise<Page<Item>> {
  const { field, given, page, type } = nested;
  const { order, request, pages, counts } = await loaders.once(
    `${field} ${JSON.stringify([page, given])}`,
    () => pagesOfAll({ kysely, loaders }, nested),
  );
  return new Page({
    order,
    request,
    read: async () => placedItems(await pages.load(parent), (row) => type.of(row)),
    count: () => counts.load(parent),
  });
}

/** What the pages of all parents have in common, and the batches that read them. */
async function pagesOfAll<Row extends { id: number }, Item>(
  { kysely, loaders }: Pick<Context, 'kysely' | 'loaders'>,
  nested: Nested<Row, Item>,
) {
  const { field, given, page, listing: list, belongs, longLists = false, ofDatasets = false } = nested;
  const listing = await list();
  const { rows, order } = listing;
  const request = checkedRequest(order, page);
  const pages = new DataLoader((parents: readonly number[]) =>
    readPagesOf(kysely, { listing, request, belongs, longLists }, parents),
  );
  const counts = loaders.batch(
    `${field} count ${JSON.stringify(given)}`,
    async (parents: readonly number[]) => {
      const tally = ofDatasets ? await listing.tally?.() : await nested.tally?.(parents);
      return tally ? parents.map((id) => tally.get(id) ?? 0) : countListedOf(kysely, rows, belongs, parents);
    },
  );
  return { order, request, pages, counts };
}

function sumOf(tally: Tally): number {
  return [...tally.values()].reduce((sum, rows) => sum + rows, 0);
}

/** The page that is asked for; what is wrong with its arguments is said even where no row of it is selected. */
function checkedRequest(order: ListOrder, page: PageArguments): PageRequest {
  const request = pageRequest(page);
  if (request.after !== null) decodeCursor(order, request.after);
  if (request.before !== null) decodeCursor(order, request.before);
  return request;
}
