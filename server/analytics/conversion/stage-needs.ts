import type { ProfessionStage } from './profession-stage.ts';
import { Stage } from '../../market/professions/stage.ts';

/** What published evidence still lacks before the rule of a stage is met. */
export interface StageNeed {
  stage: Stage;
  /** Paid observations, of any platform. */
  observations: number;
  /** Named platforms that recruit, owners counted once. */
  platforms: number;
  /** Expert-built benchmarks. */
  benchmarks: number;
  /** Whether an evaluation at or above expert parity on one of its benchmarks is missing. */
  parity: boolean;
}

const platformsToConvert = 2;

/** What each stage whose rule is not met would need, lowest stage first; none for CONTESTED. */
export function stageNeeds({ steps, platforms, benchmarks }: ProfessionStage): StageNeed[] {
  const met = new Set(steps.map(({ stage }) => stage));
  const nothing = { observations: 0, platforms: 0, benchmarks: 0, parity: false };
  const converting = {
    ...nothing,
    platforms: Math.max(0, platformsToConvert - platforms),
    benchmarks: Math.max(0, 1 - benchmarks),
  };
  const needs: StageNeed[] = [
    { ...nothing, stage: Stage.RECRUITED, observations: 1 },
    { ...nothing, stage: Stage.MEASURED, benchmarks: 1 },
    { ...converting, stage: Stage.CONVERTING },
    { ...converting, stage: Stage.CONTESTED, parity: true },
  ];
  return needs.filter(({ stage }) => !met.has(stage));
}
