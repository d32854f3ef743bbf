import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Row } from '../../graphql/row-type.ts';
import type { PayFilter } from '../../market/pay-observations/pay.inputs.ts';
import { payObservations } from '../../market/pay-observations/pay-filter.ts';
import { typicalRate } from '../../market/pay-observations/pay-observation.type.ts';
import type { PayRow } from './pay-row.ts';
import type { MarketWage } from './premium.ts';

/**
 * The pay observations of a filter, of all professions or of those asked for. A brand pays as its owner, a platform
 * without a name as nobody.
 */
export async function readPayRows(
  kysely: Kysely<Tables>,
  filter: PayFilter | null | undefined,
  professionIds?: readonly number[],
): Promise<PayRow[]> {
  const among = professionIds === undefined ? sql`true` : sql`listed.profession_id = any(${professionIds})`;
  const { rows } = await sql<PayRow>`
    select listed.id, listed.source_id as "sourceId", listed.profession_id as "professionId",
      listed.sector_id as "sectorId", listed.platform_id as "platformId",
      case when not platform.aggregate then coalesce(platform.parent_id, platform.id) end as "payerId",
      listed.basis, listed.low, listed.high, listed.typical, listed.currency, listed.country,
      listed.observed_on as "observedOn", listed.template_band as "templateBand"
    from ${payObservations(kysely, filter)} listed
    join organisation platform on platform.id = listed.platform_id
    where ${among}
    order by listed.id`.execute(kysely);
  return rows.map((row) => ({ ...row, typical: typicalRate(row).typical }));
}

/** The hourly market wage of each profession in the newest year that has statistics for it (BLS OEWS: US only). */
export async function readMarketWages(
  kysely: Kysely<Tables>,
  professionIds: readonly number[],
): Promise<MarketWage[]> {
  const { rows } = await sql<Omit<MarketWage, 'country' | 'currency'>>`
    select distinct on (profession_id) profession_id as "professionId", source_id as "sourceId", year,
      median_hourly as median, p10_hourly as p10, p90_hourly as p90, top_coded as "topCoded"
    from profession_wage
    where profession_id = any(${professionIds})
    order by profession_id, year desc`.execute(kysely);
  return rows.map((row) => ({ ...row, country: 'US', currency: 'USD' }));
}

/** The occupation of that SOC code. */
export async function findProfession(
  kysely: Kysely<Tables>,
  socCode: string,
): Promise<Row<'profession'> | undefined> {
  return kysely.selectFrom('profession').selectAll().where('soc_code', '=', socCode).executeTakeFirst();
}
