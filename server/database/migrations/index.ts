import { Migration20261122FirstTables } from './migration-20261122-first-tables.ts';

/** In the order in which they run; a name once released never changes. */
export const migrations = [{ name: 'migration-20261122-first-tables', class: Migration20261122FirstTables }];
