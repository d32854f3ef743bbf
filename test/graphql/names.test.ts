import { afterAll, beforeAll, expect, test } from 'vitest';
import { nearest } from '../../server/graphql/names/nearest.ts';
import { openGraph, type OpenGraph } from './open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

const refusal = async (query: string, variables?: Record<string, unknown>, options = {}) =>
  (await graph.execute(query, variables, options)).errors?.[0];

test.each([
  ['{ professions(filter: { sector: "lwa" }) { totalCount } }', 'filter.sector', 'law'],
  ['{ payObservations(filter: { platform: "mercr" }) { totalCount } }', 'filter.platform', 'mercor'],
  ['{ earnings(filter: { profession: "23-10111" }) { totalCount } }', 'filter.profession', '23-1011'],
  [
    '{ sector(slug: "law") { professions(filter: { profession: "231011" }) { totalCount } } }',
    'filter.profession',
    '23-1011',
  ],
  [
    '{ payObservations(filter: { source: "bls-oews-2052" }) { totalCount } }',
    'filter.source',
    'bls-oews-2025',
  ],
  ['{ marketFacts(filter: { metric: "valuations" }) { totalCount } }', 'filter.metric', 'valuation'],
])('%s is told what was probably meant', async (query, argument, meant) => {
  const error = await refusal(query);
  expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  expect(error?.extensions?.['nearest']).toContain(meant);
  expect(error?.message).toContain(`"${meant}"`);
});

test('names in variables and fragments count as well, and those that there are pass', async () => {
  const query = `query ($filter: PayFilter) { ...F } fragment F on Query { payObservations(filter: $filter) { totalCount } }`;
  expect((await refusal(query, { filter: { sector: ['law', 'nowhere'] } }))?.message).toContain('"nowhere"');
  expect(await refusal(query, { filter: { sector: ['law'], platform: ['mercor'] } })).toBeUndefined();
});

test('of words that there will be more of, one that is known will do', async () => {
  const ask = (metric: string[]) =>
    refusal('query ($metric: [String!]) { marketFacts(filter: { metric: $metric }) { totalCount } }', {
      metric,
    });
  expect(await ask(['valuation', 'not yet'])).toBeUndefined();
  expect(await ask([])).toBeUndefined();
  expect((await ask(['not yet', 'nor this']))?.message).toContain('"not yet"');
});

test.each([
  'earnings(filter: { from: "2025-01-01", to: "2024-12-31" }) { totalCount }',
  'payObservations(filter: { from: "2025-06", to: "2025-05-31" }) { totalCount }',
  'marketFacts(filter: { from: "2025", to: "2024-12-31" }) { totalCount }',
])('%s is told that it ends before it begins', async (list) => {
  const error = await refusal(`{ ${list} }`);
  expect(error?.message).toMatch(/^The period from 2025[-\d]* to [-\d]* ends before it begins\.$/);
  expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'filter.from' });
});

test('a period that ends within what it begins with is one', async () => {
  expect(
    await refusal('{ payObservations(filter: { from: "2025-06", to: "2025" }) { totalCount } }'),
  ).toBeUndefined();
});

test('what there is takes no statement to be found again', async () => {
  const query = '{ professions(filter: { sector: "law" }) { totalCount } }';
  await graph.ask(query);
  graph.database.statements.length = 0;
  await graph.ask(query);
  expect(graph.database.statements.filter((sql) => sql.includes('"slug", "dataset_id"'))).toEqual([]);
});

test('a protected ledger’s own kinds of work are neither known nor suggested to whoever may not see them', async () => {
  const { rows } = await graph.database.pool.query<{ slug: string }>(
    `select sector.slug from sector join dataset on dataset.id = sector.dataset_id where dataset.slug = 'tscircuit' limit 1`,
  );
  const slug = rows[0]!.slug;
  const query = 'query ($slug: String!) { earnings(filter: { sector: [$slug] }) { totalCount } }';
  expect(await refusal(query, { slug })).toBeUndefined();
  await graph.database.pool.query(`update dataset set protected = true where slug = 'tscircuit'`);
  const outside = await refusal(query, { slug });
  const never = await refusal(query, { slug: `${slug}x` });
  expect(outside?.message).toContain('which there is not');
  expect(JSON.stringify([outside?.extensions, never?.extensions])).not.toContain(`"${slug}"`);
  expect(await refusal(query, { slug }, { access: { mayReadLedgers: true } })).toBeUndefined();
});

test('those that hold what was given come first, then the least misspelt, and none that is far', () => {
  const names = ['law', 'medicine-health', 'software', 'finance'];
  expect(nearest('medicine', names)).toEqual(['medicine-health']);
  expect(nearest('Law', names)).toEqual(['law']);
  expect(nearest('finnace', names)).toEqual(['finance']);
  expect(nearest('zzzzzz', names)).toEqual([]);
});
