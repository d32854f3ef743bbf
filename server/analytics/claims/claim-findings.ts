import type { Allotment, Measure } from '../../market/datasets/dataset.enums.ts';
import type { Reliability } from '../../market/reliability.ts';
import type { Interval } from '../../statistics/index.ts';
import type { TurningPoint } from './turning-point.ts';
import type { Verdict } from './verdict.ts';
import { verdictOfTests } from './verdict.ts';

/** A text of ours in both languages. */
export interface Bilingual {
  en: string;
  fr: string;
}

/** One test of a claim: a statistic of one dataset or source against the claim's threshold. */
export interface ClaimFinding {
  /** Row id of the dataset that was tested; null where published facts were. */
  datasetId: number | null;
  /** Row id of the source that was tested; null where a whole dataset was. */
  sourceId: number | null;
  measure: Measure | null;
  allotment: Allotment | null;
  statistic: Bilingual;
  unit: Bilingual;
  /** The share of contributors that the statistic is about, 0 to 1; null for other statistics. */
  fraction: number | null;
  value: number | null;
  interval: Interval | null;
  threshold: number | null;
  n: number;
  reliability: Reliability;
  /** Null for a figure that is shown for context and tests nothing. */
  verdict: Verdict | null;
  /** Was the work capped or assigned, so that the outcome was fixed beforehand? */
  control: boolean;
  /** Does it count in the verdict on the claim? */
  decisive: boolean;
}

/** What the tests of a claim found. */
export interface ClaimFindings {
  verdict: Verdict;
  tests: ClaimFinding[];
  reason: Bilingual;
  /** Row ids of the published market facts that belong to the claim. */
  factIds: number[];
  /** Which data would turn the verdict, the likeliest first. */
  turns: TurningPoint[];
}

/** The verdicts of the tests that count. */
export function decisiveVerdicts(tests: readonly ClaimFinding[]): Verdict[] {
  return tests.flatMap(({ decisive, verdict }) => (decisive && verdict !== null ? [verdict] : []));
}

/** The verdict on a claim by those of its tests that count. */
export function verdictOfFindings(tests: readonly ClaimFinding[]): Verdict {
  return verdictOfTests(decisiveVerdicts(tests));
}

/** How many of the tests that count say so. */
export function countVerdicts(tests: readonly ClaimFinding[], verdict: Verdict): number {
  return decisiveVerdicts(tests).filter((own) => own === verdict).length;
}

/** How many contributors, observations or occupations the verdict rests on; the facts, where nothing was tested. */
export function countOf({ tests, factIds }: Pick<ClaimFindings, 'tests' | 'factIds'>): number {
  const deciding = tests.filter(({ decisive }) => decisive);
  if (deciding.length > 0) return deciding.reduce((sum, { n }) => sum + n, 0);
  return tests.length > 0 ? Math.max(...tests.map(({ n }) => n)) : factIds.length;
}

/** The tests that speak against the claim: contradicting ones, and figures shown beside them that do. */
export function testsAgainst(tests: readonly ClaimFinding[]): ClaimFinding[] {
  return tests.filter(({ verdict, control }) => verdict === 'CONTRADICTED' && !control);
}
