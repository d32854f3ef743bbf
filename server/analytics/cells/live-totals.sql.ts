import { sql, type Kysely } from 'kysely';
import { received, type GroupTotals } from '../../cells/index.ts';
import type { Tables } from '../../database/tables.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { EarningConditions } from '../earning-filter/conditions.ts';
import type { Dimension } from '../earning-filter/dimension.ts';
import {
  entriesOf,
  groupKeyOf,
  inCurrency,
  matchingEarnings,
  type LedgerAtRelease,
} from '../earning-filter/matching.ts';
import { measureColumn } from '../earning-filter/measure-column.ts';
import { storeFor } from '../earning-filter/store.ts';

export interface LiveQuestion {
  readonly ledger: LedgerAtRelease;
  readonly measure: Measure;
  readonly conditions: EarningConditions;
  readonly dimension: Dimension | null;
  /** The currencies that there may be, '' for rows without money. */
  readonly codes: readonly string[];
}

/**
 * Net totals by group and contributor, of money also by currency, as columns of bytes: of a ledger with very many contributors a
 * row for each holds the process up. In the order of contributors, as the rollup lies.
 */
export async function readLiveTotals(kysely: Kysely<Tables>, question: LiveQuestion): Promise<GroupTotals> {
  const { ledger, measure, conditions, dimension, codes } = question;
  const store = storeFor(conditions, { dimension });
  const groupKey = dimension === null ? sql`0` : groupKeyOf(dimension);
  const money = measure === Measure.AMOUNT;
  const currency = sql`coalesce(currency, '')`;
  const by = sql`expert_id${dimension === null ? sql`` : sql`, ${groupKey}`}${money ? sql`, ${currency}` : sql``}`;
  const { rows } = await sql<Record<'keys' | 'experts' | 'currencies' | 'totals', Buffer | null>>`
    select string_agg(float8send(part), '') as keys, string_agg(float8send(expert), '') as experts,
      string_agg(float8send(place), '') as currencies, string_agg(float8send(coalesce(total, 'NaN')), '') as totals
    from (
      select (${groupKey})::float8 as part, expert_id::float8 as expert,
        ${money ? sql`array_position(${codes}::text[], ${currency}) - 1` : sql`0`} as place,
        sum(${measureColumn(measure)})::float8 as total
      ${matchingEarnings(store, [ledger], conditions)}${money ? sql`` : inCurrency(conditions)}
      group by ${by}
      having ${entriesOf(store)} > 0
      order by ${by}
    ) totals`.execute(kysely);
  const column = (name: 'keys' | 'experts' | 'currencies' | 'totals'): Float64Array =>
    received(rows[0]?.[name] ?? Buffer.alloc(0));
  return {
    keys: column('keys'),
    experts: column('experts'),
    currencies: money ? column('currencies') : null,
    totals: [column('totals')],
  };
}
