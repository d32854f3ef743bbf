import type { GraphLocale, PublicRecord, Reliability } from './common.ts';
import document from './market.graphql?raw';
import { operation } from './operation.ts';
import type { PageInfo } from './sources.ts';

export interface Amount {
  key: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
  asOf: string | null;
  note: string;
  organisation: { slug: string; name: string; aggregate: boolean } | null;
  source: { slug: string; title: string; language: string; reliability: Reliability };
}

export interface MarketFact {
  key: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
  asOf: string | null;
  note: string;
  source: { slug: string; title: string; language: string };
}

interface Result {
  amounts: { totalCount: number; nodes: Amount[] };
  facts: { totalCount: number; pageInfo: PageInfo; nodes: MarketFact[] };
  organisations: { nodes: { slug: string; name: string; marketFacts: { totalCount: number } }[] };
  record: PublicRecord | null;
}

interface Variables {
  locale: GraphLocale;
  metric: string[];
  about: { organisation?: string[] };
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** Amounts of one kind over time, a page of all facts, and how many there are of each organisation. */
export const marketPage = operation<Result, Variables>(document);
