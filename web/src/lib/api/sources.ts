import type { GraphLocale, PublicRecord, Reliability, SourceLine } from './common.ts';
import { operation } from './operation.ts';
import document from './sources.graphql?raw';

/** What kind of publication a source is, as the API writes it. */
export const sourceKinds = [
  'PRESS',
  'LISTING',
  'BLOG',
  'COMPANY',
  'PAPER',
  'UNION',
  'FORUM',
  'DATASET',
  'REPOSITORY',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface ListedSource extends SourceLine {
  language: string;
  kind: SourceKind;
  numbers: number;
}

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

interface Result {
  sources: { totalCount: number; pageInfo: PageInfo; nodes: ListedSource[] };
  all: { totalCount: number };
  record: PublicRecord | null;
}

interface Variables {
  locale: GraphLocale;
  filter: { kind?: SourceKind[]; reliability?: Reliability[] };
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** A page of the sources. */
export const sourcesPage = operation<Result, Variables>(document);
