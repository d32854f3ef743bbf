import type { Candidate, Requirements } from '../../../server/analytics/matching/candidate.ts';
import { Seniority } from '../../../server/market/experts/expert.enums.ts';

/** A candidate of whom everything is known, but for what is given. */
export function candidate(pseudonym: string, given: Partial<Candidate> = {}): Candidate {
  return {
    expertId: 1,
    pseudonym,
    professions: ['23-1011'],
    seniority: Seniority.SENIOR,
    country: 'FR',
    sectorShare: 0.8,
    rate: 90,
    improvement: 2,
    lastQuarter: 2025 * 4 + 2,
    ...given,
  };
}

/** A senior lawyer in France or Germany for up to 100 an hour. */
export const lawyer: Requirements = {
  professions: ['23-1011'],
  seniority: Seniority.SENIOR,
  countries: ['FR', 'DE'],
  ceiling: 100,
};
