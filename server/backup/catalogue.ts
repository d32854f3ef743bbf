import type pg from 'pg';
import { migrationsTable } from '../database/migrate.ts';

/** A table that holds rows itself: a plain one or a partition. */
export interface RowTable {
  name: string;
  parent: string | null;
  bound: string | null;
  columns: string[];
  /** The tables that its foreign keys point to, itself left out. */
  refers: string[];
}

const tablesSql = `
  select class.relname as name, parent.relname as parent, pg_get_expr(class.relpartbound, class.oid) as bound,
    array(
      select attname::text from pg_attribute
      where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
    ) as columns,
    array(
      select distinct target.relname::text from pg_constraint join pg_class target on target.oid = confrelid
      where conrelid = class.oid and contype = 'f' and confrelid <> class.oid
    ) as refers
  from pg_class class
  left join pg_inherits on inhrelid = class.oid left join pg_class parent on parent.oid = inhparent
  where class.relnamespace = current_schema()::regnamespace and class.relkind = 'r' and class.relpersistence <> 't'
    and class.relname <> $1
  order by class.relname`;

/** All tables with rows, each after those that it refers to. */
export async function rowTables(client: pg.ClientBase): Promise<RowTable[]> {
  const { rows } = await client.query<RowTable>(tablesSql, [migrationsTable]);
  const ordered: RowTable[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(({ refers }) => !refers.some((name) => names.has(name)));
    if (ready.length === 0)
      throw new Error(`The tables ${[...names].join(', ')} refer to one another in a circle.`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** Where the sequences stand; read after the rows, none is behind them. */
export async function sequencesOf(client: pg.ClientBase): Promise<{ name: string; value: number }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename as name, last_value::text as value from pg_sequences
     where schemaname = current_schema() and last_value is not null order by 1`,
  );
  return rows.map(({ name, value }) => ({ name, value: Number(value) }));
}

/** The migrations that have run, in their order; none where the database is new. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows: known } = await client.query<{ known: boolean }>(
    'select to_regclass($1) is not null as known',
    [migrationsTable],
  );
  if (!known[0]!.known) return [];
  const { rows } = await client.query<{ name: string }>(`select name from ${migrationsTable} order by id`);
  return rows.map(({ name }) => name);
}
