import type pg from 'pg';
import { ownTable } from './own-tables.ts';

/** Fewer rows change no plan: of so few a wrong one is quick too. */
export function isWorthAnalysing(rows: number): boolean {
  return rows >= 5_000;
}

/**
 * Lets the database see what it has, once a release is published: until it does it takes a new ledger's rollups for nearly empty, and
 * compares each of their rows with each expert where a filter names countries (15 s at 18 000 rows). The facts, many times larger,
 * PostgreSQL counts by itself in a while.
 */
export async function analyseLedger(client: pg.PoolClient, slug: string): Promise<void> {
  const found = await client.query<{ id: number }>('select id from dataset where slug = $1', [slug]);
  const own = found.rows.flatMap(({ id }) => [ownTable('expert_rollup', id), ownTable('project_rollup', id)]);
  for (const table of [...own, 'expert', 'project']) {
    // What is published stays published, whatever becomes of the statistics.
    await client.query(`analyze ${table}`).catch(() => undefined);
  }
}
