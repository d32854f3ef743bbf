import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Documents } from '../../server/readpath/document/documents.ts';
import { OwnNames } from '../../server/graphql/own-names.ts';
import { retireDataset } from '../../server/imports/ledger/retire-dataset.ts';
import { statementAnswered, type StatementSent } from '../../server/signals/statements.ts';
import { simulate } from '../../server/simulation/simulate.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { comparable, openTwoApis, type Operation, type Reply, type TwoApis } from './two-apis.ts';

let database: TestDatabase;
let apis: TwoApis;
beforeAll(async () => {
  database = await openSeededDatabase();
  apis = await openTwoApis(database, 1500);
});
afterAll(async () => {
  await apis.close();
  await database.drop();
});

/** The data of an answer that Apollo did not give, and gives alike but for what was spent before. */
async function fast(operation: Operation): Promise<Record<string, { totalCount: number }>> {
  const { served, plain, wasFast } = await apis.both(operation);
  expect(comparable(spentAlike(served))).toEqual(comparable(spentAlike(plain)));
  expect(wasFast).toBe(true);
  return (JSON.parse(served.body) as { data: Record<string, { totalCount: number }> }).data;
}

function spentAlike(reply: Reply): Reply {
  return { ...reply, body: reply.body.replace(/"remaining":\d+/, '"remaining":0') };
}

const counts = '{ experts { totalCount nodes { pseudonym } } datasets { totalCount nodes { slug } } }';

test('what is published, withdrawn or closed is so in the next answer, also of what was in memory', async () => {
  const before = await fast({ query: counts });
  await fast({ query: counts });
  await simulate(database, { slug: 'new-market', experts: 12, earnings: 60, seed: 1 });
  const after = await fast({ query: counts });
  expect(after['experts']!.totalCount).toBe(before['experts']!.totalCount + 12);
  await database.pool.query(`update dataset set protected = true where slug = 'new-market'`);
  expect((await fast({ query: counts }))['datasets']).toEqual(before['datasets']);
  await database.pool.query(`update dataset set protected = false where slug = 'new-market'`);
  expect(await fast({ query: counts })).toEqual(after);
  await retireDataset(database.pool, 'new-market');
  expect(await fast({ query: counts })).toEqual(before);
});

test('who may read a protected ledger is answered with it and noted, and nobody else learns of it', async () => {
  await database.pool.query(`update dataset set protected = true where slug = 'tscircuit'`);
  const query = '{ datasets { totalCount } experts { totalCount nodes { pseudonym } } }';
  const open = await fast({ query });
  const inside = await fast({ query, key: 'ledger' });
  expect(inside['datasets']!.totalCount).toBe(open['datasets']!.totalCount + 1);
  expect(await fast({ query })).toEqual(open);
  expect(await fast({ query, key: 'read' })).toEqual(open);
  expect(await fast({ query, key: 'ledger' })).toEqual(inside);
  const named = { query: '{ experts(filter: { dataset: "tscircuit" }) { nodes { pseudonym } } }' };
  await fast({ ...named, key: 'ledger' });
  const { served, wasFast } = await apis.both(named);
  expect([served.status, wasFast]).toEqual([403, false]);
  await expect
    .poll(async () => {
      const { rows } = await database.pool.query(
        `select actor, dataset from audit_entry where act = 'READ_ROWS'`,
      );
      return rows;
    })
    .toEqual([{ actor: 'key 2', dataset: 'tscircuit' }]);
});

test('a nested list is one statement, and a repeated one asks for nothing but the versions', async () => {
  const query =
    'query ($n: Int) { experts(first: $n) { nodes { pseudonym earnings(first: 3) { nodes { project { name } sector { name } } } } } }';
  await apis.ask(apis.served, { query, variables: { n: 5 } });
  const sent: string[] = [];
  const hear = (told: unknown): void => void sent.push((told as StatementSent).sql);
  statementAnswered.subscribe(hear);
  await apis.ask(apis.served, { query, variables: { n: 6 } });
  const nested = sent.splice(0);
  await apis.ask(apis.served, { query, variables: { n: 6 } });
  statementAnswered.unsubscribe(hear);
  expect(nested).toHaveLength(1);
  expect(sent).toHaveLength(1);
  expect(sent[0]).not.toContain('expert');
});

test('at its deadline a list is stopped in the database, and said to be so as ever', async () => {
  const client = await database.pool.connect();
  const query = '{ organisations { nodes { name note } } }';
  try {
    await client.query('begin; lock table organisation in access exclusive mode');
    const { status, body } = await apis.ask(apis.served, { query });
    expect([status, body]).toEqual([504, expect.stringContaining('"code":"QUERY_TIMEOUT"')]);
    await wait(600);
    const { rows } = await client.query(
      `select 1 from pg_stat_activity where state = 'active' and query like '%organisation%' and pid <> pg_backend_pid() and datname = current_database()`,
    );
    expect(rows).toEqual([]);
  } finally {
    await client.query('rollback');
    client.release();
  }
  expect((await apis.ask(apis.served, { query })).status).toBe(200);
});

test('by GET it has the validator that Apollo gives, and 304 for who has it', async () => {
  const query = '{ sectors(first: 2) { nodes { slug name } } }';
  const url = `/graphql?${new URLSearchParams({ query }).toString()}`;
  const headers = { 'apollo-require-preflight': '1' };
  const before = apis.fast;
  const [served, plain] = await Promise.all(
    [apis.served, apis.plain].map((app) => app.inject({ url, headers })),
  );
  expect(apis.fast).toBe(before + 1);
  expect(served!.headers['etag']).toBe(plain!.headers['etag']);
  expect(served!.headers['cache-control']).toBe(plain!.headers['cache-control']);
  const again = await apis.served.inject({
    url,
    headers: { ...headers, 'if-none-match': served!.headers['etag'] as string },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const page = await apis.served.inject({ url, headers: { 'user-agent': 'Mozilla/5.0', accept: '*/*' } });
  expect(page.statusCode).toBe(400);
});

test('documents that differ in literals and blanks share a plan; fields that could merge do not', () => {
  const documents = new Documents(apis.graph.schema, new OwnNames([]));
  const planOf = (text: string) => documents.find(text)?.plan;
  const plan = planOf('{ experts(first: 3, filter: { dataset: "mmteb" }) { nodes { id } } }');
  expect(plan).toBeDefined();
  expect(planOf('{ experts(first: 99, filter: {dataset: "rte"}) {\n nodes { id, } # all\n} }')).toBe(plan);
  expect(planOf('{ experts(first: $n, filter: { dataset: "mmteb" }) { nodes { id } } }')).toBeUndefined();
  expect(planOf('{ experts(first: "3", filter: { dataset: "mmteb" }) { nodes { id } } }')).toBeUndefined();
  const merged = (one: number, other: number): string =>
    `{ experts(first: ${one}) { nodes { id } } experts(first: ${other}) { nodes { pseudonym } } }`;
  expect(planOf(merged(1, 1))).toBeDefined();
  expect(planOf(merged(1, 2))).toBeUndefined();
  expect(planOf(merged(2, 2))).not.toBe(planOf(merged(1, 1)));
});
