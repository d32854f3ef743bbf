import type pg from 'pg';
import type { CellDimension } from './cell-words.ts';
import { packed } from './floats.ts';
import type { MadeCell } from './made-cell.ts';
import type { Ranked } from './ranked.ts';

/** How many contributors a chunk of a ranking holds: a page of it, or the thousand that a list may show, is one read. */
export const chunkLength = 1024;
/** How many cells or chunks are sent at a time: some megabytes. */
const batchLength = 200;

interface CellsOf {
  datasetId: number;
  dimension: CellDimension;
  version: number;
}

/** Writes cells with their rankings down, as they are from this version on. */
export async function storeCells(
  client: pg.PoolClient,
  of: CellsOf,
  cells: readonly MadeCell[],
): Promise<void> {
  for (const batch of batches(cells)) {
    const ids = await storeBatch(client, of, batch);
    for (const chunks of batches([...chunksOf(batch, ids)])) await storeChunks(client, chunks);
  }
}

async function storeBatch(
  client: pg.PoolClient,
  { datasetId, dimension, version }: CellsOf,
  cells: readonly MadeCell[],
): Promise<number[]> {
  const values = cells.map((cell) => cell.values);
  const { rows } = await client.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('cell', 'id')) as id from generate_series(1, $1)`,
    [cells.length],
  );
  const ids = rows.map(({ id }) => id);
  await client.query(
    `insert into cell (id, dataset_id, dimension, version, group_key, measure, currency, contributors, excluded,
       other_currencies, total, largest, second, gini, gini_corrected, theil, hhi, p90p10, half_share, curve, bands)
     select id, $1, $2, $3, group_key, measure, currency, contributors, excluded, other_currencies, total, largest, second,
       gini, gini_corrected, theil, hhi, p90p10, half_share, curve, bands
     from unnest($4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::int[], $9::int[], $10::int[], $11::float8[],
       $12::float8[], $13::float8[], $14::float8[], $15::float8[], $16::float8[], $17::float8[], $18::float8[],
       $19::float8[], $20::bytea[], $21::bytea[])
       as made (id, group_key, measure, currency, contributors, excluded, other_currencies, total, largest, second, gini,
         gini_corrected, theil, hhi, p90p10, half_share, curve, bands)`,
    [
      datasetId,
      dimension,
      version,
      ids,
      cells.map(({ key }) => key),
      cells.map(({ measure }) => measure),
      cells.map(({ currency }) => currency),
      values.map(({ contributors }) => contributors),
      values.map(({ excluded }) => excluded),
      values.map(({ otherCurrencies }) => otherCurrencies),
      values.map(({ total }) => total),
      values.map(({ largest }) => largest),
      values.map(({ second }) => second),
      values.map(({ gini }) => gini),
      values.map(({ giniCorrected }) => giniCorrected),
      values.map(({ theil }) => theil),
      values.map(({ hhi }) => hhi),
      values.map(({ p90p10 }) => p90p10),
      values.map(({ halfShare }) => halfShare),
      cells.map(({ curve }) => curve && packed(curve)),
      cells.map(({ bands }) => bands && packed(bands)),
    ],
  );
  return ids;
}

interface Chunk extends Ranked {
  readonly cellId: number;
  readonly chunk: number;
  /** What those before it hold together. */
  readonly held: number;
}

function* chunksOf(cells: readonly MadeCell[], ids: readonly number[]): Generator<Chunk> {
  for (const [i, { ranked }] of cells.entries()) {
    if (ranked === null) continue;
    const { experts, totals } = ranked;
    let held = 0;
    for (let start = 0; start < totals.length; start += chunkLength) {
      const own = totals.subarray(start, start + chunkLength);
      yield {
        cellId: ids[i]!,
        chunk: start / chunkLength,
        held,
        experts: experts.subarray(start, start + chunkLength),
        totals: own,
      };
      held = own.reduce((sum, total) => sum + total, held);
    }
  }
}

async function storeChunks(client: pg.PoolClient, chunks: readonly Chunk[]): Promise<void> {
  await client.query(
    `insert into cell_ranking (cell_id, chunk, held, largest, lowest, experts, totals)
     select * from unnest($1::bigint[], $2::int[], $3::float8[], $4::float8[], $5::float8[], $6::bytea[], $7::bytea[])`,
    [
      chunks.map(({ cellId }) => cellId),
      chunks.map(({ chunk }) => chunk),
      chunks.map(({ held }) => held),
      chunks.map(({ totals }) => totals[0]),
      chunks.map(({ totals }) => totals.at(-1)),
      chunks.map(({ experts }) => packed(experts)),
      chunks.map(({ totals }) => packed(totals)),
    ],
  );
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchLength) {
    yield items.slice(start, start + batchLength);
  }
}
