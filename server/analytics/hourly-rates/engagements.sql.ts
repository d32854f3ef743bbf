import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import {
  entriesOf,
  groupKeyOf,
  matchingEarnings,
  storeFor,
  type Dimension,
  type EarningConditions,
  type LedgerAtRelease,
} from '../earning-filter/index.ts';

/** What one expert has earned on one project, in one group and one currency. */
export interface EngagementRow {
  datasetId: number;
  /** The group, 0 for unknown or undated; 0 throughout where nothing is grouped. */
  groupKey: number;
  expertId: number;
  projectId: number;
  /** '' where the rows have hours but no amount. */
  currency: string;
  /** In minor units; null where no row has an amount. */
  amount: number | null;
  /** Null where no row has hours. */
  hours: number | null;
}

/** Money and hours by expert and project, of several datasets and of all groups, in one statement. */
export async function readEngagements(
  kysely: Kysely<Tables>,
  ledgers: readonly LedgerAtRelease[],
  conditions: EarningConditions,
  dimension: Dimension | null,
): Promise<EngagementRow[]> {
  const store = storeFor(conditions, { dimension, byProject: true });
  const groupKey = dimension === null ? sql`0` : groupKeyOf(dimension);
  const { rows } = await sql<EngagementRow>`
    select dataset_id as "datasetId", ${groupKey} as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    ${matchingEarnings(store, ledgers, conditions)}
    group by 1, 2, 3, 4, 5
    having ${entriesOf(store)} > 0`.execute(kysely);
  return rows;
}
