import { gunzipSync } from 'node:zlib';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Tables } from '../../../server/database/tables.ts';
import { checksumOf, idOf } from '../../../server/figures/figure-id.ts';
import { readFrozen } from '../../../server/figures/figures.sql.ts';
import type { Acknowledged } from './writers.ts';

/** What is wrong with a database after a fault: releases that are half there, leftovers, figures that say something else. */
export async function faultsOf(pool: pg.Pool): Promise<string[]> {
  return [...(await faultsOfLedgers(pool)), ...(await leftovers(pool)), ...(await faultsOfFigures(pool))];
}

/** Facts and both rollups must add up to the same, and releases must be numbered from 1 to the dataset's version. */
async function faultsOfLedgers(pool: pg.Pool): Promise<string[]> {
  const sums = (table: string, count: string): string =>
    `select dataset_id, ${count} as entries, sum(units) as units, coalesce(sum(hours), 0) as hours,
       coalesce(sum(amount_minor), 0) as amount from ${table} group by dataset_id`;
  const { rows } = await pool.query<{ slug: string; fault: string }>(`
    with fact as (${sums('earning', 'count(*)')}), expert as (${sums('expert_rollup', 'sum(entries)')}),
      project as (${sums('project_rollup', 'sum(entries)')}),
      released as (select dataset_id, count(*) as releases, max(number) as newest from release group by dataset_id)
    select slug, 'facts and the rollup by expert differ' as fault from dataset
      left join fact f on f.dataset_id = id left join expert e on e.dataset_id = id
      where (f.units, f.hours, f.amount) is distinct from (e.units, e.hours, e.amount)
    union all select slug, 'the rollups differ' from dataset
      left join project p on p.dataset_id = id left join expert e on e.dataset_id = id
      where (p.units, p.hours, p.amount) is distinct from (e.units, e.hours, e.amount)
    union all select slug, 'releases are not numbered from 1 to the version' from dataset
      left join released r on r.dataset_id = id
      where coalesce(r.releases, 0) <> version or coalesce(r.newest, 0) <> version`);
  return rows.map(({ slug, fault }) => `${slug}: ${fault}`);
}

/** Tables that belong to no dataset, and transactions that nobody ends. */
async function leftovers(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ fault: string }>(`
    select 'table ' || relname || ' belongs to no dataset' as fault from pg_class
      where relkind = 'r' and relname ~ '_of_[0-9]+$'
      and not exists (select from dataset where id = substring(relname from '[0-9]+$')::int)
    union all select 'table ' || relname || ' is left of an import' from pg_class
      where relkind = 'r' and relname ~ '^staged' and relpersistence <> 't'
    union all select 'a transaction is left open: ' || left(query, 80) from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`);
  return rows.map(({ fault }) => fault);
}

/** Every frozen figure must say what its checksum and its id were made from, and have what it is drawn from. */
async function faultsOfFigures(pool: pg.Pool): Promise<string[]> {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const rows = await kysely.selectFrom('figure').select(['id', 'data_en', 'data_fr']).execute();
  const faults: string[] = [];
  for (const { id, data_en, data_fr } of rows) {
    const figure = (await readFrozen(kysely, id))!;
    const checksum = checksumOf(figure);
    if (checksum !== figure.checksum || idOf(checksum) !== id) faults.push(`figure ${id} has changed`);
    for (const data of [data_en, data_fr]) JSON.parse(gunzipSync(data).toString('utf8'));
  }
  return faults;
}

/** What was acknowledged and is not there. */
export async function lostOf(pool: pg.Pool, { figures, ledgers, keys }: Acknowledged): Promise<string[]> {
  const lost: string[] = [];
  const kept = await pool.query<{ id: string; checksum: string }>('select id, checksum from figure');
  const checksums = new Map(kept.rows.map(({ id, checksum }) => [id, checksum]));
  for (const [id, checksum] of figures) if (checksums.get(id) !== checksum) lost.push(`figure ${id}`);
  const known = await pool.query<{ id: number }>('select id from api_key');
  const numbers = new Set(known.rows.map(({ id }) => id));
  for (const number of keys) if (!numbers.has(number)) lost.push(`key ${number}`);
  for (const [slug, { release, rows, units }] of ledgers) {
    const { rows: found } = await pool.query<{ version: number; units: string }>(
      `select version, (select sum(units) from expert_rollup where dataset_id = d.id and version <= $2) as units
       from dataset d where slug = $1`,
      [slug, release],
    );
    const [one] = found;
    if (!one || one.version < release || Number(one.units) !== units)
      lost.push(`release ${release} of ${slug} with ${rows} rows`);
  }
  return lost;
}
