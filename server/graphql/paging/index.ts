export { connection, nestedConnection } from './connection.ts';
export { connectionType } from './connection-type.ts';
export { ascending, descending, orderOf, type Listing, type SortKey, type Tally } from './listing.ts';
export { orderInput, type OrderBy } from './order-input.ts';
export { PageArguments } from './page-arguments.ts';
export type { Page } from './page.ts';
export type { Belongs } from './read-pages-of.ts';
