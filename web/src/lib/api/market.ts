import type { GraphLocale, PublicRecord, Reliability } from './common.ts';
import disputeParts from './dispute-parts.graphql?raw';
import type { Dispute } from './know-how.ts';
import knownOrganisation from './known-organisation.graphql?raw';
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

/** A fact of the timeline or of the value flow: the same as an amount, in any unit. */
export type FlowFact = Amount;

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
  events: { totalCount: number; nodes: FlowFact[] };
  flows: { totalCount: number; nodes: FlowFact[] };
  hourly: {
    nodes: { low: number | null; high: number | null; typical: number | null; platform: { slug: string } }[];
  };
  disputes: { totalCount: number; nodes: Dispute[] };
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
  events: string[];
  flows: string[];
}

/** Amounts of one kind over time, a page of all facts, and how many there are of each organisation. */
export const marketPage = operation<Result, Variables>(document + disputeParts);

/** Whether an organisation of that slug is known: filters refuse names that are not. */
export const organisationKnown = operation<{ organisation: { slug: string } | null }, { slug: string }>(
  knownOrganisation,
);
