import { afterAll, beforeAll, expect, test } from 'vitest';
import { scoreBins, standingAmong } from '../../../server/analytics/exposure/exposure-standing.ts';
import { openGraph, type OpenGraph } from '../../graphql/open-graph.ts';

test('equal scores share the better place, and a score is never above itself', () => {
  const scores = [0.1, 0.4, 0.4, 0.9];
  expect(standingAmong(scores, 0.9)).toEqual({ rank: 1, of: 4, above: 1 });
  expect(standingAmong(scores, 0.4)).toEqual({ rank: 2, of: 4, above: 1 / 3 });
  expect(standingAmong([0.5], 0.5)).toEqual({ rank: 1, of: 1, above: 0 });
});

test('each score is in exactly one bin, the highest in the last', () => {
  expect(scoreBins([0, 0.24, 0.25, 0.99, 1], 1, 4)).toEqual([2, 1, 0, 2]);
  expect(scoreBins([0, 0], 0, 3)).toEqual([2, 0, 0]);
});

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

test('an occupation’s standings are those that PostgreSQL counts', async () => {
  const { profession } = await graph.ask<{
    profession: {
      exposureStandings: { measure: string; value: number; rank: number; of: number; bins: number[] }[];
    };
  }>('{ profession(socCode: "23-1011") { exposureStandings { measure value rank of bins(count: 10) } } }');
  const [gpt4, , applicability] = profession.exposureStandings;
  const { rows } = await graph.database.pool.query<{ rank: number; of: number }>(
    `select rank, of from (select soc_code, rank() over (order by exposure_gpt4_beta desc) as rank, count(*) over () as of
       from profession where exposure_gpt4_beta is not null) ranked where soc_code = '23-1011'`,
  );
  expect(gpt4).toMatchObject({ measure: 'GPT4_BETA', ...rows[0] });
  expect(applicability!.bins.reduce((sum, count) => sum + count, 0)).toBe(applicability!.of);
});
