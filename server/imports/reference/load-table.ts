import type pg from 'pg';
import type { Tables } from '../../database/tables.ts';
import type { TypedRow } from '../package/read-resource.ts';
import type { KnownIds } from './known-ids.ts';
import type { ReferenceTable } from './reference-table.ts';
import { upsertRows } from './upsert-rows.ts';

/** Makes the table hold the resource's rows: known keys as given, new ones added, facts no longer given deleted. */
export async function loadTable(
  client: pg.PoolClient,
  { table, key, dimension, prune, columns }: ReferenceTable,
  rows: readonly TypedRow[],
  ids: KnownIds,
): Promise<void> {
  const values = rows.map((row) => columns(row, ids));
  await upsertRows(client, table, key as readonly (keyof Tables[typeof table] & string)[], values);
  if (prune) {
    const [column] = key;
    await client.query(`delete from ${table} where not (${column} = any ($1))`, [
      values.map((value) => value[column!]),
    ]);
  }
  if (dimension) await ids.read(dimension);
}
