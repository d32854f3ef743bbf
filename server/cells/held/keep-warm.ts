import type { Database } from '../../database/connect.ts';
import type { CellMeasure } from '../cell-words.ts';
import { heldNames, warm } from './held-ledgers.ts';

/** Ledgers of fewer contributors are read when somebody asks: it takes some tenths of a second. */
const leastToWarm = 50_000;

/**
 * Reads what large ledgers are asked most into memory, before anybody asks: the rollup by expert of the newest release, in money where it is
 * recorded, or that by project where it is too large. What is there already is left.
 */
export async function warmLedgers({ orm, kysely, pool }: Database, signal: AbortSignal): Promise<void> {
  const { rows } = await pool.query<{
    id: number;
    version: number;
    alterations: number;
    measure: CellMeasure;
  }>(
    `select distinct on (dataset.id) dataset.id, dataset.version, dataset.alterations, cell.measure
     from dataset join cell_build build on build.dataset_id = dataset.id and build.version = dataset.version
       and build.alterations = dataset.alterations
     join cell on cell.dataset_id = dataset.id and cell.dimension = 'ALL' and cell.contributors >= $1
     where retired_at is null
     order by dataset.id, cell.measure <> 'AMOUNT', cell.measure desc`,
    [leastToWarm],
  );
  for (const { id, version, alterations, measure } of rows) {
    for (const rollup of ['expert_rollup', 'project_rollup'] as const) {
      if (signal.aborted) return;
      const source = { datasetId: id, version, alterations, rollup, measure };
      if (await warm(orm.em.getDriver(), kysely, source)) break;
    }
  }
}

/** Brings what is held up to the releases that were published since: whoever asks next finds it. */
export async function followReleases({ orm, kysely, pool }: Database, signal: AbortSignal): Promise<void> {
  const owner = orm.em.getDriver();
  const names = heldNames(owner);
  if (names.length === 0) return;
  const { rows } = await pool.query<{ id: number; version: number; alterations: number }>(
    'select id, version, alterations from dataset where id = any($1) and retired_at is null',
    [names.map(({ datasetId }) => datasetId)],
  );
  for (const { id, ...now } of rows) {
    for (const name of names.filter(({ datasetId, version }) => datasetId === id && version < now.version)) {
      if (signal.aborted) return;
      await warm(owner, kysely, { ...name, ...now });
    }
  }
}
