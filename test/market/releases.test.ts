import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

const question = `{ dataset(slug: "squality") {
  version release { number rowsAdded } releases { totalCount nodes { number dataset { slug } } }
  earnings { totalCount } experts(first: 1) { nodes { totals { entries units amounts { amount } } earnings { totalCount } } }
} }`;

test('nothing of a release is seen before its version is the dataset’s', async () => {
  const before = await graph.ask<{ dataset: Answer }>(question);
  await graph.database.pool.query(`
    with dataset as (select id from dataset where slug = 'squality'),
    expert as (select id, dataset_id from expert where dataset_id = (select id from dataset) order by pseudonym limit 1),
    release as (
      insert into release (dataset_id, number, checksum, rows_added, rows_reversed, contributors)
      select id, 2, 'x', 1, 0, 24 from dataset returning id, dataset_id
    ),
    fact as (
      insert into earning (expert_id, period, dataset_id, project_id, sector_id, profession_id, quarter, amount_minor,
        currency, units, release_id, row_key)
      select expert.id, '0001-01-01', expert.dataset_id, 0, 0, 0, 0, 1250, 'USD', 5, release.id, 'new'
      from expert, release
    )
    insert into expert_rollup (dataset_id, expert_id, quarter, sector_id, profession_id, currency, version, entries,
      amount_minor, units, project_id)
    select dataset_id, id, 0, 0, 0, 'USD', 2, 1, 1250, 5, 0 from expert`);
  expect(await graph.ask(question)).toEqual(before);

  await graph.database.pool.query(`update dataset set version = 2 where slug = 'squality'`);
  const { dataset } = await graph.ask<{ dataset: Answer }>(question);
  expect(dataset).toMatchObject({
    version: 2,
    release: { number: 2, rowsAdded: 1 },
    releases: { totalCount: 2 },
  });
  expect(dataset.earnings.totalCount).toBe(before.dataset.earnings.totalCount + 1);
  const [now, then] = [dataset.experts.nodes[0]!, before.dataset.experts.nodes[0]!];
  expect(now.earnings.totalCount).toBe(then.earnings.totalCount + 1);
  expect(now.totals).toEqual({
    entries: then.totals.entries + 1,
    units: then.totals.units + 5,
    amounts: [{ amount: '12.50' }],
  });
});

test('an undated earning has no period, an unknown project is null, and its id finds it again', async () => {
  const data = await graph.ask<{ earnings: { nodes: { id: string }[] } }>(`{
    earnings(filter: { dataset: "squality", currency: "USD" }) {
      nodes { id period release project { name } sector { name } amount { amount currency } hours reversal }
    }
  }`);
  const [node] = data.earnings.nodes;
  expect(node).toMatchObject({
    period: null,
    release: 2,
    project: null,
    sector: null,
    amount: { amount: '12.50', currency: 'USD' },
    hours: null,
    reversal: false,
  });
  const again = await graph.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id: node!.id });
  expect(again['node']).toEqual({ id: node!.id, __typename: 'Earning' });
});

test('one operation sees one version, whatever is published meanwhile', async () => {
  const context = graph.context();
  const versions = await context.versions.all();
  await graph.database.pool.query(`update dataset set version = 1 where slug = 'squality'`);
  const query = `{ dataset(slug: "squality") {
    version release { number } earnings(filter: { currency: "USD" }) { totalCount }
  } }`;
  const { body } = await graph.apollo.executeOperation({ query }, { contextValue: context });
  expect(body).toMatchObject({
    singleResult: { data: { dataset: { version: 2, release: { number: 2 }, earnings: { totalCount: 1 } } } },
  });
  expect(await context.versions.all()).toBe(versions);
});

interface Answer {
  earnings: { totalCount: number };
  experts: { nodes: { totals: { entries: number; units: number }; earnings: { totalCount: number } }[] };
}
