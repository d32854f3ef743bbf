import type { Generated } from 'kysely';

interface Profession {
  id: Generated<number>;
  soc_code: string;
  title_en: string;
  title_fr: string;
  major_group_en: string;
  major_group_fr: string;
  sector_id: number;
  onet_tasks: number | null;
  job_zone: number | null;
  gdpval: Generated<boolean>;
  exposure_gpt4_beta: number | null;
  exposure_human_beta: number | null;
  ms_ai_applicability: number | null;
  aei_usage_percent: number | null;
}

interface ProfessionName {
  profession_id: number;
  language: string;
  name: string;
  /** Where an everyday name means several professions: 1 for the first to think of. Null for reported job titles. */
  position: number | null;
  origin: string;
}

interface ProfessionWage {
  profession_id: number;
  year: number;
  employment: number | null;
  mean_hourly: number | null;
  p10_hourly: number | null;
  p25_hourly: number | null;
  median_hourly: number | null;
  p75_hourly: number | null;
  p90_hourly: number | null;
  mean_annual: number | null;
  median_annual: number | null;
  top_coded: Generated<boolean>;
  basis: string;
  source_id: number;
}

/** Occupations, what they are called and what they earn. */
export interface OccupationTables {
  profession: Profession;
  profession_name: ProfessionName;
  profession_wage: ProfessionWage;
}
