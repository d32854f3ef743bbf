import type { ClaimTest } from '../api/claims.ts';

/** What the tests of 'paid up to' say, sorted by what they are. */
export interface PaidFigures {
  /** Independent reports of standing, which decide. */
  reports: ClaimTest[];
  /** Retellings and sources at third hand. */
  retold: ClaimTest[];
  /** The claimed rate. */
  claimed: number;
  /** Professions whose offered median is below it, of so many that have one. */
  below: number;
  medians: number;
}

/** Parts the tests of the claim on pay: reports of a source, and the two shares over all of them. */
export function paidFigures(tests: readonly ClaimTest[]): PaidFigures {
  const ofSources = tests.filter(({ source, value }) => source && value !== null);
  const medians = tests.filter(({ source }) => !source).at(-1);
  return {
    reports: ofSources.filter(({ decisive }) => decisive),
    retold: ofSources.filter(({ decisive }) => !decisive),
    claimed: ofSources.find(({ threshold }) => threshold !== null)?.threshold ?? 0,
    below: Math.round((medians?.value ?? 0) * (medians?.n ?? 0)),
    medians: medians?.n ?? 0,
  };
}
