import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { contributors } from '../statistics/index.ts';
import { packed, unpacked } from './floats.ts';
import { readWholeRankings } from './find-ranking.sql.ts';
import { hasOwnPriority } from './band-thread.ts';
import { mostKeptWhole } from './grid.ts';
import { bandsInThread } from './summary-thread.ts';

interface Unfilled {
  id: number;
  contributors: number;
  curve: Buffer | null;
}

const atATime = 100;

/**
 * Makes the intervals of stored cells that take a bootstrap, one after the other, first those that pages open with: they are wanted
 * soon after a release, but not before anything else. So it is done by a thread that gives way; where a thread cannot, with a rest
 * as long as each took. The fixed seed makes them those that were computed for whoever asked meanwhile. Returns how many were
 * made, at most so many.
 */
export async function fillBands(
  { kysely, pool }: Pick<Database, 'kysely' | 'pool'>,
  signal: AbortSignal,
  most = Infinity,
): Promise<number> {
  let filled = 0;
  for (;;) {
    const { rows } = await sql<Unfilled>`
      select cell.id, contributors, case when contributors <= ${mostKeptWhole} then curve end as curve
      from cell join dataset on dataset.id = dataset_id
      where bands is null and contributors between 30 and 4999 and retired_at is null
      order by array_position(array['ALL', 'SECTOR', 'YEAR', 'QUARTER', 'PROJECT', 'PROFESSION'], dimension),
        array_position(array['AMOUNT', 'HOURS', 'UNITS', 'IMPROVEMENT'], measure), cell.version desc, contributors desc
      limit ${atATime}`.execute(kysely);
    for (const { id, curve } of rows) {
      if (signal.aborted || filled >= most) return filled;
      const began = performance.now();
      const totals = curve === null ? (await readWholeRankings(kysely, [id]))[0]!.totals : unpacked(curve);
      const bands = await bandsInThread(contributors(totals));
      // Never null from 30 contributors on; a cell whose people are not kept has no totals and is left.
      if (bands === null) return filled;
      await pool.query('update cell set bands = $2 where id = $1', [id, packed(bands)]);
      filled += 1;
      const rest = hasOwnPriority ? 0 : performance.now() - began;
      await pause(rest, undefined, { signal, ref: false }).catch(() => undefined);
    }
    if (rows.length < atATime) return filled;
  }
}
