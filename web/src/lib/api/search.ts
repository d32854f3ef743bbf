import type { GraphLocale, PublicRecord, Stage } from './common.ts';
import { operation } from './operation.ts';
import type { ProfessionMatch } from './professions.ts';
import document from './search.graphql?raw';

/** A profession that the search of the site found. */
export interface FoundProfession extends Omit<ProfessionMatch, 'profession'> {
  profession: {
    socCode: string;
    title: string;
    stage: Stage;
    payRate: { median: number | null; currency: string } | null;
  };
}

interface Result {
  professions: FoundProfession[];
  organisations: {
    totalCount: number;
    nodes: { slug: string; name: string; marketFacts: { totalCount: number } }[];
  };
  sources: {
    totalCount: number;
    nodes: { slug: string; title: string; publisher: string; language: string }[];
  };
  ledgers: { nodes: { slug: string; title: string }[] };
  claims: { slug: string; statement: string }[];
  record: PublicRecord | null;
}

/** What bears a name; ledgers and claims, of which there are few, come whole. */
export const siteSearch = operation<Result, { text: string; locale: GraphLocale }>(document);
