import type { StageRow } from '../../../server/analytics/conversion/profession-stage.ts';

let lastId = 0;

function stageRow(kind: StageRow['kind'], given: Partial<StageRow>): StageRow {
  lastId += 1;
  return {
    professionId: 1,
    kind,
    rowId: lastId,
    sourceId: 1,
    date: '2025',
    platformId: null,
    projectId: null,
    ...given,
  };
}

/** A pay observation of a named platform, with what a test says of it. */
export const pay = (given: Partial<StageRow>): StageRow => stageRow('PAY', { platformId: 1, ...given });

/** A recruitment that pays. */
export const recruitment = (given: Partial<StageRow>): StageRow => stageRow('RECRUITMENT', given);

/** An expert-built benchmark. */
export const benchmark = (given: Partial<StageRow>): StageRow =>
  stageRow('BENCHMARK', { projectId: 1, ...given });

/** An evaluation at or above expert parity. */
export const parity = (given: Partial<StageRow>): StageRow => stageRow('PARITY', { projectId: 1, ...given });
