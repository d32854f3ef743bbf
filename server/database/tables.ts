import type { AuditAct } from './audit-log.ts';
import type { ColumnType, Generated } from 'kysely';
import type { Figure, FigureDrawing, FigureMove } from './figure-tables.ts';

/** Rows as PostgreSQL holds them, one interface a table; the migrations are the truth, a test compares. */

export interface Setting {
  key: string;
  value: string;
  updated_at: Generated<Date>;
}

export interface Source {
  id: Generated<number>;
  slug: string;
  title: string;
  publisher: string;
  url: string;
  published_on: string | null;
  language: string;
  kind: string;
  reliability: string;
  licence: string | null;
  note: Generated<string>;
}

export interface Dataset {
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

export interface Release {
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

export interface Sector {
  id: Generated<number>;
  slug: string;
  dataset_id: number | null;
  name_en: string;
  name_fr: string;
  position: Generated<number>;
}

export interface Profession {
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

export interface ProfessionName {
  profession_id: number;
  language: string;
  name: string;
  /** Where an everyday name means several professions: 1 for the first to think of. Null for reported job titles. */
  position: number | null;
  origin: string;
}

export interface ProfessionWage {
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

export interface Organisation {
  id: Generated<number>;
  slug: string;
  name: string;
  roles: string[];
  aggregate: Generated<boolean>;
  parent_id: number | null;
  note: Generated<string>;
}

export interface Project {
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

export interface Expert {
  id: Generated<number>;
  dataset_id: number;
  pseudonym: string;
  profession_id: number | null;
  country: string | null;
  seniority: string | null;
  former_employer: string | null;
}

export interface PayObservation {
  id: Generated<number>;
  key: string;
  source_id: number;
  platform_id: number;
  laboratory_id: number | null;
  role_title: string;
  profession_label: string;
  sector_id: number;
  profession_id: number | null;
  basis: string;
  low: number | null;
  high: number | null;
  typical: number | null;
  currency: string;
  country: string | null;
  observed_on: string | null;
  kind: string;
  template_band: Generated<boolean>;
  note: Generated<string>;
}

export interface MarketFact {
  id: Generated<number>;
  key: string;
  source_id: number;
  subject: string;
  organisation_id: number | null;
  project_id: number | null;
  metric: string;
  value: number;
  unit: string;
  as_of: string | null;
  note: Generated<string>;
}

export interface ConversionEvidence {
  id: Generated<number>;
  key: string;
  project_id: number | null;
  name: string;
  publisher: string;
  released_on: string | null;
  profession_id: number | null;
  profession_label: string;
  kind: string;
  row_kind: string;
  expert_built: boolean;
  items: number | null;
  experts: number | null;
  pay_usd: number | null;
  pay_basis: string | null;
  source_id: number;
  verified: string;
  note: Generated<string>;
}

export interface Evaluation {
  id: Generated<number>;
  key: string;
  project_id: number;
  model: string;
  metric: string;
  score: number;
  expert_score: number | null;
  unit: string;
  at_or_above_expert_parity: boolean;
  published_on: string | null;
  source_id: number;
  note: Generated<string>;
}

export interface Claim {
  id: Generated<number>;
  slug: string;
  position: number;
  statement_en: string;
  statement_fr: string;
  speaker: string;
  said_on: string | null;
  subject: string;
  source_id: number;
}

export interface Dispute {
  id: Generated<number>;
  key: string;
  kind: string;
  state: string;
  started_on: string;
  ended_on: string | null;
  organisation_ids: number[];
  source_id: number;
  name_en: string;
  name_fr: string;
  account_en: string;
  account_fr: string;
}

export interface OwnershipPosition {
  id: Generated<number>;
  key: string;
  role: string;
  side: string;
  said_on: string;
  dispute_id: number | null;
  source_id: number;
  holder_en: string;
  holder_fr: string;
  statement_en: string;
  statement_fr: string;
}

export interface KnowHowBackground {
  id: Generated<number>;
  key: string;
  subject: string;
  pay_observation_id: number | null;
  project_id: number | null;
  source_id: number;
  sector_id: number;
  kind: string;
  former_employer: string | null;
  employer_ids: number[];
  years: number | null;
  years_basis: string | null;
}

export interface CounterEvidence {
  id: Generated<number>;
  key: string;
  claim_id: number;
  position: number;
  source_id: number;
  market_fact_id: number | null;
  text_en: string;
  text_fr: string;
}

/** A calendar day as 'YYYY-MM-DD', both ways. */
type Day = ColumnType<string, string, string>;

export interface Earning {
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

export interface ExpertRollup {
  dataset_id: number;
  expert_id: number;
  quarter: number;
  sector_id: number;
  profession_id: number;
  currency: string;
  version: number;
  entries: number;
  amount_minor: number | null;
  hours: number | null;
  units: number;
  improvement: number | null;
}

export interface ProjectRollup {
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

export interface ApiKey {
  id: Generated<number>;
  name: string;
  scope: 'read' | 'ledger' | 'admin';
  /** SHA-256 of the key, which is kept nowhere. */
  hash: Buffer;
  created_at: Generated<Date>;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/** Somebody was erased: the log says when and how much went, never who. */
export interface Erasure {
  id: Generated<number>;
  dataset_id: number;
  erased_at: Generated<Date>;
  /** The newest release then. */
  release: number;
  rows: number;
  reason: Generated<string>;
}

/** Somebody did something that only some may do. */
export interface AuditEntry {
  id: Generated<number>;
  at: Generated<Date>;
  actor: string;
  act: AuditAct;
  /** Its slug. */
  dataset: string | null;
  detail: Generated<string>;
}

/** What is said of one part of a ledger in one measure, from a version on (server/cells). */
export interface Cell {
  id: Generated<number>;
  dataset_id: number;
  dimension: 'ALL' | 'SECTOR' | 'PROFESSION' | 'PROJECT' | 'QUARTER' | 'YEAR';
  measure: string;
  /** The part: a row id, quarter or year; 0 for the whole, for unknown and undated. */
  group_key: number;
  currency: string;
  version: number;
  contributors: number;
  excluded: number;
  other_currencies: number;
  total: number;
  largest: number;
  second: number;
  gini: number | null;
  gini_corrected: number | null;
  theil: number | null;
  hhi: number | null;
  p90p10: number | null;
  half_share: number | null;
  /** Doubles: of few contributors all totals, of more the curve on a grid. */
  curve: Buffer | null;
  /** Doubles: the ends of the intervals on the same grid. */
  bands: Buffer | null;
}

/** A thousand of the contributors of a cell, by rank. */
export interface CellRanking {
  cell_id: number;
  chunk: number;
  /** What those before them hold. */
  held: number;
  largest: number;
  lowest: number;
  experts: Buffer;
  totals: Buffer;
}

/** What is said of the hourly rates of a ledger or of one of its projects, from a version on (server/cells). */
export interface RateCell {
  dataset_id: number;
  dimension: 'ALL' | 'PROJECT';
  group_key: number;
  currency: string;
  version: number;
  rows: number;
  engagements: number;
  contributors: number;
  left_out: number;
  mean: number | null;
  total: number;
  largest: number;
  second: number;
  quantiles: Buffer | null;
}

/** The versions that have cells, and of which measures; RATE stands for hourly rates. */
export interface CellBuild {
  dataset_id: number;
  version: number;
  /** Of the dataset when they were made. */
  alterations: number;
  measures: string[];
  made_at: Generated<Date>;
}

/** A ledger on its way into a file, or the file. */
export interface BulkExport {
  id: string;
  place: string;
  dataset_id: number;
  release: number;
  format: string;
  filter: unknown;
  state: Generated<string>;
  attempts: Generated<number>;
  rows_written: Generated<number>;
  bytes: number | null;
  failure: string | null;
  created_at: Generated<Date>;
  expires_at: Date;
  seen_at: Date | null;
}

export interface Tables {
  setting: Setting;
  source: Source;
  dataset: Dataset;
  release: Release;
  sector: Sector;
  profession: Profession;
  profession_name: ProfessionName;
  profession_wage: ProfessionWage;
  organisation: Organisation;
  project: Project;
  expert: Expert;
  pay_observation: PayObservation;
  market_fact: MarketFact;
  conversion_evidence: ConversionEvidence;
  evaluation: Evaluation;
  claim: Claim;
  dispute: Dispute;
  ownership_position: OwnershipPosition;
  know_how_background: KnowHowBackground;
  counter_evidence: CounterEvidence;
  earning: Earning;
  expert_rollup: ExpertRollup;
  project_rollup: ProjectRollup;
  cell: Cell;
  cell_ranking: CellRanking;
  cell_build: CellBuild;
  rate_cell: RateCell;
  api_key: ApiKey;
  erasure: Erasure;
  figure: Figure;
  figure_drawing: FigureDrawing;
  figure_move: FigureMove;
  audit_entry: AuditEntry;
  bulk_export: BulkExport;
}
