import type { ClaimFindings } from './claim-findings.ts';
import { displacedReason, displacedTurns } from './texts/expert-work-displaced-crowd-work.ts';
import { Verdict } from './verdict.ts';

/**
 * Published facts that speak of the one kind of work or of the other: crowds that shrink, crowds that are still there,
 * experts hired. Each is of one firm at one time; they illustrate the claim and cannot test it.
 */
export const relatedFacts = [
  'fact-0220', // Appen's revenue near the peak of crowd labelling
  'fact-0217', // and three years later
  'fact-0218', // how much of it one client was
  'fact-0154', // raters cut
  'fact-0151', // generalist tutors cut
  'fact-0152', // specialists to grow tenfold
  'fact-0031', // experts hired in a year
  'fact-0165', // a crowd that is still there
  'fact-0029', // and a network of degree holders
];

/** The claim that expert contracting displaced crowd work: no dataset follows both over time, so none can test it. */
export function testDisplacement(factIds: number[]): ClaimFindings {
  return { verdict: Verdict.UNTESTABLE, tests: [], reason: displacedReason, factIds, turns: displacedTurns };
}
