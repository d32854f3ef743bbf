import type pg from 'pg';
import type { Tables } from '../../database/tables.ts';

/** Inserts rows or, where their key is known, makes them as given. All rows have the same columns. Returns ids. */
export async function upsertRows<Table extends keyof Tables & string>(
  client: pg.PoolClient,
  table: Table,
  key: readonly (keyof Tables[Table] & string)[],
  rows: readonly Partial<Record<keyof Tables[Table], unknown>>[],
): Promise<number[]> {
  const first = rows[0];
  if (first === undefined) return [];
  const columns = Object.keys(first);
  const rest = columns.filter((column) => !key.includes(column as (typeof key)[number]));
  const returning = key.includes('slug' as never) || key.includes('key' as never) ? 'returning id' : '';
  const { rows: ids } = await client.query<{ id: number }>(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1)
     on conflict (${key.join(', ')}) do update
       set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}
     ${returning}`,
    [JSON.stringify(rows)],
  );
  return ids.map(({ id }) => id);
}
