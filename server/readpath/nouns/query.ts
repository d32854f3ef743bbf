import * as lists from './lists.ts';
import { dataset, earning, expert, project } from './ledgers.ts';
import type { List, Noun } from './noun.ts';
import { marketFact, organisation, payObservation, profession, sector, source } from './published.ts';

/** Every noun by the name of its type. */
export const nouns: Readonly<Record<string, Noun>> = {
  Dataset: dataset,
  Earning: earning,
  Expert: expert,
  MarketFact: marketFact,
  Organisation: organisation,
  PayObservation: payObservation,
  Profession: profession,
  Project: project,
  Sector: sector,
  Source: source,
};

const list = (listing: List['listing']): List => ({ kind: 'list', listing });

/** The lists that a query can begin with. */
export const queryLists: Readonly<Record<string, List>> = {
  datasets: list(lists.datasets),
  earnings: list(lists.earnings),
  experts: list(lists.experts),
  marketFacts: list(lists.marketFacts),
  organisations: list(lists.organisations),
  payObservations: list(lists.payObservations),
  professions: list(lists.professions),
  projects: list(lists.projects),
  sectors: list(lists.sectors),
  sources: list(lists.sources),
};
