import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { CellDimension, CellMeasure } from './cell-words.ts';
import { unpacked } from './floats.ts';
import type { CellValues } from './made-cell.ts';
import type { Ranked } from './ranked.ts';

/** A cell as it is found. */
export interface StoredCell extends CellValues {
  readonly id: number;
  readonly dimension: CellDimension;
  readonly key: number;
  readonly currency: string;
  /** Read with the cell where one part is asked for; undefined where they are yet to be read. */
  readonly curve?: Float64Array | null;
  readonly bands?: Float64Array | null;
  /** Of a cell that is not stored: everybody, where they are kept. */
  readonly people?: Ranked | null;
}

/** A dataset as the operation sees it. */
export interface SeenLedger {
  readonly datasetId: number;
  readonly version: number;
  readonly alterations: number;
}

/** Which parts are asked for: all of a dimension, or one, by its key or by its name. */
export interface AskedParts {
  readonly dimension: CellDimension;
  readonly one: number | { readonly table: 'sector' | 'profession'; readonly name: string } | null;
}

interface Row extends Omit<StoredCell, 'id' | 'curve' | 'bands' | 'people'> {
  datasetId: number;
  id: number | null;
  curve?: Buffer | null;
  bands?: Buffer | null;
}

/**
 * The cells of a measure as they stand at each dataset's version, of several datasets in one statement. A dataset whose version
 * has no cells of the measure is missing; one that has them, and nothing matches, has none.
 */
export async function findCells(
  kysely: Kysely<Tables>,
  ledgers: readonly SeenLedger[],
  measure: CellMeasure,
  parts: AskedParts,
): Promise<Map<number, StoredCell[]>> {
  const { rows } = await sql<Row>`
    select distinct on (asked.id, cell.group_key, cell.currency) asked.id as "datasetId", cell.id, cell.dimension,
      cell.group_key as key, cell.currency, contributors, excluded, other_currencies as "otherCurrencies", total, largest,
      second, gini, gini_corrected as "giniCorrected", theil, hhi, p90p10, half_share as "halfShare"${parts.one === null ? sql`` : sql`, curve, bands`}
    from unnest(${ledgers.map(({ datasetId }) => datasetId)}::int[], ${ledgers.map(({ version }) => version)}::int[],
      ${ledgers.map(({ alterations }) => alterations)}::int[]) as asked (id, version, alterations)
    join cell_build build on build.dataset_id = asked.id and build.version = asked.version
      and build.alterations = asked.alterations and ${measure} = any(build.measures)
    left join cell on cell.dataset_id = asked.id and cell.dimension = ${parts.dimension} and cell.measure = ${measure}
      and cell.version <= asked.version${only(parts)}
    order by asked.id, cell.group_key, cell.currency, cell.version desc`.execute(kysely);
  const found = new Map<number, StoredCell[]>();
  for (const { datasetId, id, curve, bands, ...row } of rows) {
    const cells = found.get(datasetId) ?? [];
    found.set(datasetId, cells);
    if (id !== null && isAny(row)) cells.push({ id, ...row, ...doubles({ curve, bands }) });
  }
  return found;
}

function doubles(bytes: Pick<Row, 'curve' | 'bands'>): Pick<StoredCell, 'curve' | 'bands'> {
  if (bytes.curve === undefined) return {};
  return { curve: bytes.curve && unpacked(bytes.curve), bands: bytes.bands && unpacked(bytes.bands) };
}

/** A cell of nobody ends those before it. */
function isAny({ contributors, excluded, otherCurrencies }: CellValues): boolean {
  return contributors + excluded + otherCurrencies > 0;
}

function only({ one }: AskedParts): RawBuilder<unknown> {
  if (one === null) return sql``;
  if (typeof one === 'number') return sql` and cell.group_key = ${one}`;
  const name = sql.ref(one.table === 'profession' ? 'soc_code' : 'slug');
  return sql` and cell.group_key in (select id from ${sql.table(one.table)} where ${name} = ${one.name})`;
}

/** The curves, or the bands, of cells: doubles, null where there are none. */
export async function readDoubles(
  kysely: Kysely<Tables>,
  what: 'curve' | 'bands',
  ids: readonly number[],
): Promise<(Float64Array | null)[]> {
  const rows = await kysely
    .selectFrom('cell')
    .select(['id', `${what} as bytes`])
    .where('id', 'in', ids)
    .execute();
  const found = new Map(rows.map(({ id, bytes }) => [id, bytes && unpacked(bytes)]));
  return ids.map((id) => found.get(id) ?? null);
}
