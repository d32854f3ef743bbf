import type { GraphLocale, Named } from './common.ts';
import type { Backgrounds, LedgerFacts, Seniority } from './experts.ts';
import choices from './match-choices.graphql?raw';
import document from './match.graphql?raw';
import { operation } from './operation.ts';

export const matchCriteria = [
  'PROFESSION',
  'SECTOR',
  'SENIORITY',
  'COUNTRY',
  'RATE',
  'IMPROVEMENT',
  'AVAILABILITY',
] as const;
export type MatchCriterion = (typeof matchCriteria)[number];

export interface Reason {
  criterion: MatchCriterion;
  value: number | null;
  weight: number;
  contribution: number;
  words: string;
}

export interface Match {
  rank: number;
  score: number;
  known: number;
  reasons: Reason[];
  expert: { id: string; pseudonym: string; profession: { title: string } | null };
}

export type MatchLedger = Omit<LedgerFacts, 'release'> & {
  release: { number: number; publishedAt: string; contributors: number } | null;
  matchExperts: Match[];
};

export interface Requirements {
  profession?: string[];
  sector?: string[];
  seniority?: Seniority;
  country?: string[];
  rateCeiling?: { amount: string; currency: string };
  weights?: { criterion: MatchCriterion; weight: number }[];
}

interface Choices {
  ledger: {
    sectors: Named[];
    backgrounds: Backgrounds;
    money?: { currency: string | null } | null;
  } | null;
  professions?: { nodes: { socCode: string; title: string }[] };
}

/** What can be asked of a ledger's people, and the professions that a name may mean. */
export const matchChoices = operation<
  Choices,
  {
    locale: GraphLocale;
    ledger: string;
    amount: boolean;
    search?: string | undefined;
    codes?: string[] | undefined;
    searching: boolean;
  }
>(choices);

/** Who fits what a project asks for, and why. */
export const matchPage = operation<
  { ledger: MatchLedger | null },
  { locale: GraphLocale; ledger: string; requirements: Requirements }
>(document);
