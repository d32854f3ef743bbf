import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { EarningConditions } from './conditions.ts';
import { entriesOf, inCurrency, matchingEarnings, type LedgerAtRelease } from './matching.ts';
import { storeFor } from './store.ts';

/** How many contributors of each dataset have undated earnings that match the rest of the filter. */
export async function countUndated(
  kysely: Kysely<Tables>,
  ledgers: readonly LedgerAtRelease[],
  conditions: EarningConditions,
): Promise<{ datasetId: number; contributors: number }[]> {
  const undated: EarningConditions = { ...conditions, from: null, to: null };
  // A period in the question, so that the store is one that knows quarters.
  const store = storeFor({ ...undated, from: '0001-01-01' }, { dimension: null });
  const { rows } = await sql<{ datasetId: number; contributors: number }>`
    select "datasetId", count(*) as contributors
    from (
      select dataset_id as "datasetId", expert_id
      ${matchingEarnings(store, ledgers, undated)}${inCurrency(conditions)} and quarter = 0
      group by 1, 2
      having ${entriesOf(store)} > 0
    ) undated
    group by 1`.execute(kysely);
  return rows;
}
