import type { GraphLocale } from './common.ts';
import { operation } from './operation.ts';
import type { ListedSource } from './sources.ts';
import document from './source.graphql?raw';

export interface PayLine {
  key: string;
  roleTitle: string;
  professionLabel: string;
  basis: 'HOUR' | 'TASK' | 'PROJECT' | 'MONTH' | 'YEAR';
  low: number | null;
  high: number | null;
  typical: number | null;
  typicalBasis: 'PUBLISHED' | 'MIDPOINT' | null;
  currency: string;
  observedOn: string | null;
  note: string;
  profession: { title: string } | null;
  platform: { name: string };
}

export interface FactLine {
  key: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
  asOf: string | null;
  note: string;
}

export interface EvidenceLine {
  key: string;
  name: string;
  publisher: string;
  professionLabel: string;
  profession: { title: string } | null;
  items: number | null;
  experts: number | null;
  releasedOn: string | null;
  note: string;
}

export interface EvaluationLine {
  key: string;
  model: string;
  metric: string;
  score: number;
  expertScore: number | null;
  unit: string;
  atOrAboveExpertParity: boolean;
  publishedOn: string | null;
  note: string;
  project: { name: string };
}

interface Listed<Line> {
  totalCount: number;
  nodes: Line[];
}

export interface SourceDetail extends ListedSource {
  licence: string | null;
  note: string;
  datasets: { slug: string; title: string }[];
  payObservations: Listed<PayLine>;
  marketFacts: Listed<FactLine>;
  evidence: Listed<EvidenceLine>;
}

/** A source with every number that rests on it. */
export const sourcePage = operation<
  { source: SourceDetail | null; evaluations: Listed<EvaluationLine> },
  { slug: string; locale: GraphLocale }
>(document);
