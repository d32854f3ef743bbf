import type { Interval } from '../../statistics/index.ts';
import { Allotment, type Measure } from '../../market/datasets/dataset.enums.ts';
import { Reliability } from '../../market/reliability.ts';
import {
  countVerdicts,
  decisiveVerdicts,
  verdictOfFindings,
  type ClaimFinding,
  type ClaimFindings,
} from './claim-findings.ts';
import {
  topContributorsReason,
  topContributorsTurns,
  topShareStatistic,
  topShareUnit,
} from './texts/top-contributors.ts';
import { testsToTurn } from './turning-point.ts';
import { Verdict, verdictOfInterval } from './verdict.ts';

/** 'Most' of the improvement is more than half of it. */
const majority = 0.5;
/** The two ends of 'the top 10 to 20 %'. */
export const claimedFractions = [0.1, 0.2] as const;
/** The claim holds as soon as its weaker end does, so that end decides. */
const decidingFraction = 0.2;

/** The top shares of one ledger. */
export interface LedgerShares {
  datasetId: number;
  measure: Measure;
  allotment: Allotment | null;
  contributors: number;
  reliability: Reliability;
  /** One for each claimed fraction, in that order. */
  topShares: { fraction: number; value: number | null; interval: Interval | null }[];
}

/**
 * The test of 'the top 10 to 20 % of contractors make most of it' on every ledger: is the share of the top 10 % and of
 * the top 20 % above one half? The verdict is taken at 20 %, the weaker end of the claim: a ledger whose top 20 % hold
 * less than half contradicts the claim as a whole. Where work was capped or assigned the outcome was fixed
 * beforehand: such ledgers are controls, set apart and not counted. Nor is a ledger of fewer contributors than an interval
 * needs: whatever it held, it could say nothing, and would only turn the verdict towards 'mixed'.
 */
export function testTopContributors(ledgers: readonly LedgerShares[]): ClaimFindings {
  const tests = ledgers.flatMap(testsOfLedger).sort(openFirstThenByShare(ledgers));
  const decided = decisiveVerdicts(tests);
  const against = (into: Verdict) => testsToTurn(decided, Verdict.CONTRADICTED, into)?.count ?? null;
  return {
    verdict: verdictOfFindings(tests),
    tests,
    reason: topContributorsReason({
      ledgers: decided.length,
      atTwenty: countsAt(tests, decidingFraction),
      atTen: countsAt(tests, 0.1),
      controls: ledgers.filter(isControl).length,
      small: ledgers.filter((ledger) => !isControl(ledger) && !counts(ledger)).length,
    }),
    factIds: [],
    turns: topContributorsTurns({
      toMixed: against(Verdict.MIXED),
      toContradicted: against(Verdict.CONTRADICTED),
    }),
  };
}

/** What the ledgers of open work say at one end of the claim, as if that end decided. */
function countsAt(tests: readonly ClaimFinding[], end: (typeof claimedFractions)[number]) {
  const atEnd = tests.map((test) => ({ ...test, decisive: counts(test) && test.fraction === end }));
  return {
    verdict: verdictOfFindings(atEnd),
    supported: countVerdicts(atEnd, Verdict.SUPPORTED),
    contradicted: countVerdicts(atEnd, Verdict.CONTRADICTED),
    inconclusive: countVerdicts(atEnd, Verdict.INCONCLUSIVE),
  };
}

function testsOfLedger(ledger: LedgerShares): ClaimFinding[] {
  const { datasetId, measure, allotment, contributors, reliability, topShares } = ledger;
  return topShares.map(({ fraction, value, interval }) => ({
    datasetId,
    sourceId: null,
    measure,
    allotment,
    statistic: topShareStatistic(fraction),
    unit: topShareUnit,
    fraction,
    value,
    interval,
    threshold: majority,
    n: contributors,
    reliability,
    verdict: verdictOfInterval(interval, majority),
    control: isControl(ledger),
    decisive: counts(ledger) && fraction === decidingFraction,
  }));
}

function isControl({ allotment }: Pick<LedgerShares, 'allotment'>): boolean {
  return allotment === Allotment.CAPPED || allotment === Allotment.ASSIGNED;
}

/** Does a ledger count for or against? Below 30 contributors, where reliability is LOW, there is no interval to tell. */
function counts(ledger: Pick<LedgerShares, 'allotment' | 'reliability'>): boolean {
  return !isControl(ledger) && ledger.reliability !== Reliability.LOW;
}

/** Ledgers of open work first, each kind by its deciding share, the largest first; the two ends of one together. */
function openFirstThenByShare(
  ledgers: readonly LedgerShares[],
): (a: ClaimFinding, b: ClaimFinding) => number {
  const deciding = new Map(
    ledgers.map(({ datasetId, topShares }) => [
      datasetId,
      topShares.find(({ fraction }) => fraction === decidingFraction)?.value ?? 0,
    ]),
  );
  const shareOf = ({ datasetId }: ClaimFinding): number => deciding.get(datasetId ?? 0) ?? 0;
  return (a, b) => Number(a.control) - Number(b.control) || shareOf(b) - shareOf(a) || a.n - b.n;
}
