/** How far an answer about n contributors may be leant on. */
export type Reliability = 'HIGH' | 'MEDIUM' | 'LOW';

/** Below this many contributors no interval is given. */
export const LEAST_FOR_INTERVALS = 30;
/** From this many the large-sample formulas replace the bootstrap. */
export const LEAST_FOR_LARGE_SAMPLE = 5000;
/** From this many reliability is HIGH. */
const LEAST_FOR_HIGH = 100;

/**
 * LOW below 30 contributors, MEDIUM below 100, else HIGH. The 30 is in the definitions (no interval below it). The 100
 * is our convention, not a theorem: below it a top 1 % share is one person, and the bootstrap of a heavy-tailed ledger
 * covers visibly less than it claims. Throws nothing.
 */
export function reliability(contributors: number): Reliability {
  if (contributors < LEAST_FOR_INTERVALS) return 'LOW';
  return contributors < LEAST_FOR_HIGH ? 'MEDIUM' : 'HIGH';
}
