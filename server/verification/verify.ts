import type pg from 'pg';
import type { Check, Finding } from './check.ts';
import { checks as all } from './checks.ts';

/** What a check found, and how long it took. */
export interface Verified extends Finding {
  name: string;
  milliseconds: number;
}

/**
 * Holds the database against itself: checksums, counts and sums are computed again from what they were made of. All of it in
 * one snapshot, so releases may go on being published meanwhile; nothing is written.
 */
export async function verify(
  pool: pg.Pool,
  {
    checks = all,
    report = () => undefined,
  }: { checks?: readonly Check[]; report?: (verified: Verified) => void } = {},
): Promise<Verified[]> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const found: Verified[] = [];
    for (const { name, run } of checks) {
      const began = performance.now();
      const verified = { name, ...(await run(client)), milliseconds: performance.now() - began };
      found.push(verified);
      report(verified);
    }
    await client.query('commit');
    return found;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
