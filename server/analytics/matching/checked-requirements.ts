import { reject } from '../../errors/tacit-error.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { Requirements } from './candidate.ts';
import { criteria, MatchCriterion } from './match-criterion.enum.ts';
import type { Weights } from './matching.measure.ts';
import type { ProjectRequirements } from './requirements.inputs.ts';

const usual: Record<MatchCriterion, number> = {
  [MatchCriterion.PROFESSION]: 4,
  [MatchCriterion.SECTOR]: 2,
  [MatchCriterion.SENIORITY]: 1,
  [MatchCriterion.COUNTRY]: 1,
  [MatchCriterion.RATE]: 2,
  [MatchCriterion.IMPROVEMENT]: 2,
  [MatchCriterion.AVAILABILITY]: 1,
};

const heaviest = 100;

/** What is asked of candidates, and how much each criterion counts. */
export interface CheckedRequirements {
  asked: Requirements;
  sectors: readonly string[];
  currency: string | null;
  weights: Weights;
}

/** Requirements whose values make sense, for a ledger of those measures; BAD_USER_INPUT else. */
export function checkedRequirements(
  given: ProjectRequirements,
  measures: readonly Measure[],
): CheckedRequirements {
  const ceiling = given.rateCeiling == null ? null : Number(given.rateCeiling.amount);
  if (ceiling !== null && !(ceiling > 0)) {
    reject(
      'BAD_USER_INPUT',
      `requirements.rateCeiling.amount must be above 0, not ${given.rateCeiling?.amount}.`,
    );
  }
  const asked = {
    professions: given.profession ?? [],
    seniority: given.seniority ?? null,
    countries: given.country ?? [],
    ceiling,
  };
  const sectors = given.sector ?? [];
  const isAsked: Record<MatchCriterion, boolean> = {
    [MatchCriterion.PROFESSION]: asked.professions.length > 0,
    [MatchCriterion.SECTOR]: sectors.length > 0,
    [MatchCriterion.SENIORITY]: asked.seniority !== null,
    [MatchCriterion.COUNTRY]: asked.countries.length > 0,
    [MatchCriterion.RATE]: ceiling !== null,
    [MatchCriterion.IMPROVEMENT]: measures.includes(Measure.IMPROVEMENT) && measures.includes(Measure.HOURS),
    [MatchCriterion.AVAILABILITY]: true,
  };
  const own = new Map((given.weights ?? []).map(({ criterion, weight }) => [criterion, checked(weight)]));
  for (const criterion of own.keys()) if (!isAsked[criterion] && own.get(criterion)! > 0) refuse(criterion);
  const weights = Object.fromEntries(
    criteria
      .filter((criterion) => isAsked[criterion])
      .map((criterion) => [criterion, own.get(criterion) ?? usual[criterion]]),
  );
  if (!Object.values(weights).some((weight) => weight > 0)) {
    reject('BAD_USER_INPUT', 'requirements.weights leave nothing that counts: give one a weight above 0.');
  }
  return { asked, sectors, currency: given.rateCeiling?.currency ?? null, weights };
}

function checked(weight: number): number {
  if (weight >= 0 && weight <= heaviest) return weight;
  reject('BAD_USER_INPUT', `A weight must be from 0 to ${heaviest}, not ${weight}.`);
}

function refuse(criterion: MatchCriterion): never {
  reject(
    'BAD_USER_INPUT',
    criterion === MatchCriterion.IMPROVEMENT
      ? 'requirements.weights counts IMPROVEMENT, but the ledger does not record improvement and hours.'
      : `requirements.weights counts ${criterion}, but requirements say nothing of it.`,
  );
}
