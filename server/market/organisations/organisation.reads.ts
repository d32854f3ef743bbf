import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import type { Listing } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { containing, holdsAnyOf } from '../filter-conditions.ts';
import type { OrganisationFilter } from './organisation.inputs.ts';

const byName = {
  name: 'NAME',
  type: 'text',
  by: sql`lower(listed.name)`,
  direction: OrderDirection.ASC,
} as const;

/** Organisations by name. */
export function listOrganisations(
  kysely: Kysely<Tables>,
  filter: OrganisationFilter | null | undefined,
): Listing<Row<'organisation'>> {
  let rows = kysely.selectFrom('organisation').selectAll();
  if (filter?.role != null) rows = rows.where(holdsAnyOf('roles', filter.role));
  if (filter?.aggregate != null) rows = rows.where('aggregate', '=', filter.aggregate);
  if (filter?.search != null) rows = rows.where(containing('name', filter.search));
  return { rows, order: byName };
}

/** The organisation of that slug. */
export async function findOrganisation(
  kysely: Kysely<Tables>,
  slug: string,
): Promise<Row<'organisation'> | undefined> {
  return kysely.selectFrom('organisation').selectAll().where('slug', '=', slug).executeTakeFirst();
}
