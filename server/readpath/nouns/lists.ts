import type { Context } from '../../graphql/context.ts';
import { listDatasets } from '../../market/datasets/dataset.reads.ts';
import { listEarnings } from '../../market/earnings/earning.reads.ts';
import { listExperts } from '../../market/experts/expert.reads.ts';
import { listMarketFacts } from '../../market/market-facts/market-fact.reads.ts';
import { listOrganisations } from '../../market/organisations/organisation.reads.ts';
import { listPayObservations } from '../../market/pay-observations/pay-observation.reads.ts';
import { listProfessions } from '../../market/professions/profession.reads.ts';
import { listProjects } from '../../market/projects/project.reads.ts';
import { listSectors } from '../../market/sectors/sector.reads.ts';
import { listSources } from '../../market/sources/source.reads.ts';
import { NotOurs } from '../not-ours.ts';
import type { Arguments, List, Reader } from './noun.ts';

/*
 * The schema's own reads, called as its resolvers call them: which rows there are is said in one place. Some conditions
 * of filters are resolvers' business, so each list says which are its reads'; with another one it is Apollo's.
 */

/** What these reads use of an operation's context is what a reader has. */
const as = (reader: Reader): Context => reader as Context;

type Given = Arguments & { filter?: never; orderBy?: never };

const known = new Set(['filter', 'orderBy', 'first', 'after', 'last', 'before']);

function reading(conditions: string, list: (reader: Reader, given: Given) => unknown): List['listing'] {
  const read = new Set(conditions.split(' '));
  return async (reader, given) => {
    for (const name of Object.keys(given)) if (!known.has(name)) throw new NotOurs(name);
    for (const [name, value] of Object.entries((given['filter'] ?? {}) as Arguments))
      if (value != null && !read.has(name)) throw new NotOurs(`filter.${name}`);
    return (await list(reader, given as Given)) as Awaited<ReturnType<List['listing']>>;
  };
}

export const datasets = reading('dataset kind allotment measure retired', (reader, { filter, orderBy }) =>
  listDatasets(as(reader), filter, orderBy),
);

const ofExperts = 'dataset sector profession project country currency';
export const experts = reading(ofExperts, (reader, { filter, orderBy }) =>
  listExperts(as(reader), filter, orderBy),
);
export const expertsOf = reading(ofExperts, (reader, { filter, orderBy }) =>
  listExperts(as(reader), filter, orderBy, true),
);

const ofEarnings = 'dataset expert project sector profession platform laboratory country currency from to';
export const earnings = reading(ofEarnings, (reader, { filter, orderBy }) =>
  listEarnings(as(reader), filter, orderBy),
);
export const earningsOf = reading(ofEarnings, (reader, { filter, orderBy }) =>
  listEarnings(as(reader), filter, orderBy, true),
);

const ofProjects = 'dataset kind sector platform laboratory search';
export const projects = reading(ofProjects, (reader, { filter, orderBy }) =>
  listProjects(as(reader), filter, orderBy),
);
export const projectsOf = reading(ofProjects, (reader, { filter, orderBy }) =>
  listProjects(as(reader), filter, orderBy, true),
);

export const sectors = reading('shared slug dataset', (reader, { filter }) =>
  listSectors(as(reader), filter),
);

export const organisations = reading('role aggregate search', ({ kysely }, { filter }) =>
  listOrganisations(kysely, filter),
);

export const payObservations = reading(
  'source sector platform laboratory profession reliability country currency kind basis from to templateBand',
  ({ kysely }, { filter, orderBy }) => listPayObservations(kysely, filter, orderBy),
);

export const marketFacts = reading(
  'source organisation project metric unit from to search',
  ({ kysely }, { filter, orderBy }) => listMarketFacts(kysely, filter, orderBy),
);

export const sources = reading('kind reliability language search', ({ kysely }, { filter, orderBy }) =>
  listSources(kysely, filter, orderBy),
);

// Names and stages are found by the resolver.
export const professions = reading(
  'profession sector majorGroup jobZone gdpval observed',
  ({ kysely }, { filter, orderBy }) => listProfessions(kysely, filter, orderBy, undefined),
);
