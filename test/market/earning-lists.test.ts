import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importText } from '../imports/support.ts';
import { openTwoApis, type Operation, type TwoApis } from '../readpath/two-apis.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let apis: TwoApis;
let project: string;

const days = 600;
const dayOf = (at: number) => new Date(Date.UTC(2023, 0, 1 + (at % days))).toISOString().slice(0, 10);
const rows = 40_000;

beforeAll(async () => {
  // One connection, so that what it has read can be counted.
  database = await openSeededDatabase({ poolSize: 1 });
  const lines = Array.from({ length: rows }, (_, i) => `w${i % 50},${i},${dayOf(i)},p${i % 40}\n`);
  // A project that ended before all others began.
  const old = Array.from({ length: 1000 }, (_, i) => `w${i % 50},${i},2020-0${1 + (i % 9)}-15,old\n`);
  await importText(database, `who,n,on,at\n${lines.join('')}${old.join('')}`, {
    slug: 'long',
    mapping: { expert: 'who', units: 'n', date: 'on', project: 'at' },
    dataset: { protected: false },
  });
  await database.pool.query('analyze');
  apis = await openTwoApis(database);
  const { data } = await apis.graph.execute(
    '{ projects(filter: { dataset: ["long"], search: "old" }) { nodes { id } } }',
  );
  project = (data as { projects: { nodes: { id: string }[] } }).projects.nodes[0]!.id;
});
afterAll(async () => {
  await apis.close();
  await database.drop();
});

/** How many rows of earnings were read, by any way, since the database was made. */
async function readsOf(): Promise<number> {
  await database.pool.query('select pg_stat_force_next_flush()');
  await database.pool.query('select 1');
  const { rows: told } = await database.pool.query<{ reads: string }>(
    `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as reads from pg_stat_user_tables where relname like 'earning_of_%'`,
  );
  return Number(told[0]!.reads);
}

/** The answer of one of the two ways, and how many earnings were read for it. */
async function read(way: 'served' | 'plain', operation: Operation) {
  const before = await readsOf();
  const { body } = await apis.ask(apis[way], operation);
  const { data, errors } = JSON.parse(body) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return { data, reads: (await readsOf()) - before };
}

describe('a page of earnings reads few of a ledger of which it shows few:', () => {
  test.each([
    [
      'of each project',
      '{ projects(filter: { dataset: ["long"] }, first: 100) { nodes { name earnings(first: 3) { nodes { units period } } } } }',
    ],
    [
      'of each project, and how many it has',
      '{ projects(filter: { dataset: ["long"] }, first: 99) { nodes { name earnings(first: 3) { totalCount nodes { units period } } } } }',
    ],
    [
      'of one project that ended long ago',
      'query ($project: ID!) { project(id: $project) { earnings(first: 3) { totalCount nodes { units period } } } }',
    ],
    [
      'of a filter by that project',
      'query ($project: ID!) { earnings(first: 3, filter: { project: [$project] }) { nodes { units period } } }',
    ],
    [
      'in a currency that nothing is in',
      '{ earnings(first: 3, filter: { dataset: ["long"], currency: "GBP" }) { nodes { units } totalCount } }',
    ],
    [
      'of a profession that nobody has',
      '{ earnings(first: 3, filter: { dataset: ["long"], profession: ["23-1011"] }) { nodes { units } } }',
    ],
    [
      'for a platform that has no project in it',
      '{ earnings(first: 3, filter: { dataset: ["long"], platform: ["mercor"] }) { nodes { units } } }',
    ],
  ])('%s', async (_what, query) => {
    const [served, plain] = [
      await read('served', { query, variables: { project } }),
      await read('plain', { query, variables: { project } }),
    ];
    expect(served.data).toEqual(plain.data);
    expect([served.reads < rows / 10, plain.reads < rows / 10], `${served.reads}, ${plain.reads}`).toEqual([
      true,
      true,
    ]);
  });
});

test('each project is told how many earnings it has, and how many fit what is asked', async () => {
  const { rows: counted } = await database.pool.query<{ name: string; count: number; some: number }>(
    `select name, count(*) as count, count(*) filter (where period >= '2024-01-02') as some
     from earning join project on project.id = project_id where earning.dataset_id = (select id from dataset where slug = 'long')
     group by name order by name`,
  );
  const { data } = await apis.graph.execute(
    `{ projects(filter: { dataset: ["long"] }, first: 100) { nodes { name
        count: earnings { totalCount } some: earnings(filter: { from: "2024-01-02" }) { totalCount }
        paid: earnings(filter: { currency: "USD" }) { totalCount } } } }`,
  );
  const { nodes } = (data as { projects: { nodes: Record<string, { totalCount: number }>[] } }).projects;
  expect(
    nodes
      .map(({ name, count, some, paid }) => [name, count!.totalCount, some!.totalCount, paid!.totalCount])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  ).toEqual(counted.map(({ name, count, some }) => [name, Number(count), Number(some), 0]));
});
