import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { descending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PayObservationOrderField, type PayFilter, type PayObservationOrder } from './pay.inputs.ts';
import { payObservations } from './pay-filter.ts';

const orders: Record<PayObservationOrderField, SortKey> = {
  OBSERVED_ON: { by: sql`coalesce(listed.observed_on, '') collate "C"`, type: 'text' },
  LOW: { by: sql`coalesce(listed.low, '-Infinity')`, type: 'float8' },
  HIGH: { by: sql`coalesce(listed.high, '-Infinity')`, type: 'float8' },
  TYPICAL: {
    by: sql`coalesce(listed.typical, (listed.low + listed.high) / 2, '-Infinity')`,
    type: 'float8',
  },
  KEY: { by: sql`listed.key`, type: 'text' },
};

/** Pay observations, newest first unless otherwise asked. */
export function listPayObservations(
  kysely: Kysely<Tables>,
  filter: PayFilter | null | undefined,
  order: PayObservationOrder | null | undefined,
): Listing<Row<'pay_observation'>> {
  return {
    rows: payObservations(kysely, filter),
    order: orderOf(orders, order, descending(PayObservationOrderField.OBSERVED_ON)),
  };
}
