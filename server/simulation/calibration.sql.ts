/**
 * The published hourly rates in US dollars of each occupation: the typical rate, or else the midpoint of a range of two
 * ends, as the methods define it.
 */
export const offeredRatesSql = `
  select soc_code as "socCode", sector.slug as sector,
    array_agg(coalesce(typical, (low + high) / 2) order by coalesce(typical, (low + high) / 2)) as rates
  from pay_observation
  join profession on profession.id = pay_observation.profession_id
  join sector on sector.id = profession.sector_id
  where basis = 'HOUR' and currency = 'USD' and coalesce(typical, (low + high) / 2) > 0
  group by soc_code, sector.slug
  order by soc_code`;

/** The average hourly pay that companies and press have published, in US dollars. */
export const averagePaySql = `
  select value from market_fact where metric = 'average_hourly_pay' and unit = 'USD/hour' order by value`;

/** Which release of the published facts that was. */
export const publicRecordSql = `select version from dataset where slug = 'public-record'`;
