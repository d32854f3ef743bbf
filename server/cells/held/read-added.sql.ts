import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { cellMeasures } from '../cell-words.ts';
import { mostMagnitude, type HeldColumns } from './held-columns.ts';
import {
  allColumns,
  readExperts,
  rowsAtATime,
  sentColumns,
  type HeldSource,
  type SentColumn,
  type SentColumns,
} from './read-columns.sql.ts';

interface AddedBlock extends Partial<Record<SentColumn, Buffer>> {
  size: number;
  digits: number;
  sum: number;
  known: boolean;
}

/**
 * What releases later than one added to a rollup, to be put behind what is held of that one: rollups only ever grow. Null where what is
 * held is no beginning of it: a currency is new, values are finer, or there would be too many rows or too large sums.
 */
export async function readAdded(
  kysely: Kysely<Tables>,
  source: HeldSource,
  { held, after, mostRows }: { held: HeldColumns; after: number; mostRows: number },
): Promise<SentColumns | null> {
  const { divisor, currencyCodes } = held;
  const added = await readAddedBlocks(kysely, { ...source, after, divisor, codes: currencyCodes });
  const size = added.reduce((all, block) => all + block.size, held.rows.experts.length);
  const magnitude = added.reduce((all, block) => all + block.sum * divisor, held.magnitude);
  const fits = added.every(({ known, digits }) => known && 10 ** digits <= divisor);
  if (!fits || size > mostRows || magnitude > mostMagnitude) return null;
  const experts = await readExperts(kysely, source.datasetId);
  return { experts, blocks: added.map((block) => allColumns(block)), currencyCodes, divisor };
}

interface Added extends HeldSource {
  /** The version up to which the rows are held. */
  readonly after: number;
  readonly divisor: number;
  readonly codes: readonly string[];
}

/** In one look through the rollup, instead of several and one for each block. */
export async function readAddedBlocks(
  kysely: Kysely<Tables>,
  { datasetId, version, rollup, measure, after, divisor, codes }: Added,
): Promise<AddedBlock[]> {
  const column = sql.ref(cellMeasures[measure]);
  const value = divisor === 1 ? column : sql`(${column} * ${divisor}::bigint)`;
  const place = sql`coalesce(place, 1) - 1`;
  const { rows } = await sql<AddedBlock>`
    with added as materialized (
      select *, (row_number() over () - 1) / ${rowsAtATime}::int as block,
        array_position(${codes}::text[], currency) as place
      from ${sql.table(rollup)} where dataset_id = ${datasetId} and version > ${after} and version <= ${version}
    )
    select count(*)::int as size, coalesce(max(scale(trim_scale(${column}::numeric))), 0)::int as digits,
      coalesce(sum(abs(${column})), 0)::float8 as sum, bool_and(place is not null) as known,
      ${sentColumns(rollup, value, codes.length > 1 ? place : null)}
    from added group by block order by block`.execute(kysely);
  return rows;
}
