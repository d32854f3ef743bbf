import type { ColumnType, Generated } from 'kysely';

interface Dataset {
  id: Generated<number>;
  slug: string;
  title_en: string;
  title_fr: string;
  about_en: Generated<string>;
  about_fr: Generated<string>;
  unit_en: string | null;
  unit_fr: string | null;
  kind: 'PUBLISHED' | 'LEDGER' | 'SIMULATED';
  allotment: 'OPEN' | 'CAPPED' | 'ASSIGNED' | null;
  protected: Generated<boolean>;
  measures: Generated<string[]>;
  licence: string | null;
  citation: string | null;
  source_id: number | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  retired_at: Date | null;
  /** How often somebody was erased from it. */
  alterations: Generated<number>;
}

interface Release {
  id: Generated<number>;
  dataset_id: number;
  number: number;
  published_at: Generated<Date>;
  checksum: string;
  note: Generated<string>;
  rows_added: number;
  rows_reversed: number;
  contributors: number;
  /** When somebody was last erased from it; null while it is as it was published. */
  altered_at: Date | null;
  /** How its file was read; null of what no file made. */
  reading: string | null;
}

interface Sector {
  id: Generated<number>;
  slug: string;
  dataset_id: number | null;
  name_en: string;
  name_fr: string;
  position: Generated<number>;
}

interface Project {
  id: Generated<number>;
  dataset_id: number;
  key: string;
  name: string;
  kind: Generated<string>;
  sector_id: number | null;
  laboratory_id: number | null;
  platform_id: number | null;
  started_on: string | null;
  ended_on: string | null;
  source_id: number | null;
  note: Generated<string>;
}

interface Expert {
  id: Generated<number>;
  dataset_id: number;
  pseudonym: string;
  profession_id: number | null;
  country: string | null;
  seniority: string | null;
  former_employer: string | null;
}

/** A calendar day as 'YYYY-MM-DD', both ways. */
type Day = ColumnType<string, string, string>;

interface Earning {
  expert_id: number;
  period: Day;
  id: Generated<number>;
  dataset_id: number;
  project_id: number;
  sector_id: number;
  profession_id: number;
  quarter: number;
  amount_minor: number | null;
  currency: string | null;
  hours: number | null;
  units: number;
  improvement: number | null;
  release_id: number;
  row_key: string;
  reversal: Generated<boolean>;
}

interface ExpertRollup {
  dataset_id: number;
  expert_id: number;
  quarter: number;
  sector_id: number;
  profession_id: number;
  project_id: number;
  currency: string;
  version: number;
  entries: number;
  amount_minor: number | null;
  hours: number | null;
  units: number;
  improvement: number | null;
}

interface ProjectRollup {
  dataset_id: number;
  project_id: number;
  expert_id: number;
  currency: string;
  version: number;
  entries: number;
  amount_minor: number | null;
  hours: number | null;
  units: number;
  improvement: number | null;
}

/** Ledgers: what is known of datasets, their releases, those who work and what they did. */
export interface LedgerTables {
  dataset: Dataset;
  release: Release;
  sector: Sector;
  project: Project;
  expert: Expert;
  earning: Earning;
  expert_rollup: ExpertRollup;
  project_rollup: ProjectRollup;
}
