import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../server/database/connect.ts';

/** How long after its start the server had filled in the intervals of a ledger's cells, and how many it was. */
export interface Filled {
  seconds: number;
  cells: number;
}

/** Waits until no cell of the ledger wants its intervals any more, and no release its columns of days. */
export async function filledAfter({ pool }: Database, datasetId: number): Promise<Filled> {
  const began = performance.now();
  const unfilled = async (): Promise<number> => {
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as count from cell
       where dataset_id = $1 and bands is null and contributors between 30 and 4999`,
      [datasetId],
    );
    return rows[0]!.count;
  };
  const daysLacking = async (): Promise<boolean> => {
    const { rows } = await pool.query(
      `select from release where dataset_id = $1 and exists (
         select from cell where cell.dataset_id = $1 and dimension = 'ALL' and contributors >= 5000)
       and not exists (select from day_build build where build.dataset_id = $1 and build.version = number)`,
      [datasetId],
    );
    return rows.length > 0;
  };
  const cells = await unfilled();
  if (cells > 0) while ((await unfilled()) > 0) await pause(500);
  while (await daysLacking()) await pause(500);
  return { cells, seconds: cells === 0 ? 0 : (performance.now() - began) / 1000 };
}
