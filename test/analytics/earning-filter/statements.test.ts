import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conditionsOf } from '../../../server/analytics/earning-filter/conditions.ts';
import { readContributorTotals } from '../../../server/analytics/earning-filter/contributor-totals.sql.ts';
import { Dimension } from '../../../server/analytics/earning-filter/index.ts';
import { countUndated } from '../../../server/analytics/earning-filter/undated.sql.ts';
import { nodeId } from '../../../server/graphql/node-id.ts';
import { Measure } from '../../../server/market/datasets/dataset.enums.ts';
import type { EarningFilter } from '../../../server/market/earnings/earning.inputs.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const ledgers = [
  { datasetId: 1, version: 2, releaseIds: [1, 3] },
  { datasetId: 2, version: 1, releaseIds: [2] },
];

async function totalsSql(
  filter: EarningFilter,
  measure: Measure,
  dimension: Dimension | null,
): Promise<string> {
  database.statements.splice(0);
  await readContributorTotals(database.kysely, ledgers, measure, conditionsOf(filter), dimension);
  expect(database.statements).toHaveLength(1);
  return database.statements[0]!;
}

test('whole ledgers are read from the rollup by expert, several in one statement', async () => {
  expect(await totalsSql({}, Measure.UNITS, null)).toMatchInlineSnapshot(`
    "
        select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", '' as currency,
          sum(units) as total
        from "expert_rollup"
        join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
          on dataset_id = asked_dataset
        where version <= asked_version and dataset_id = any($3::int[])
        group by 1, 2, 3, 4
        having sum(entries) > 0"
  `);
});

test('sectors, professions and whole quarters too', async () => {
  const filter = {
    sector: ['law'],
    profession: ['23-1011'],
    expert: [nodeId('Expert', 7)],
    country: ['US'],
    from: '2024-04-01',
    to: '2024-09-30',
  };
  expect(await totalsSql(filter, Measure.HOURS, Dimension.YEAR)).toMatchInlineSnapshot(`
    "
        select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", '' as currency,
          sum(hours) as total
        from "expert_rollup"
        join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
          on dataset_id = asked_dataset
        where version <= asked_version and expert_id = any($3::bigint[]) and sector_id in (select id from sector where slug = any($4)) and profession_id in (select id from profession where soc_code = any($5)) and expert_id in
          (select id from expert where dataset_id = any($6::int[]) and country = any($7)) and quarter >= $8 and quarter <= $9 and quarter > 0 and dataset_id = any($10::int[])
        group by 1, 2, 3, 4
        having sum(entries) > 0"
  `);
});

test('projects, and with them platforms and laboratories, are read from the rollup by project', async () => {
  const filter = { project: [nodeId('Project', 3)], platform: ['mercor'], laboratory: ['openai'] };
  expect(await totalsSql(filter, Measure.AMOUNT, Dimension.PROJECT)).toMatchInlineSnapshot(`
    "
        select dataset_id as "datasetId", project_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
          sum(amount_minor) as total
        from "project_rollup"
        join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
          on dataset_id = asked_dataset
        where version <= asked_version and project_id = any($3::bigint[]) and project_id in
        (select project.id from project join organisation on organisation.id = "platform_id"
         where organisation.slug = any($4)) and project_id in
        (select project.id from project join organisation on organisation.id = "laboratory_id"
         where organisation.slug = any($5)) and dataset_id = any($6::int[])
        group by 1, 2, 3, 4
        having sum(entries) > 0"
  `);
});

test('a period that cuts a quarter is read from the facts, by release', async () => {
  const filter = { from: '2024-04-02', to: '2024-12-31', currency: 'USD' };
  expect(await totalsSql(filter, Measure.UNITS, Dimension.SECTOR)).toMatchInlineSnapshot(`
    "
        select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", '' as currency,
          sum(units) as total
        from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and period <= $4::date and quarter > 0 and currency = $5
        group by 1, 2, 3, 4
        having sum(case when reversal then -1 else 1 end) > 0"
  `);
});

test('projects by kind of work are read from the rollup by expert, which knows both', async () => {
  expect(await totalsSql({ sector: ['law'] }, Measure.IMPROVEMENT, Dimension.PROJECT)).toMatchInlineSnapshot(`
    "
        select dataset_id as "datasetId", project_id as "groupKey", expert_id as "expertId", '' as currency,
          sum(improvement) as total
        from "expert_rollup"
        join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
          on dataset_id = asked_dataset
        where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and dataset_id = any($4::int[])
        group by 1, 2, 3, 4
        having sum(entries) > 0"
  `);
});

test('contributors without a date are counted where quarters are known', async () => {
  database.statements.splice(0);
  await countUndated(database.kysely, ledgers, conditionsOf({ sector: ['law'], from: '2024-01-01' }));
  expect(database.statements).toHaveLength(1);
  expect(database.statements[0]).toMatchInlineSnapshot(`
    "
        select "datasetId", count(*) as contributors
        from (
          select dataset_id as "datasetId", expert_id
          from "expert_rollup"
        join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
          on dataset_id = asked_dataset
        where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and dataset_id = any($4::int[]) and quarter = 0
          group by 1, 2
          having sum(entries) > 0
        ) undated
        group by 1"
  `);
});
