import type pg from 'pg';
import type { Acknowledged } from './writers.ts';

/** Transactions that nobody ends. */
export async function leftOpen(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ query: string }>(`
    select left(query, 80) as query from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`);
  return rows.map(({ query }) => query);
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
