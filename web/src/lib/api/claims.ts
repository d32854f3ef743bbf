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

/** The claims with every test of each. */
export const claimsPage = operation<
  { claims: Claim[]; record: PublicRecord | null },
  { locale: GraphLocale }
>(document);
