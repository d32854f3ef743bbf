import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { ascending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf } from '../filter-conditions.ts';
import { ProfessionOrderField, type ProfessionFilter, type ProfessionOrder } from './profession.inputs.ts';

const orders: Record<ProfessionOrderField, SortKey> = {
  SOC_CODE: { by: sql`listed.soc_code`, type: 'text' },
  TITLE: { by: sql`lower(listed.title_en)`, type: 'text' },
  EMPLOYMENT: { by: newestWage('employment'), type: 'float8' },
  MEDIAN_WAGE: { by: newestWage('median_hourly'), type: 'float8' },
  EXPOSURE: { by: sql`coalesce(listed.exposure_gpt4_beta, '-Infinity')`, type: 'float8' },
};

function newestWage(column: 'employment' | 'median_hourly'): SortKey['by'] {
  return sql`coalesce((
    select wage.${sql.ref(column)}::float8 from profession_wage wage where wage.profession_id = listed.id
    order by wage.year desc limit 1), '-Infinity')`;
}

/** Professions, by SOC code unless otherwise asked. */
export function listProfessions(
  kysely: Kysely<Tables>,
  filter: ProfessionFilter | null | undefined,
  order: ProfessionOrder | null | undefined,
  /** The ids that the filter's text and stages leave; undefined where it has neither. */
  found: readonly number[] | undefined,
): Listing<Row<'profession'>> {
  let rows = kysely.selectFrom('profession').selectAll();
  if (filter?.profession != null) rows = rows.where('soc_code', '=', anyOf(filter.profession));
  if (filter?.sector != null) {
    const sectors = kysely.selectFrom('sector').select('id').where('slug', '=', anyOf(filter.sector));
    rows = rows.where('sector_id', 'in', sectors);
  }
  if (filter?.majorGroup != null)
    rows = rows.where(sql<string>`left(soc_code, 2)`, '=', anyOf(filter.majorGroup));
  if (filter?.jobZone != null) rows = rows.where('job_zone', '=', sql<number>`any(${filter.jobZone}::int[])`);
  if (filter?.gdpval != null) rows = rows.where('gdpval', '=', filter.gdpval);
  if (filter?.observed != null) {
    const observed = kysely
      .selectFrom('pay_observation')
      .select('profession_id')
      .where('profession_id', 'is not', null);
    rows = rows.where('id', filter.observed ? 'in' : 'not in', observed);
  }
  if (found !== undefined) rows = rows.where('id', '=', anyOf(found));
  return { rows, order: orderOf(orders, order, ascending(ProfessionOrderField.SOC_CODE)) };
}

/** The profession of that SOC code. */
export async function findProfession(
  kysely: Kysely<Tables>,
  socCode: string,
): Promise<Row<'profession'> | undefined> {
  return kysely.selectFrom('profession').selectAll().where('soc_code', '=', socCode).executeTakeFirst();
}

/** The wages of each profession, newest year first. */
export async function wagesByProfession(
  kysely: Kysely<Tables>,
  professions: readonly number[],
): Promise<Row<'profession_wage'>[][]> {
  const rows = await kysely
    .selectFrom('profession_wage')
    .selectAll()
    .where('profession_id', '=', anyOf(professions))
    .orderBy('year', 'desc')
    .execute();
  const byProfession = Map.groupBy(rows, (row) => row.profession_id);
  return professions.map((profession) => byProfession.get(profession) ?? []);
}
