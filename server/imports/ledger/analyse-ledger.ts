import type pg from 'pg';
import { ownTable } from './own-tables.ts';

/** Fewer rows change no plan: of so few a wrong one is quick too. */
export function isWorthAnalysing(rows: number): boolean {
  return rows >= 5_000;
}

/**
 * Lets the database see what it has, in the transaction that publishes a release: until it does it takes a new ledger's rollups for
 * nearly empty, and compares each of their rows with each expert where a filter names countries (15 s at 18 000 rows). Before the
 * release is seen, so that its first readers have the right plans too. The facts, many times larger, PostgreSQL counts by itself
 * in a while.
 */
export async function analyseLedger(client: pg.PoolClient, slug: string): Promise<void> {
  const found = await client.query<{ id: number }>('select id from dataset where slug = $1', [slug]);
  const own = found.rows.flatMap(({ id }) => [ownTable('expert_rollup', id), ownTable('project_rollup', id)]);
  for (const table of [...own, 'expert', 'project']) {
    await client.query('savepoint before_statistics');
    // What is published is published, whatever becomes of the statistics.
    await client
      .query(`analyze ${table}`)
      .catch(() => client.query('rollback to savepoint before_statistics'));
  }
}
