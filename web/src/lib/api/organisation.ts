import type { GraphLocale, Named, PublicRecord, Reliability } from './common.ts';
import disputeParts from './dispute-parts.graphql?raw';
import type { Dispute } from './know-how.ts';
import type { Amount } from './market.ts';
import { operation } from './operation.ts';
import document from './organisation.graphql?raw';
import type { OrganisationRole } from './organisations.ts';
import type { PayLine } from './source.ts';

export interface OrganisationRate extends PayLine {
  country: string | null;
  templateBand: boolean;
  source: { slug: string; title: string; language: string; reliability: Reliability };
}

export interface OrganisationDetail extends Named {
  roles: OrganisationRole[];
  aggregate: boolean;
  note: string;
  parent: Named | null;
  marketFacts: { totalCount: number; nodes: Amount[] };
  payObservations: { totalCount: number; nodes: OrganisationRate[] };
  disputes: { totalCount: number; nodes: Dispute[] };
  projects: {
    totalCount: number;
    nodes: { key: string; name: string; kind: string; startedOn: string | null; note: string }[];
  };
}

interface Result {
  organisation: OrganisationDetail | null;
  record: PublicRecord | null;
}

interface Variables {
  slug: string;
  locale: GraphLocale;
}

/** One organisation with all that is published of it. */
export const organisationPage = operation<Result, Variables>(document + disputeParts);
