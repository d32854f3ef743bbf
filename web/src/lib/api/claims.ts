import type {
  Allotment,
  DatasetKind,
  GraphLocale,
  Interval,
  Measure,
  PublicRecord,
  Reliability,
  SourceLine,
  Verdict,
} from './common.ts';
import parts from './claim-parts.graphql?raw';
import claimDocument from './claim.graphql?raw';
import document from './claims.graphql?raw';
import { operation } from './operation.ts';
import type { FactLine } from './source.ts';

export interface ClaimTest {
  dataset: {
    slug: string;
    title: string;
    unit: string | null;
    licence: string | null;
    kind: DatasetKind;
    release: { number: number } | null;
  } | null;
  source: { slug: string; title: string; language: string } | null;
  measure: Measure | null;
  statistic: string;
  unit: string;
  /** Whether it counts in the verdict on the claim. */
  decisive: boolean;
  fraction: number | null;
  value: number | null;
  interval: Interval | null;
  threshold: number | null;
  n: number;
  verdict: Verdict | null;
  reliability: Reliability;
  allotment: Allotment | null;
  control: boolean;
}

export interface Claim {
  slug: string;
  position: number;
  subject: 'CONCENTRATION' | 'PAY' | 'MARKET' | 'CONVERSION' | 'COMPANY';
  statement: string;
  speaker: string;
  saidOn: string | null;
  source: SourceLine & { language: string };
  verdict: Verdict;
  supported: number;
  contradicted: number;
  inconclusive: number;
  reason: string;
  caveat: string;
  whatWouldChangeOurMind: string;
  marketFacts: FactLine[];
  tests: ClaimTest[];
}

/** A claim with all that its own page says. */
export interface WholeClaim extends Claim {
  howTested: string;
  turningPoints: { becomes: Verdict; condition: string }[];
  counterEvidence: {
    text: string;
    source: { slug: string; title: string; language: string } | null;
    test: { n: number; dataset: { slug: string; title: string } | null } | null;
  }[];
  releases: {
    number: number;
    publishedAt: string;
    dataset: { slug: string; title: string; kind: DatasetKind };
  }[];
}

/** The claims with every test of each. */
export const claimsPage = operation<
  { claims: Claim[]; record: PublicRecord | null },
  { locale: GraphLocale }
>(document + parts);

interface ClaimResult {
  claim: WholeClaim | null;
  claims: { slug: string; position: number; statement: string; verdict: Verdict }[];
  record: PublicRecord | null;
}

/** One claim with what speaks against it and what would turn it, and the others by name. */
export const claimPage = operation<ClaimResult, { slug: string; locale: GraphLocale }>(claimDocument + parts);
