import type { DatasetKind, GraphLocale, Measure, Named, Reliability, Suppression } from './common.ts';
import { operation } from './operation.ts';
import document from './projects.graphql?raw';
import shares from './project-shares.graphql?raw';
import type { PageInfo } from './sources.ts';

export type ProjectKind = 'PROJECT' | 'BENCHMARK' | 'PROGRAMME';

export interface ListedProject {
  id: string;
  name: string;
  kind: ProjectKind;
  startedOn: string | null;
  contributors: number | null;
  dataset: {
    slug: string;
    title: string;
    kind: DatasetKind;
    protected: boolean;
    licence: string | null;
    release: { number: number } | null;
  };
  sector: { name: string } | null;
  laboratory: Named | null;
  platform: Named | null;
}

export interface ProjectDataset {
  slug: string;
  title: string;
  kind: DatasetKind;
  measures: Measure[];
  protected: boolean;
  licence: string | null;
  source: { slug: string; title: string; language: string } | null;
  release: { number: number; publishedAt: string } | null;
  sectors: Named[];
}

interface Organisations {
  nodes: (Named & { projects: { totalCount: number } })[];
}

export interface ProjectsResult {
  projects: { totalCount: number; pageInfo: PageInfo; nodes: ListedProject[] };
  datasets: { nodes: ProjectDataset[] };
  /** The shared ones, then those of ledgers. */
  sectors: { nodes: (Named & { dataset: { slug: string } | null })[] };
  laboratories: Organisations;
  platforms: Organisations;
}

export interface ProjectFilter {
  dataset?: string[];
  sector?: string[];
  laboratory?: string[];
  platform?: string[];
}

interface Variables {
  locale: GraphLocale;
  filter: ProjectFilter;
  orderBy: { field: 'CONTRIBUTORS' | 'STARTED_ON'; direction: 'DESC' };
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** A page of the projects, the one with the most contributors first. */
export const projectsPage = operation<ProjectsResult, Variables>(document);

/** How one project's work is shared out. */
export interface ProjectShare {
  key: string;
  concentration: {
    contributors: number;
    total: number | null;
    currency: string | null;
    reliability: Reliability;
    suppression: Suppression | null;
    topFifth: { value: number | null };
  };
}

/** The same of the projects on a page, where they are of one ledger. */
export const projectShares = operation<
  { ledger: { concentrationBy: ProjectShare[] } | null },
  { ledger: string; measure: Measure; projects: string[] }
>(shares);
