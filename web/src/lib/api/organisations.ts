import type { GraphLocale, Named, PublicRecord } from './common.ts';
import { operation } from './operation.ts';
import document from './organisations.graphql?raw';

/** What an organisation does in the expert-data economy, as the API writes it. */
export const organisationRoles = ['LABORATORY', 'PLATFORM', 'EMPLOYER', 'PUBLISHER'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

export interface ListedOrganisation extends Named {
  roles: OrganisationRole[];
  aggregate: boolean;
  parent: Named | null;
  marketFacts: { totalCount: number };
  payObservations: { totalCount: number };
  projects: { totalCount: number };
}

interface Result {
  organisations: { totalCount: number; nodes: ListedOrganisation[] };
  record: PublicRecord | null;
}

interface Variables {
  locale: GraphLocale;
  filter: { role?: OrganisationRole[] };
}

/** Every organisation that published facts name, with how much is known of each. */
export const organisationsPage = operation<Result, Variables>(document);
