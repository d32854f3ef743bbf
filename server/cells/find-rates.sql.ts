import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { SeenLedger } from './find-cells.sql.ts';
import { unpacked } from './floats.ts';
import type { MadeRates } from './make-rates.ts';

/** The hourly rates of a part, as they are found. */
export type StoredRates = Omit<MadeRates, 'dimension'>;

type Row = Omit<StoredRates, 'quantiles' | 'key'> & {
  datasetId: number;
  key: number | null;
  quantiles: Buffer | null;
};

/**
 * The hourly rates as they stand at each dataset's version, of the whole, of all projects (key null), or of one. A dataset whose
 * version has none stored is missing.
 */
export async function findRates(
  kysely: Kysely<Tables>,
  ledgers: readonly SeenLedger[],
  parts: { readonly dimension: 'ALL' | 'PROJECT'; readonly key: number | null },
): Promise<Map<number, StoredRates[]>> {
  const { rows } = await sql<Row>`
    select distinct on (asked.id, cell.group_key, cell.currency) asked.id as "datasetId", cell.group_key as key,
      cell.currency, "rows", engagements, contributors, left_out as "leftOut", mean, total, largest, second, quantiles
    from unnest(${ledgers.map(({ datasetId }) => datasetId)}::int[], ${ledgers.map(({ version }) => version)}::int[],
      ${ledgers.map(({ alterations }) => alterations)}::int[]) as asked (id, version, alterations)
    join cell_build build on build.dataset_id = asked.id and build.version = asked.version
      and build.alterations = asked.alterations and 'RATE' = any(build.measures)
    left join rate_cell cell on cell.dataset_id = asked.id and cell.dimension = ${parts.dimension}
      and cell.version <= asked.version and (${parts.key}::bigint is null or cell.group_key = ${parts.key})
    order by asked.id, cell.group_key, cell.currency, cell.version desc`.execute(kysely);
  const found = new Map<number, StoredRates[]>();
  for (const { datasetId, key, quantiles, ...row } of rows) {
    const rates = found.get(datasetId) ?? [];
    found.set(datasetId, rates);
    if (key !== null && row.rows > 0)
      rates.push({ key, ...row, quantiles: quantiles && unpacked(quantiles) });
  }
  return found;
}
