import type { Candidate, Requirements } from './candidate.ts';
import { fieldOf, valueOf, type Field } from './criterion-values.ts';
import { criteria, type MatchCriterion } from './match-criterion.enum.ts';

/** What an unknown counts: neither for nor against. */
export const unknownValue = 0.5;

export type Weights = Readonly<Partial<Record<MatchCriterion, number>>>;

/** What one criterion adds to a score. */
export interface Reason {
  readonly criterion: MatchCriterion;
  /** 0 to 1; null where it is not known. */
  readonly value: number | null;
  /** Of all weights, which add up to 1. */
  readonly weight: number;
  /** Weight times value, or times one half where it is not known; they add up to the score. */
  readonly contribution: number;
}

export interface Match {
  readonly candidate: Candidate;
  /** 1 for the best. */
  readonly rank: number;
  /** 0 to 1. */
  readonly score: number;
  /** The weight of what is known, 0 to 1. */
  readonly known: number;
  readonly reasons: readonly Reason[];
}

/**
 * The best candidates for what is asked, by score = Σ weight · value ÷ Σ weight over the criteria with a weight above 0.
 * An unknown counts one half. Between equal scores the better known comes first, then the pseudonym decides, so that
 * the order of the candidates never does. Throws when no weight is above 0.
 */
export function bestMatches(
  candidates: readonly Candidate[],
  asked: Requirements,
  weights: Weights,
  first: number,
): { field: Field; matches: Match[] } {
  const counting = criteria.filter((criterion) => (weights[criterion] ?? 0) > 0);
  const all = counting.reduce((sum, criterion) => sum + weights[criterion]!, 0);
  if (!(all > 0)) throw new RangeError('At least one criterion needs a weight above 0.');
  const field = fieldOf(candidates);
  const scored = candidates.map((candidate) => {
    let [score, known] = [0, 0];
    for (const criterion of counting) {
      const weight = weights[criterion]! / all;
      const value = valueOf(criterion, candidate, asked, field);
      score += weight * (value ?? unknownValue);
      if (value !== null) known += weight;
    }
    return { candidate, score, known };
  });
  const matches = scored
    .sort(byScore)
    .slice(0, first)
    .map(({ candidate, score, known }, index) => ({
      candidate,
      rank: index + 1,
      score: Math.min(1, score),
      known: Math.min(1, known),
      reasons: counting.map((criterion) => {
        const weight = weights[criterion]! / all;
        const value = valueOf(criterion, candidate, asked, field);
        return { criterion, value, weight, contribution: weight * (value ?? unknownValue) };
      }),
    }));
  return { field, matches };
}

interface Scored {
  candidate: Candidate;
  score: number;
  known: number;
}

/** Differences that rounding makes are none. */
function byScore(a: Scored, b: Scored): number {
  const differ = (one: number, other: number) => Math.round((other - one) * 1e12);
  return (
    differ(a.score, b.score) ||
    differ(a.known, b.known) ||
    (a.candidate.pseudonym < b.candidate.pseudonym ? -1 : 1)
  );
}
