import type { GraphLocale, Named, PublicRecord, Stage } from './common.ts';
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

export interface Conversion {
  professions: number;
  employment: number;
  wageYear: number | null;
  withoutWage: number;
  wageBill: Money;
  stages: (StageShare & { onetTaskShare: number; wageBill: Money })[];
  bySector: SectorConversion[];
  occupations: OccupationStage[];
  timeline: ConversionEvent[];
  provenance: { n: number; method: string };
}

/** A model's score on a benchmark, with where it was published. */
export interface SourcedEvaluation extends EvaluationLine {
  source: { slug: string; title: string; language: string };
}

/** Every occupation at its stage, the shares of each stage, and when each was first met. */
export const conversionPage = operation<
  { conversion: Conversion; evaluations: { nodes: SourcedEvaluation[] }; record: PublicRecord | null },
  { locale: GraphLocale }
>(document);
