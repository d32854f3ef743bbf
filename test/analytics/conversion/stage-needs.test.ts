import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { professionStage, publishedBy } from '../../../server/analytics/conversion/profession-stage.ts';
import { stageNeeds } from '../../../server/analytics/conversion/stage-needs.ts';
import { Stage } from '../../../server/market/professions/stage.ts';
import { benchmark, parity, pay, recruitment } from './stage-row.ts';

const dates = fc.constantFrom('2024', '2024-06', '2024-06-15', '2025', '2025-02', '2025-02-03', null);
const ids = fc.integer({ min: 1, max: 3 });
const row = fc.oneof(
  fc.record({ date: dates, platformId: fc.option(ids) }).map(pay),
  fc.record({ date: dates, platformId: ids }).map(recruitment),
  fc.record({ date: dates, projectId: ids }).map(benchmark),
  fc.record({ date: dates, projectId: ids }).map(parity),
);
const rows = fc.array(row, { maxLength: 9 });

const needsOf = (given: Parameters<typeof professionStage>[0]) => stageNeeds(professionStage(given));

describe('what the next stage would need', () => {
  it('is one paid observation, or one benchmark, where nothing is published', () => {
    expect(needsOf([])).toEqual([
      { stage: Stage.RECRUITED, observations: 1, platforms: 0, benchmarks: 0, parity: false },
      { stage: Stage.MEASURED, observations: 0, platforms: 0, benchmarks: 1, parity: false },
      { stage: Stage.CONVERTING, observations: 0, platforms: 2, benchmarks: 1, parity: false },
      { stage: Stage.CONTESTED, observations: 0, platforms: 2, benchmarks: 1, parity: true },
    ]);
  });

  it('is a second platform where one recruits and a benchmark covers it', () => {
    expect(needsOf([pay({}), benchmark({})])[0]).toEqual({
      stage: Stage.CONVERTING,
      observations: 0,
      platforms: 1,
      benchmarks: 0,
      parity: false,
    });
  });

  it('is parity on a benchmark of its own where it is converting, and nothing where it is contested', () => {
    const converting = [pay({ platformId: 1 }), pay({ platformId: 2 }), benchmark({ projectId: 9 })];
    expect(needsOf(converting)).toMatchObject([{ stage: Stage.CONTESTED, platforms: 0, parity: true }]);
    expect(needsOf([...converting, parity({ projectId: 9 })])).toEqual([]);
  });

  it('is enough: with what is missing added, the stage is met', () => {
    fc.assert(
      fc.property(rows, (given) => {
        for (const need of needsOf(given)) {
          const added = [
            ...given,
            ...Array.from({ length: need.observations }, () => pay({ platformId: null })),
            ...Array.from({ length: need.platforms }, (_, i) => pay({ platformId: 100 + i })),
            ...Array.from({ length: need.benchmarks }, () => benchmark({ projectId: 50 })),
          ];
          const covered = added.find(({ kind }) => kind === 'BENCHMARK');
          if (need.parity) added.push(parity({ projectId: covered!.projectId }));
          expect(professionStage(added).steps.map(({ stage }) => stage)).toContain(need.stage);
        }
      }),
    );
  });
});

describe('the stage at a date', () => {
  it('counts what was published by the end of it, a bare year from its beginning, what is undated never', () => {
    const published = [pay({ date: '2025' }), pay({ date: '2025-06-15' }), pay({ date: null })];
    expect(publishedBy('2024', published)).toHaveLength(0);
    expect(publishedBy('2025-01', published)).toHaveLength(1);
    expect(publishedBy('2025-06', published)).toHaveLength(2);
    expect(publishedBy('2025-06-14', published)).toHaveLength(1);
  });

  it('is the highest whose own date has come, so that pages can recolour without asking', () => {
    const months = fc.constantFrom('2023-12', '2024-01', '2024-06', '2025-01', '2025-02', '2025-12');
    fc.assert(
      fc.property(rows, months, (given, month) => {
        const reached = professionStage(given).steps.filter(
          ({ date }) => date !== null && date.slice(0, month.length) <= month,
        );
        expect(professionStage(publishedBy(month, given)).stage).toBe(
          reached.at(-1)?.stage ?? Stage.UNTOUCHED,
        );
      }),
    );
  });
});
