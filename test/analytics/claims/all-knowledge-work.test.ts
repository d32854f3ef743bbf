import 'reflect-metadata';
import { expect, it } from 'vitest';
import { testAllKnowledgeWork } from '../../../server/analytics/claims/all-knowledge-work.ts';
import { Verdict } from '../../../server/analytics/claims/verdict.ts';
import { stageShares } from '../../../server/analytics/conversion/stage-shares.ts';
import { Stage } from '../../../server/market/professions/stage.ts';

const occupations = (...stages: Stage[]): Parameters<typeof stageShares>[0] =>
  stages.map((stage) => ({ stage, employment: 100, meanAnnual: 80_000, onetTasks: 10 }));

it('reads "all" against the share of the wage bill that any evidence reaches today, and decides nothing by it', () => {
  const knowledge = stageShares(
    occupations(Stage.UNTOUCHED, Stage.RECRUITED, Stage.CONVERTING, Stage.CONTESTED),
  );
  const { verdict, tests } = testAllKnowledgeWork(knowledge, knowledge);
  expect(verdict).toBe(Verdict.UNTESTABLE);
  expect(tests.map(({ value }) => value)).toEqual([0.75, 0.5, 0.75]);
  expect(tests.every((test) => test.verdict === Verdict.CONTRADICTED && !test.decisive)).toBe(true);
});

it('would find "all" true of today where nothing is untouched, and still not of tomorrow', () => {
  const whole = stageShares(occupations(Stage.CONTESTED));
  const { verdict, tests } = testAllKnowledgeWork(whole, whole);
  expect(tests.map((test) => test.verdict)).toEqual([
    Verdict.SUPPORTED,
    Verdict.SUPPORTED,
    Verdict.SUPPORTED,
  ]);
  expect(verdict).toBe(Verdict.UNTESTABLE);
});
