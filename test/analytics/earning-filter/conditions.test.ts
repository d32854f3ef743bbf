import 'reflect-metadata';
import { expect, test } from 'vitest';
import { conditionsOf } from '../../../server/analytics/earning-filter/conditions.ts';
import { Dimension, storeFor } from '../../../server/analytics/earning-filter/index.ts';
import { nodeId } from '../../../server/graphql/node-id.ts';
import type { EarningFilter } from '../../../server/market/earnings/earning.inputs.ts';

const store = (filter: EarningFilter, dimension: Dimension | null = null, byProject = false): string =>
  storeFor(conditionsOf(filter), { dimension, byProject });

test('filters that ask the same are the same, whatever the order and however often', () => {
  const one = conditionsOf({
    sector: ['law', 'finance', 'law'],
    project: [nodeId('Project', 9), nodeId('Project', 10)],
  });
  const other = conditionsOf({
    project: [nodeId('Project', 10), nodeId('Project', 9)],
    sector: ['finance', 'law'],
  });
  expect(one).toEqual(other);
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

test('a list of none matches nothing, no list matches all', () => {
  expect(conditionsOf({ sector: [] }).sector).toEqual([]);
  expect(conditionsOf({}).sector).toBeNull();
});

test('a period that ends before it begins is refused', () => {
  expect(() => conditionsOf({ from: '2024-02-01', to: '2024-01-31' })).toThrow('ends before it begins');
});

test('an id of another noun is refused', () => {
  expect(() => conditionsOf({ project: [nodeId('Sector', 1)] })).toThrow(
    'not the id of a thing of type Project',
  );
});

test.each([
  ['nothing', {}, null, 'expert_rollup'],
  ['a sector', { sector: ['law'] }, null, 'expert_rollup'],
  ['whole quarters', { from: '2024-01-01', to: '2024-06-30' }, null, 'expert_rollup'],
  [
    'an open period from the beginning of a quarter',
    { from: '2024-10-01' },
    Dimension.QUARTER,
    'expert_rollup',
  ],
  ['a period within a quarter', { from: '2024-01-02' }, null, 'earning'],
  ['a period that ends within a quarter', { to: '2024-06-29' }, null, 'earning'],
  ['a platform', { platform: ['mercor'] }, null, 'project_rollup'],
  ['a country', { country: ['US'] }, Dimension.PROJECT, 'project_rollup'],
  ['a platform by sector', { platform: ['mercor'] }, Dimension.SECTOR, 'expert_rollup'],
  ['a laboratory by year', { laboratory: ['openai'] }, Dimension.YEAR, 'expert_rollup'],
  ['a profession by project', { profession: ['23-1011'] }, Dimension.PROJECT, 'expert_rollup'],
  ['a platform from a day within a quarter', { platform: ['mercor'], from: '2024-01-02' }, null, 'earning'],
] as const)('%s is answered by the smallest table that can', (_name, filter, dimension, expected) => {
  expect(store(filter as EarningFilter, dimension)).toBe(expected);
});

test('engagements are answered by the rollup by project, by kind of work by that by expert', () => {
  expect(store({}, null, true)).toBe('project_rollup');
  expect(store({}, Dimension.SECTOR, true)).toBe('expert_rollup');
});
