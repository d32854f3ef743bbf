import type { Reliability } from '../../market/reliability.ts';
import { publishedFigure } from './claim-finding.ts';
import {
  countVerdicts,
  decisiveVerdicts,
  verdictOfFindings,
  type ClaimFinding,
  type ClaimFindings,
} from './claim-findings.ts';
import { dollars, valuationReason, valuationStatistic, valuationTurns } from './texts/company-valuation.ts';
import { testsToTurn } from './turning-point.ts';
import { Verdict } from './verdict.ts';

/** US dollars. */
const claimedValuation = 10_000_000_000;
/** 'Ten billion' is said of anything that rounds to it. */
const roundsToIt = 500_000_000;

/** A published valuation of the company. */
export interface ValuationFact {
  id: number;
  sourceId: number;
  reliability: Reliability;
  /** US dollars. */
  value: number;
  /** A year, a month or a day; null where the source gives none. */
  asOf: string | null;
}

/**
 * The test of 'valued at 10 billion dollars': every source besides the claim's own that values the company within a
 * year after it was said. Earlier and later valuations are context. The company's age is in no source of the
 * record and is not tested.
 */
export function testValuation(
  facts: readonly ValuationFact[],
  claim: { saidOn: string | null; sourceId: number },
): ClaimFindings {
  const others = facts.filter(({ sourceId }) => sourceId !== claim.sourceId);
  const tests = others.map((fact) => testOfValuation(fact, isWithinYear(fact.asOf, claim.saidOn)));
  const more = (added: Verdict) => testsToTurn(decisiveVerdicts(tests), added, added)?.count ?? null;
  return {
    verdict: verdictOfFindings(tests),
    tests,
    reason: valuationReason(decisiveVerdicts(tests).length, countVerdicts(tests, Verdict.SUPPORTED)),
    factIds: others.map(({ id }) => id),
    turns: valuationTurns({
      toSupported: more(Verdict.SUPPORTED),
      toContradicted: more(Verdict.CONTRADICTED),
    }),
  };
}

function testOfValuation(
  { sourceId, reliability, value, asOf }: ValuationFact,
  decisive: boolean,
): ClaimFinding {
  const named = { statistic: valuationStatistic(asOf), unit: dollars, value, n: 1 };
  if (!decisive) return publishedFigure(named, { sourceId, reliability });
  const verdict = Math.abs(value - claimedValuation) < roundsToIt ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
  return publishedFigure(named, { sourceId, reliability, threshold: claimedValuation, verdict, decisive });
}

function isWithinYear(asOf: string | null, saidOn: string | null): boolean {
  if (asOf === null || saidOn === null) return false;
  const yearLater = `${Number(saidOn.slice(0, 4)) + 1}${saidOn.slice(4)}`;
  return asOf >= saidOn && asOf <= yearLater;
}
