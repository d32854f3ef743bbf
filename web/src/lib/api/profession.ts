import type { DatasetKind, GraphLocale, PublicRecord, Reliability, Stage } from './common.ts';
import type { PayKind, PayRate } from './pay.ts';
import document from './profession.graphql?raw';
import { operation } from './operation.ts';

/** A source as a table names it. */
export interface SourceLink {
  slug: string;
  title: string;
  language: string;
}

export interface WageRow {
  year: number;
  employment: number | null;
  median: number | null;
  p10: number | null;
  p25: number | null;
  p75: number | null;
  p90: number | null;
  meanAnnual: number | null;
  medianAnnual: number | null;
  topCoded: boolean;
  basis: 'HOURLY_AND_ANNUAL' | 'ANNUAL_ONLY' | 'HOURLY_ONLY';
  source: SourceLink;
}

export type ExposureMeasure = 'GPT4_BETA' | 'HUMAN_BETA' | 'MS_APPLICABILITY' | 'AEI_USAGE';

export interface ExposureStanding {
  measure: ExposureMeasure;
  value: number | null;
  rank: number | null;
  of: number;
  above: number | null;
  top: number | null;
  median: number | null;
  bins: number[];
}

export interface Observation {
  key: string;
  roleTitle: string;
  professionLabel: string;
  basis: 'HOUR' | 'TASK' | 'PROJECT' | 'MONTH' | 'YEAR';
  kind: PayKind;
  low: number | null;
  high: number | null;
  typical: number | null;
  typicalBasis: 'PUBLISHED' | 'MIDPOINT' | null;
  currency: string;
  country: string | null;
  observedOn: string | null;
  templateBand: boolean;
  note: string;
  platform: { name: string; aggregate: boolean };
  laboratory: { name: string } | null;
  source: SourceLink & { reliability: Reliability };
}

export interface BenchmarkResult {
  key: string;
  model: string;
  metric: string;
  score: number;
  expertScore: number | null;
  unit: string;
  atOrAboveExpertParity: boolean;
  publishedOn: string | null;
  source: SourceLink;
}

export interface ProjectFact {
  key: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
  asOf: string | null;
  note: string;
  source: SourceLink;
}

export interface EvidenceRow {
  key: string;
  name: string;
  publisher: string;
  kind: string;
  expertBuilt: boolean;
  items: number | null;
  experts: number | null;
  releasedOn: string | null;
  note: string;
  source: SourceLink;
  project: {
    key: string;
    name: string;
    evaluations: { nodes: BenchmarkResult[] };
    marketFacts: { nodes: ProjectFact[] };
  } | null;
}

export interface Profession {
  socCode: string;
  title: string;
  majorGroup: string;
  names: string[];
  sector: { slug: string; name: string };
  jobZone: number | null;
  onetTasks: number | null;
  gdpval: boolean;
  employment: number | null;
  wages: WageRow[];
  stage: Stage;
  stageSince: { stage: Stage; date: string | null }[];
  exposureStandings: ExposureStanding[];
  /** What all its published rates come to, the standard bands of listings included. */
  everyRate: Pick<
    PayRate,
    'n' | 'capped' | 'openEnded' | 'platforms' | 'median' | 'low' | 'high' | 'currency' | 'market'
  > | null;
  /** What is offered for it, as the page of pay counts it: without the standard bands of listings. */
  payRate: Pick<
    PayRate,
    | 'n'
    | 'median'
    | 'low'
    | 'high'
    | 'p25'
    | 'p75'
    | 'premium'
    | 'premiumN'
    | 'premiumIsUpperBound'
    | 'currency'
  > | null;
  payObservations: { totalCount: number; nodes: Observation[] };
  evidence: { totalCount: number; nodes: EvidenceRow[] };
}

export interface Realised {
  engagements: number;
  contributors: number;
  leftOut: number;
  currency: string | null;
  p10: number | null;
  p25: number | null;
  median: number | null;
  p75: number | null;
  p90: number | null;
  quantiles: number[];
  provenance: {
    dataset: {
      slug: string;
      title: string;
      kind: DatasetKind;
      licence: string | null;
      release: { number: number } | null;
      source: SourceLink | null;
    } | null;
  };
}

export interface Neighbour {
  socCode: string;
  title: string;
  stage: Stage;
  employment: number | null;
  payRate: Pick<PayRate, 'median' | 'currency' | 'premium' | 'premiumN' | 'premiumIsUpperBound'> | null;
}

interface Result {
  profession: Profession | null;
  conversion: { occupations: { platforms: number; benchmarks: number }[] };
  rateBenchmark: { realised: Realised[] };
  neighbours: { nodes: Neighbour[] };
  record: PublicRecord | null;
}

interface Variables {
  socCode: string;
  majorGroup: string[];
  locale: GraphLocale;
}

/** All that is known of one profession. */
export const professionPage = operation<Result, Variables>(document);
