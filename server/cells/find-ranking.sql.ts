import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { joined } from './group-totals.ts';
import { unpacked } from './floats.ts';
import type { Place, Stretch } from './ranking-stretch.ts';
import type { Ranked } from './ranked.ts';
import { chunkLength } from './store-cells.ts';

/** A stretch of a cell's ranking, whole chunks of it; empty where the cell keeps none. */
export async function readRanking(kysely: Kysely<Tables>, cellId: number, place: Place): Promise<Stretch> {
  const { rows } = await sql<{ chunk: number; held: number; experts: Buffer; totals: Buffer }>`
    select chunk, held, experts, totals from cell_ranking where cell_id = ${cellId}${chunksAt(cellId, place)}
    order by chunk`.execute(kysely);
  const [first] = rows;
  return {
    before: (first?.chunk ?? 0) * chunkLength,
    held: first?.held ?? 0,
    experts: joined(rows.map(({ experts }) => unpacked(experts))),
    totals: joined(rows.map(({ totals }) => unpacked(totals))),
  };
}

function chunksAt(cellId: number, place: Place): RawBuilder<unknown> {
  const last = (what: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select coalesce(max(chunk), 0) from cell_ranking where cell_id = ${cellId}${what})`;
  switch (place.kind) {
    case 'TOP':
      return sql` and chunk < 2`;
    case 'END':
      return sql` and chunk >= ${last(sql``)} - 1`;
    case 'HOLDING':
      return sql` and chunk = ${last(sql` and held < ${place.held}`)}`;
    case 'AROUND':
      return sql` and chunk between ${last(sql` and lowest > ${place.total}`)} and ${last(sql` and largest >= ${place.total}`)} + 1`;
    default:
      return place satisfies never;
  }
}

/** All of the rankings of several cells, in their order; empty where a cell keeps none. */
export async function readWholeRankings(
  kysely: Kysely<Tables>,
  cellIds: readonly number[],
): Promise<Ranked[]> {
  const { rows } = await sql<{ id: number; experts: Buffer; totals: Buffer }>`
    select cell_id as id, experts, totals from cell_ranking where cell_id = any(${cellIds}::bigint[])
    order by cell_id, chunk`.execute(kysely);
  const found = Map.groupBy(rows, ({ id }) => id);
  return cellIds.map((id) => {
    const chunks = found.get(id) ?? [];
    return {
      experts: joined(chunks.map(({ experts }) => unpacked(experts))),
      totals: joined(chunks.map(({ totals }) => unpacked(totals))),
    };
  });
}
