import type { AdministrationTables } from './tables/administration.ts';
import type { CellTables } from './tables/cell.ts';
import type { FigureTables } from './tables/figure.ts';
import type { LedgerTables } from './tables/ledger.ts';
import type { OccupationTables } from './tables/occupation.ts';
import type { PublishedTables } from './tables/published.ts';

/** Rows as PostgreSQL holds them, one interface a table; the migrations are the truth, a test compares. */
export interface Tables
  extends LedgerTables, PublishedTables, OccupationTables, CellTables, FigureTables, AdministrationTables {}
