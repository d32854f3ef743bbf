import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Exposure } from './prediction.ts';

/** What each prediction says of every occupation. */
export async function readExposures(kysely: Kysely<Tables>): Promise<Exposure[]> {
  const { rows } = await sql<Exposure>`
    select id as "professionId", exposure_gpt4_beta as "GPT4_BETA", exposure_human_beta as "HUMAN_BETA",
      ms_ai_applicability as "MS_APPLICABILITY", aei_usage_percent as "AEI_USAGE"
    from profession order by id`.execute(kysely);
  return rows;
}
