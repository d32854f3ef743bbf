import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { ConversionFilter } from './conversion.inputs.ts';
import type { Occupation } from './occupation.ts';
import type { StageRow } from './profession-stage.ts';

/**
 * Every published row that a rule of the stages looks at, of all professions or of those asked for. A brand
 * recruits as its owner, a platform without a name ("AI training vendors") as nobody.
 */
export async function readStageRows(
  kysely: Kysely<Tables>,
  professionIds?: readonly number[],
): Promise<StageRow[]> {
  const among = professionIds === undefined ? sql`is not null` : sql`= any(${professionIds})`;
  const owner = sql`case when not platform.aggregate then coalesce(platform.parent_id, platform.id) end`;
  const { rows } = await sql<StageRow>`
    with benchmark as (
      select profession_id, id, source_id, released_on, project_id from conversion_evidence
      where kind = 'BENCHMARK' and expert_built and profession_id ${among}
    )
    select pay.profession_id as "professionId", 'PAY' as kind, pay.id as "rowId", pay.source_id as "sourceId",
      pay.observed_on as date, ${owner} as "platformId", null::int8 as "projectId"
    from pay_observation pay
    join organisation platform on platform.id = pay.platform_id
    where pay.profession_id ${among}
    union all
    select evidence.profession_id, 'RECRUITMENT', evidence.id, evidence.source_id, evidence.released_on,
      ${owner}, null
    from conversion_evidence evidence
    left join project on project.id = evidence.project_id
    left join organisation platform on platform.id = project.platform_id
    where evidence.kind in ('RECRUITMENT', 'PROGRAMME') and evidence.pay_usd is not null
      and evidence.profession_id ${among}
    union all
    select profession_id, 'BENCHMARK', id, source_id, released_on, null, project_id from benchmark
    union all
    select distinct benchmark.profession_id, 'PARITY', evaluation.id, evaluation.source_id,
      evaluation.published_on, null::int4, evaluation.project_id
    from benchmark
    join evaluation on evaluation.project_id = benchmark.project_id
    where evaluation.at_or_above_expert_parity
    order by 1, 2, 3`.execute(kysely);
  return rows;
}

/** The occupations of a filter, each with the newest year that the wage statistics give for it. */
export async function readOccupations(
  kysely: Kysely<Tables>,
  filter: ConversionFilter,
): Promise<Occupation[]> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  const { sector, profession, jobZone } = filter;
  if (sector != null) conditions.push(sql`sector_id in (select id from sector where slug = any(${sector}))`);
  if (profession != null) conditions.push(sql`soc_code = any(${profession})`);
  if (jobZone != null) conditions.push(sql`job_zone = any(${jobZone}::int[])`);
  const { rows } = await sql<Occupation>`
    select profession.id as "professionId", profession.soc_code as "socCode", profession.sector_id as "sectorId",
      profession.job_zone as "jobZone", profession.onet_tasks as "onetTasks", wage.year as "wageYear", wage.source_id as "wageSourceId",
      wage.employment, wage.mean_annual as "meanAnnual"
    from profession
    left join (
      select distinct on (profession_id) profession_id, year, source_id, employment, mean_annual
      from profession_wage order by profession_id, year desc
    ) wage on wage.profession_id = profession.id
    where ${sql.join(conditions, sql` and `)}
    order by profession.soc_code`.execute(kysely);
  return rows;
}
