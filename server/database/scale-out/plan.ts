import type pg from 'pg';
import { distributionColumn, tablesOf } from './placement.ts';

export interface PlanOptions {
  /** Into how many shards the facts are parted. */
  shards: number;
}

/** What there is, as a plan needs it. */
export interface Layout {
  /** The tables that Citus has already. */
  placed: ReadonlySet<string>;
  keys: readonly ForeignKey[];
  identities: readonly Identity[];
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
  target: string;
}

/** A column that numbers its rows itself, with numbers of less than 64 bits. */
interface Identity {
  table: string;
  column: string;
}

/** Reads the layout; without Citus nothing is placed. */
export async function readLayout(client: pg.ClientBase): Promise<Layout> {
  const { rows: known } = await client.query<{ citus: boolean }>(
    `select to_regclass('pg_dist_partition') is not null as citus`,
  );
  const placed = known[0]!.citus
    ? await client.query<{ name: string }>(
        'select logicalrelid::regclass::text as name from pg_dist_partition',
      )
    : { rows: [] };
  const keys = await client.query<ForeignKey>(
    `select source.relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition,
       target.relname as target
     from pg_constraint join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
     where contype = 'f' and conparentid = 0 and source.relnamespace = current_schema()::regnamespace order by 1, 2`,
  );
  const identities = await client.query<Identity>(
    `select relname as table, attname as column from pg_attribute join pg_class on pg_class.oid = attrelid
     where attidentity <> '' and atttypid <> 'bigint'::regtype and relnamespace = current_schema()::regnamespace
       and relkind in ('r', 'p') and not relispartition order by 1, 2`,
  );
  return {
    placed: new Set(placed.rows.map(({ name }) => name)),
    keys: keys.rows,
    identities: identities.rows,
  };
}

/**
 * The statements that part a database among machines, for one transaction: foreign keys off, what facts refer to whole on
 * each machine, facts and rollups by expert side by side, foreign keys on again. None where all is placed already, so that a
 * plan may be carried out again, after new tables have come too.
 */
export function scaleOutPlan({ placed, keys, identities }: Layout, { shards }: PlanOptions): string[] {
  const reference = tablesOf('REFERENCE').filter((table) => !placed.has(table));
  const distributed = tablesOf('DISTRIBUTED').filter((table) => !placed.has(table));
  if (reference.length + distributed.length === 0) return [];
  // Keys among tables that stay, or that Citus has already, are left alone.
  const loose = keys.filter(({ table, target }) => reference.includes(table) || reference.includes(target));
  const numbered = identities.filter(({ table }) => reference.includes(table));
  const [first = '', ...others] = tablesOf('DISTRIBUTED');
  return [
    // Tables with keys between them are placed one shard after another, or their locks wait for each other.
    `set local citus.multi_shard_modify_mode to 'sequential'`,
    ...loose.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
    ...numbered.flatMap(plainNumbering),
    ...reference.map((table) => `select create_reference_table('${table}')`),
    ...(distributed.includes(first)
      ? [`select create_distributed_table('${first}', '${distributionColumn}', shard_count => ${shards})`]
      : []),
    ...others
      .filter((table) => distributed.includes(table))
      .map(
        (table) =>
          `select create_distributed_table('${table}', '${distributionColumn}', colocate_with => '${first}')`,
      ),
    ...loose.map(
      ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
    ),
  ];
}

/** Identity columns of less than 64 bits are not for tables of several machines; a sequence of its own gives the same numbers. */
function plainNumbering({ table, column }: Identity): string[] {
  const sequence = `${table}_${column}_numbers`;
  return [
    `create sequence ${sequence} owned by ${table}.${column}`,
    `select setval('${sequence}', (select coalesce(max(${column}), 0) + 1 from ${table}), false)`,
    `alter table ${table} alter column ${column} drop identity`,
    `alter table ${table} alter column ${column} set default nextval('${sequence}')`,
  ];
}
