import { describe, expect, it } from 'vitest';
import { professionStage, rowsOfStage } from '../../../server/analytics/conversion/profession-stage.ts';
import { Stage } from '../../../server/market/professions/stage.ts';
import { benchmark, parity, pay, recruitment } from './stage-row.ts';

describe('the stage of a profession', () => {
  it('is UNTOUCHED without evidence', () => {
    expect(professionStage([])).toEqual({ stage: Stage.UNTOUCHED, steps: [], platforms: 0, benchmarks: 0 });
  });

  it('is RECRUITED by one paid observation, named platform or not', () => {
    expect(professionStage([pay({ platformId: null })]).stage).toBe(Stage.RECRUITED);
    expect(professionStage([recruitment({})]).stage).toBe(Stage.RECRUITED);
  });

  it('is MEASURED by one benchmark, recruited or not', () => {
    expect(professionStage([benchmark({})]).steps.map(({ stage }) => stage)).toEqual([Stage.MEASURED]);
    expect(professionStage([pay({}), benchmark({})]).stage).toBe(Stage.MEASURED);
  });

  it('stays RECRUITED however many platforms recruit, while nothing measures it', () => {
    expect(professionStage([pay({ platformId: 1 }), pay({ platformId: 2 })]).stage).toBe(Stage.RECRUITED);
  });

  it('is CONVERTING with two platforms and a benchmark', () => {
    const rows = [pay({ platformId: 1 }), pay({ platformId: 2 }), benchmark({})];
    expect(professionStage(rows)).toMatchObject({ stage: Stage.CONVERTING, platforms: 2, benchmarks: 1 });
  });

  it('does not count a platform twice, nor one without a name', () => {
    const rows = [pay({ platformId: 1 }), pay({ platformId: 1 }), pay({ platformId: null }), benchmark({})];
    expect(professionStage(rows)).toMatchObject({ stage: Stage.MEASURED, platforms: 1 });
  });

  it('counts a recruitment that pays among the platforms', () => {
    const rows = [pay({ platformId: 1 }), recruitment({ platformId: 2 }), benchmark({})];
    expect(professionStage(rows).stage).toBe(Stage.CONVERTING);
  });

  it('is CONTESTED when a model reaches the experts on one of its benchmarks', () => {
    const converting = [pay({ platformId: 1 }), pay({ platformId: 2 }), benchmark({ projectId: 9 })];
    expect(professionStage([...converting, parity({ projectId: 9 })]).stage).toBe(Stage.CONTESTED);
    expect(professionStage([...converting, parity({ projectId: 8 })]).stage).toBe(Stage.CONVERTING);
  });

  it('is not CONTESTED by parity alone: the profession must be CONVERTING', () => {
    expect(professionStage([benchmark({ projectId: 9 }), parity({ projectId: 9 })]).stage).toBe(
      Stage.MEASURED,
    );
  });
});

describe('the date of a stage', () => {
  it('is that of the earliest row that meets its rule, a year standing before its days', () => {
    const rows = [pay({ date: '2025-03-01' }), pay({ date: '2025' }), pay({ date: null })];
    expect(professionStage(rows).steps).toMatchObject([{ stage: Stage.RECRUITED, date: '2025' }]);
  });

  it('is unknown when none of the rows is dated', () => {
    expect(professionStage([pay({ date: null })]).steps).toMatchObject([{ date: null }]);
  });

  it('waits for the last condition: CONVERTING for the second platform and the benchmark', () => {
    const platforms = [
      pay({ platformId: 1, date: '2024-01' }),
      pay({ platformId: 1, date: '2024-02' }),
      pay({ platformId: 2, date: '2025-06' }),
      pay({ platformId: 3, date: '2025-09' }),
    ];
    const dates = (released: string): unknown =>
      professionStage([...platforms, benchmark({ date: released })]).steps.at(-1)?.date;
    expect(dates('2023-11')).toBe('2025-06');
    expect(dates('2026-01')).toBe('2026-01');
  });

  it('waits for CONVERTING even where the parity came before', () => {
    const rows = [
      pay({ platformId: 1, date: '2025-01' }),
      pay({ platformId: 2, date: '2026-02' }),
      benchmark({ projectId: 9, date: '2025-09' }),
      parity({ projectId: 9, date: '2025-12' }),
    ];
    const { steps } = professionStage(rows);
    expect(steps.map(({ stage, date }) => [stage, date])).toEqual([
      [Stage.RECRUITED, '2025-01'],
      [Stage.MEASURED, '2025-09'],
      [Stage.CONVERTING, '2026-02'],
      [Stage.CONTESTED, '2026-02'],
    ]);
    expect(steps.at(-1)?.row.kind).toBe('PAY');
  });
});

describe('the rows of a stage', () => {
  const named = pay({ platformId: 1 });
  const unnamed = pay({ platformId: null });
  const measured = benchmark({ projectId: 9 });
  const reached = parity({ projectId: 9 });
  const rows = [named, unnamed, measured, reached];

  it('are those that its rule looks at', () => {
    expect(rowsOfStage(Stage.UNTOUCHED, rows)).toEqual([]);
    expect(rowsOfStage(Stage.RECRUITED, rows)).toEqual([named, unnamed]);
    expect(rowsOfStage(Stage.MEASURED, rows)).toEqual([measured]);
    expect(rowsOfStage(Stage.CONVERTING, rows)).toEqual([named, measured]);
    expect(rowsOfStage(Stage.CONTESTED, rows)).toEqual([named, measured, reached]);
  });
});
