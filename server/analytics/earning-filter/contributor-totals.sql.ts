import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { EarningConditions } from './conditions.ts';
import type { Dimension } from './dimension.ts';
import { entriesOf, groupKeyOf, inCurrency, matchingEarnings, type LedgerAtRelease } from './matching.ts';
import { storeFor } from './store.ts';
import { measureColumn } from './measure-column.ts';

/** What one contributor has of the measure in one group; of money, in one currency. */
export interface ContributorTotal {
  datasetId: number;
  /** The group, 0 for unknown or undated; 0 throughout where nothing is grouped. */
  groupKey: number;
  expertId: number;
  /** '' where the measure is not money, and where the rows have no amount. */
  currency: string;
  /** Null where no row has the measure. Money is in minor units. */
  total: number | null;
}

/** The totals of one measure by contributor, of several datasets and of all groups, in one statement. */
export async function readContributorTotals(
  kysely: Kysely<Tables>,
  ledgers: readonly LedgerAtRelease[],
  measure: Measure,
  conditions: EarningConditions,
  dimension: Dimension | null,
): Promise<ContributorTotal[]> {
  const store = storeFor(conditions, { dimension });
  const groupKey = dimension === null ? sql`0` : groupKeyOf(dimension);
  const money = measure === Measure.AMOUNT;
  const currency = money ? sql`coalesce(currency, '')` : sql`''`;
  const { rows } = await sql<ContributorTotal>`
    select dataset_id as "datasetId", ${groupKey} as "groupKey", expert_id as "expertId", ${currency} as currency,
      sum(${measureColumn(measure)}) as total
    ${matchingEarnings(store, ledgers, conditions)}${money ? sql`` : inCurrency(conditions)}
    group by 1, 2, 3, 4
    having ${entriesOf(store)} > 0`.execute(kysely);
  return rows;
}
