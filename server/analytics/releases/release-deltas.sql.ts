import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { measureColumn } from '../earning-filter/measure-column.ts';

/** What one release changed for one contributor; of money, in one currency. */
export interface ReleaseDelta {
  version: number;
  expertId: number;
  /** '' where the measure is not money, and where the rows have no amount. */
  currency: string;
  entries: number;
  /** Null where no row has the measure. Money is in minor units. */
  total: number | null;
}

/** What every release of a ledger up to a version changed, in the order of the releases: one statement for all. */
export async function readReleaseDeltas(
  kysely: Kysely<Tables>,
  datasetId: number,
  version: number,
  measure: Measure,
): Promise<ReleaseDelta[]> {
  const currency = measure === Measure.AMOUNT ? sql`currency` : sql`''`;
  const { rows } = await sql<ReleaseDelta>`
    select version, expert_id as "expertId", ${currency} as currency, sum(entries) as entries,
      sum(${measureColumn(measure)}) as total
    from expert_rollup where dataset_id = ${datasetId} and version <= ${version}
    group by 1, 2, 3 order by 1, 2, 3`.execute(kysely);
  return rows;
}
