import type { GraphLocale, Interval, Named, PublicRecord, Stage } from './common.ts';
import document from './conversion.graphql?raw';
import { operation } from './operation.ts';
import type { EvaluationLine } from './source.ts';

interface Money {
  amount: string;
  currency: string;
}

interface Profession {
  socCode: string;
  title: string;
  sector: { slug: string };
}

export interface StageShare {
  stage: Stage;
  professions: number;
  employment: number;
  employmentShare: number;
  wageBillShare: number;
}

export interface SectorConversion {
  sector: Named;
  professions: number;
  employment: number;
  wageBill: Money;
  stages: StageShare[];
}

export interface OccupationStage {
  profession: Profession;
  stage: Stage;
  since: string | null;
  platforms: number;
  benchmarks: number;
  employment: number | null;
  wageBill: { amount: string } | null;
}

export interface ConversionEvent {
  profession: Profession;
  stage: Stage;
  date: string | null;
  payObservation: { platform: { name: string }; source: { slug: string } } | null;
  evidence: { name: string; source: { slug: string } } | null;
  evaluation: { model: string; project: { name: string }; source: { slug: string } } | null;
}

interface Totals {
  professions: number;
  employment: number;
  wageBill: Money;
  stages: (StageShare & { onetTaskShare: number; wageBill: Money })[];
  provenance: { n: number; method: string };
}

/** The occupations that the picture shows, at the date asked for. */
export interface Conversion extends Totals {
  wageYear: number | null;
  withoutWage: number;
  occupations: OccupationStage[];
}

/** The same of all occupations, by sector. */
export interface WholeConversion extends Totals {
  wageYear: number | null;
  bySector: SectorConversion[];
}

export type PredictionName = 'GPT4_BETA' | 'HUMAN_BETA' | 'MS_APPLICABILITY' | 'AEI_USAGE';

/** How far a published prediction agrees with the stages. */
export interface PredictionAgreement {
  prediction: PredictionName;
  n: number;
  correlation: number | null;
  interval: Interval | null;
}

/** What a stage that is not met would need. */
export interface StageNeed {
  stage: Stage;
  observations: number;
  platforms: number;
  benchmarks: number;
  parity: boolean;
}

/** One occupation with the rows that its stages rest on. */
export interface OccupationEvidence {
  socCode: string;
  title: string;
  stage: Stage;
  employment: number | null;
  stageSince: { stage: Stage; date: string | null }[];
  stageNeeds: StageNeed[];
  payObservations: {
    totalCount: number;
    nodes: {
      key: string;
      roleTitle: string;
      observedOn: string | null;
      platform: { name: string };
      source: { slug: string };
    }[];
  };
  evidence: {
    nodes: {
      key: string;
      name: string;
      kind: string;
      expertBuilt: boolean;
      releasedOn: string | null;
      source: { slug: string };
    }[];
  };
  stageEvidence: {
    evaluations: {
      key: string;
      model: string;
      publishedOn: string | null;
      project: { name: string };
      source: { slug: string };
    }[];
  };
}

/** A model's score on a benchmark, with where it was published. */
export interface SourcedEvaluation extends EvaluationLine {
  source: { slug: string; title: string; language: string };
}

export interface ConversionAnswer {
  conversion: Conversion;
  whole: WholeConversion;
  record: { timeline: ConversionEvent[]; predictions: PredictionAgreement[] };
  profession?: OccupationEvidence | null;
  evaluations: { nodes: SourcedEvaluation[] };
  dataset: PublicRecord | null;
}

/** Every occupation at its stage at a date, the shares of each stage, and when each was first met. */
export const conversionPage = operation<
  ConversionAnswer,
  {
    locale: GraphLocale;
    filter?: { sector?: string[]; stage?: Stage[] };
    asOf?: string;
    occupation: string;
    chosen: boolean;
  }
>(document);
