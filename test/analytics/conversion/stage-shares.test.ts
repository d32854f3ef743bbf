import { expect, it } from 'vitest';
import {
  stageShares,
  wageBillOf,
  type StagedOccupation,
} from '../../../server/analytics/conversion/stage-shares.ts';
import { allStages, Stage } from '../../../server/market/professions/stage.ts';

const occupation = (given: Partial<StagedOccupation>): StagedOccupation => ({
  stage: Stage.UNTOUCHED,
  employment: 100,
  meanAnnual: 50_000,
  onetTasks: 20,
  ...given,
});

it('shares out employment, wage bill and tasks among the stages', () => {
  const { stages, ...whole } = stageShares([
    occupation({ stage: Stage.UNTOUCHED, employment: 300, meanAnnual: 20_000, onetTasks: 30 }),
    occupation({ stage: Stage.CONVERTING, employment: 100, meanAnnual: 180_000, onetTasks: 10 }),
  ]);
  expect(whole).toEqual({ professions: 2, employment: 400, wageBill: 24_000_000, withoutWage: 0 });
  expect(stages.find(({ stage }) => stage === Stage.CONVERTING)).toEqual({
    stage: Stage.CONVERTING,
    professions: 1,
    employment: 100,
    wageBill: 18_000_000,
    onetTasks: 10,
    employmentShare: 0.25,
    wageBillShare: 0.75,
    onetTaskShare: 0.25,
  });
});

it('lists all five stages in their order, also those that nothing is at', () => {
  expect(stageShares([occupation({})]).stages.map(({ stage }) => stage)).toEqual(allStages);
});

it('adds up to one', () => {
  const many = allStages.flatMap((stage, i) =>
    [1, 2, 3].map((k) => occupation({ stage, employment: 7 * k + i })),
  );
  for (const share of ['employmentShare', 'wageBillShare', 'onetTaskShare'] as const) {
    expect(stageShares(many).stages.reduce((sum, part) => sum + part[share], 0)).toBeCloseTo(1, 12);
  }
});

it('leaves occupations without an annual wage out of the wage bill, counts them, and keeps their employment', () => {
  const actors = occupation({ meanAnnual: null, employment: 60 });
  expect(wageBillOf(actors)).toBeNull();
  expect(stageShares([actors, occupation({})])).toMatchObject({
    withoutWage: 1,
    wageBill: 5_000_000,
    employment: 160,
  });
});

it('has shares of nought where there is nothing to share', () => {
  expect(
    stageShares([]).stages.every(
      ({ wageBillShare, employmentShare }) => wageBillShare + employmentShare === 0,
    ),
  ).toBe(true);
});
