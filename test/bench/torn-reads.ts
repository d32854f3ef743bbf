import type { Database } from '../../server/database/connect.ts';
import { findCells } from '../../server/cells/index.ts';

export interface Checked {
  reads: number;
  /** Of which until it was over. */
  meanwhile: number;
  torn: number;
  versions: Set<number>;
}

/**
 * Reads as a page does, the version first and then the cells at it, and adds up the sectors, some at a time and without pause, until
 * something is over and there were enough. A read is torn where the sectors do not add up to the whole, or the whole is another than others read at that
 * version.
 */
export async function checkReads(
  { kysely, pool }: Database,
  {
    datasetId,
    over,
    atOnce,
    atLeast,
  }: { datasetId: number; over: Promise<unknown>; atOnce: number; atLeast: number },
): Promise<Checked> {
  const checked: Checked = { reads: 0, meanwhile: 0, torn: 0, versions: new Set() };
  const wholes = new Map<number, number>();
  let isOver = false;
  const end = over.finally(() => {
    isOver = true;
    checked.meanwhile = checked.reads;
  });
  const reader = async (): Promise<void> => {
    while (!isOver || checked.reads < atLeast) {
      const { rows } = await pool.query<{ version: number; alterations: number }>({
        name: 'version of one',
        text: 'select version, alterations from dataset where id = $1',
        values: [datasetId],
      });
      const at = { datasetId, ...rows[0]! };
      const cells = (dimension: 'ALL' | 'SECTOR') =>
        findCells(kysely, [at], 'UNITS', { dimension, one: null });
      const whole = (await cells('ALL')).get(datasetId)?.[0]?.total ?? NaN;
      const sum = (await cells('SECTOR')).get(datasetId)?.reduce((all, { total }) => all + total, 0) ?? NaN;
      checked.reads += 1;
      checked.versions.add(at.version);
      const same = wholes.get(at.version) ?? whole;
      wholes.set(at.version, same);
      if (!(same === whole && Math.abs(sum - whole) <= whole * 1e-9)) checked.torn += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  await end;
  return checked;
}
