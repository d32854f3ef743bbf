import type { Tables } from '../../database/tables.ts';
import type { TypedRow } from '../package/read-resource.ts';
import type { KnownIds } from './known-ids.ts';

/** How one resource of the seeds becomes rows of one table. */
export interface ReferenceTable<Table extends keyof Tables & string = keyof Tables & string> {
  resource: string;
  table: Table;
  key: readonly string[];
  /** The dimension whose ids rows that come later will ask for. */
  dimension?: Parameters<KnownIds['read']>[0];
  /** Facts that the file no longer holds are deleted; dimensions stay, since others may refer to them. */
  prune?: true;
  columns(row: TypedRow, ids: KnownIds): Record<string, unknown>;
}
