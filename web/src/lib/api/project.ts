import type { DatasetKind, Estimate, GraphLocale, Measure, Named, Suppression } from './common.ts';
import type { LorenzPoint } from './concentration.ts';
import type { Part } from './expert.ts';
import type { Dependence, LedgerFacts } from './experts.ts';
import type { MarketFact } from './market.ts';
import { operation } from './operation.ts';
import document from './project.graphql?raw';
import work from './project-work.graphql?raw';
import type { ProjectKind } from './projects.ts';
import type { EvaluationLine, EvidenceLine } from './source.ts';

type SourceLink = { slug: string; title: string; language: string };

export interface Project {
  id: string;
  name: string;
  kind: ProjectKind;
  startedOn: string | null;
  endedOn: string | null;
  note: string;
  contributors: number | null;
  dataset: { slug: string; title: string; kind: DatasetKind; protected: boolean; measures: Measure[] };
  sector: { name: string } | null;
  laboratory: Named | null;
  platform: Named | null;
  source: SourceLink | null;
  evidence: { nodes: EvidenceLine[] };
  evaluations: { nodes: (EvaluationLine & { source: SourceLink })[] };
  marketFacts: { nodes: MarketFact[] };
}

/** A project, and what is published of it. */
export const projectPage = operation<{ project: Project | null }, { locale: GraphLocale; id: string }>(
  document,
);

export interface ProjectRates {
  engagements: number;
  currency: string | null;
  p25: number | null;
  median: number | null;
  p75: number | null;
  quantiles: number[];
  suppression: Suppression | null;
}

/** How the work of a project is shared out. */
export type ProjectWork = LedgerFacts &
  Dependence & {
    concentration: Dependence['concentration'] & {
      gini: { value: number | null };
      topFifth: Pick<Estimate, 'value' | 'interval'>;
      lorenz: LorenzPoint[];
    };
    keyExperts: { experts?: { expert: { id: string } }[] };
    quarters?: Part[];
    hourlyRates?: ProjectRates[] | null;
  };

/** What a ledger tells of one of its projects. */
export const projectWork = operation<
  { ledger: ProjectWork | null },
  { locale: GraphLocale; ledger: string; project: string; measure: Measure; rows: boolean; rates: boolean }
>(work);
