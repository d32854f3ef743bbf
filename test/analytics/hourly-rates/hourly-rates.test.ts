import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { conditionsOf } from '../../../server/analytics/earning-filter/conditions.ts';
import { Dimension } from '../../../server/analytics/earning-filter/index.ts';
import { readEngagements } from '../../../server/analytics/hourly-rates/engagements.sql.ts';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  database.statements.splice(0);
});

interface Rates {
  key: string;
  label: string;
  engagements: number;
  contributors: number;
  leftOut: number;
  median: number;
  mean: number;
  quantiles: number[];
}

async function ratesOf(slug: string, args: string): Promise<Rates[]> {
  const { dataset } = await ask<{ dataset: { hourlyRates: Rates[] } }>(
    database,
    `{ dataset(slug: "${slug}") { hourlyRates${args} { key label engagements contributors leftOut weighted currency
      p10 p25 median p75 p90 mean suppression { reason } quantiles(points: 5) provenance { method n release } } } }`,
  );
  return dataset.hourlyRates;
}

test('the dialogues of MTurk were paid 2.57 dollars an hour in all, as published with them', async () => {
  const [rates] = await ratesOf('self-dialogue', '(weighted: true)');
  expect(rates!.mean).toBeCloseTo(2.57, 2);
  expect(rates).toMatchObject({
    key: 'all',
    label: 'All',
    weighted: true,
    currency: 'USD',
    suppression: null,
  });
});

test('quantiles ascend, and the ladder goes through the median', async () => {
  const [rates] = await ratesOf('self-dialogue', '');
  const { quantiles, median } = rates!;
  expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
  expect(quantiles[2]).toBe(median);
});

test('by project, the one with the most engagements is first, and together they are all engagements', async () => {
  const [all] = await ratesOf('self-dialogue', '');
  const projects = await ratesOf('self-dialogue', '(groupBy: PROJECT)');
  const counts = projects.map(({ engagements }) => engagements);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all!.engagements);
  expect(projects.every(({ engagements, contributors }) => engagements === contributors)).toBe(true);
});

test('a filter that nothing matches gives one distribution with the reason', async () => {
  expect(await ratesOf('self-dialogue', '(filter: { country: ["FR"] })')).toMatchObject([
    { engagements: 0, median: null, quantiles: [], suppression: { reason: 'NO_DATA' } },
  ]);
});

test('a ledger without hours or money is refused in words', async () => {
  await expect(ratesOf('mmteb', '')).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'The dataset "mmteb" does not record AMOUNT; it records UNITS.',
  });
  await expect(ratesOf('tscircuit', '')).rejects.toThrow('does not record HOURS');
});

test('all groups take one statement, beside the dataset, the versions and the names', async () => {
  // Weighted, as of those that are not the process may know the cells.
  await ratesOf('self-dialogue', '(groupBy: PROJECT, weighted: true)');
  expect(database.statements).toHaveLength(4);
});

const ledger = { datasetId: 1, version: 2, releaseIds: [1, 3] };

test('engagements are read from the rollup by project', async () => {
  await readEngagements(database.kysely, [ledger], conditionsOf({}), null);
  expect(database.statements).toHaveLength(1);
  expect(database.statements[0]).toMatchInlineSnapshot(`
    "
        select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", project_id as "projectId",
          coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
        from "project_rollup"
        join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
          on dataset_id = asked_dataset
        where version <= asked_version and dataset_id = any($3::int[])
        group by 1, 2, 3, 4, 5
        having sum(entries) > 0"
  `);
});

test('engagements by sector are read from the rollup by expert', async () => {
  await readEngagements(
    database.kysely,
    [ledger],
    conditionsOf({ profession: ['23-1011'] }),
    Dimension.SECTOR,
  );
  expect(database.statements).toHaveLength(1);
  expect(database.statements[0]).toMatchInlineSnapshot(`
    "
        select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", project_id as "projectId",
          coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
        from "expert_rollup"
        join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
          on dataset_id = asked_dataset
        where version <= asked_version and profession_id in (select id from profession where soc_code = any($3)) and dataset_id = any($4::int[])
        group by 1, 2, 3, 4, 5
        having sum(entries) > 0"
  `);
});
