import type { DatasetKind, GraphLocale, Named, PublicRecord, Reliability } from './common.ts';
import disputeParts from './dispute-parts.graphql?raw';
import formerDocument from './former-ledger.graphql?raw';
import document from './know-how.graphql?raw';
import { operation } from './operation.ts';

/** What a dispute is about, those over knowledge first. */
export const disputeKinds = [
  'TRADE_SECRETS',
  'OWNERSHIP',
  'PERSONAL_DATA',
  'EMPLOYMENT',
  'ORGANISING',
] as const;
export type DisputeKind = (typeof disputeKinds)[number];

/** What vouches for knowledge, as the pages order it. */
export const backgroundKinds = [
  'FORMER_EMPLOYER',
  'LICENCE',
  'DOCTORATE',
  'MASTERS',
  'DEGREE',
  'EXPERIENCE',
] as const;
type BackgroundKind = (typeof backgroundKinds)[number];

/** Whose know-how is by a position, from the person to the buyer. */
export const ownershipSides = ['PERSON', 'BOTH', 'EMPLOYER', 'BUYER'] as const;
type OwnershipSide = (typeof ownershipSides)[number];

/** Kinds of former employer, as the pages order them. */
export const formerEmployers = [
  'BANK',
  'CONSULTANCY',
  'LAW_FIRM',
  'HOSPITAL',
  'TECHNOLOGY',
  'INDUSTRY',
  'UNIVERSITY',
  'SCHOOL',
  'MEDIA',
  'GOVERNMENT',
  'SELF_EMPLOYED',
] as const;
export type FormerEmployer = (typeof formerEmployers)[number];

interface CitedSource {
  slug: string;
  title: string;
  language: string;
}

export interface Dispute {
  key: string;
  kind: DisputeKind;
  state: 'OPEN' | 'SETTLED' | 'DROPPED' | 'ANSWERED';
  startedOn: string;
  endedOn: string | null;
  name: string;
  account: string;
  organisations: Named[];
  source: CitedSource & { reliability: Reliability };
}

export interface Position {
  key: string;
  role: 'PLATFORM' | 'LABORATORY' | 'BENCHMARK_MAKER' | 'LAWYER' | 'WORKER';
  side: OwnershipSide;
  saidOn: string;
  holder: string;
  statement: string;
  source: CitedSource;
}

export interface KnowHowCell {
  kind: BackgroundKind;
  formerEmployer: FormerEmployer | null;
  offers: number;
  reports: number;
  sector: Named & { position: number };
}

export interface Experience {
  key: string;
  subject: string;
  years: number;
  yearsBasis: 'MINIMUM' | 'MEAN';
  sector: Named;
  source: CitedSource & { reliability: Reliability };
  payObservation: { key: string } | null;
}

export interface KnowHow {
  /** The ledgers that record where experts worked before. */
  ledgers: Pick<FormerLedger, 'slug' | 'title' | 'kind'>[];
  offers: number;
  withBackground: number;
  withFormerEmployer: number;
  cells: KnowHowCell[];
}

interface Result {
  knowHow: KnowHow;
  experience: { totalCount: number; nodes: Experience[] };
  disputes: { totalCount: number; nodes: Dispute[] };
  positions: { totalCount: number; nodes: Position[] };
  record: PublicRecord | null;
}

interface Variables {
  locale: GraphLocale;
  disputes: { kind?: DisputeKind[] };
}

/** A ledger, and where those who work in it worked before. */
export interface FormerLedger {
  slug: string;
  title: string;
  kind: DatasetKind;
  licence: string | null;
  source: CitedSource | null;
  release: { number: number; contributors: number } | null;
  formerEmployers: {
    formerEmployer: FormerEmployer;
    experts: number;
    bySector: { experts: number; sector: (Named & { position: number }) | null }[];
  }[];
}

/** Where the experts of a ledger worked before. */
export const formerLedger = operation<
  { formerLedger: FormerLedger | null },
  { slug: string; locale: GraphLocale }
>(formerDocument);

/** Where the knowledge comes from, the disputes over it, and where the line has been put. */
export const knowHowPage = operation<Result, Variables>(document + disputeParts);
