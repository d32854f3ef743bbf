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
    const same = key.map((column) => `given.${column} = ${table}.${column}`).join(' and ');
    await client.query(
      `delete from ${table} where not exists (
         select from jsonb_populate_recordset(null::${table}, $1) given where ${same})`,
      [JSON.stringify(values)],
    );
  }
  if (dimension) await ids.read(dimension);
}
