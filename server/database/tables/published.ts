import type { Generated } from 'kysely';

interface Source {
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

interface Organisation {
  id: Generated<number>;
  slug: string;
  name: string;
  roles: string[];
  aggregate: Generated<boolean>;
  parent_id: number | null;
  note: Generated<string>;
}

interface PayObservation {
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

interface MarketFact {
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

interface ConversionEvidence {
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

interface Evaluation {
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

interface Claim {
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

interface CounterEvidence {
  id: Generated<number>;
  key: string;
  claim_id: number;
  position: number;
  source_id: number;
  market_fact_id: number | null;
  text_en: string;
  text_fr: string;
}

interface Dispute {
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

interface OwnershipPosition {
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

interface KnowHowBackground {
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

/** What others published, each row with its source. */
export interface PublishedTables {
  source: Source;
  organisation: Organisation;
  pay_observation: PayObservation;
  market_fact: MarketFact;
  conversion_evidence: ConversionEvidence;
  evaluation: Evaluation;
  claim: Claim;
  counter_evidence: CounterEvidence;
  dispute: Dispute;
  ownership_position: OwnershipPosition;
  know_how_background: KnowHowBackground;
}
