import type pg from 'pg';
import { reject } from '../../errors/tacit-error.ts';
import { inTransaction } from '../in-transaction.ts';
import { readLayout, scaleOutPlan, type PlanOptions } from './plan.ts';

const oldestMajor = 17;

/** What would be done, in order; nothing is. */
export async function planScaleOut(pool: pg.Pool, options: PlanOptions): Promise<string[]> {
  const client = await pool.connect();
  try {
    return scaleOutPlan(await readLayout(client), options);
  } finally {
    client.release();
  }
}

/** Parts the database among the machines of its Citus cluster, all of it or nothing. Returns the statements, none the second time. */
export async function scaleOut(pool: pg.Pool, options: PlanOptions): Promise<string[]> {
  await demandCitus(pool);
  return inTransaction(pool, async (client) => {
    const plan = scaleOutPlan(await readLayout(client), options);
    for (const statement of plan) await client.query(statement);
    return plan;
  });
}

async function demandCitus(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ citus: boolean; version: number }>(
    `select exists (select from pg_extension where extname = 'citus') as citus,
       current_setting('server_version_num')::int as version`,
  );
  const { citus, version } = rows[0]!;
  if (version < oldestMajor * 10_000)
    reject(
      'BAD_USER_INPUT',
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; to scale out takes ${oldestMajor} or later.`,
    );
  if (!citus)
    reject(
      'BAD_USER_INPUT',
      'The database has no Citus: set DATABASE_URL to the coordinator of a cluster, and run "create extension citus" there. ' +
        'The embedded database has none. --dry-run shows what would be done.',
    );
}
