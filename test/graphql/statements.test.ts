import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from './open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

const pay =
  'payObservations(first: 5) { nodes { source { slug } platform { slug } sector { slug } profession { title } } totalCount }';

/** How many statements each query sends, whatever the number of rows. */
test.each<[string, number]>([
  ['{ sources(first: 100) { nodes { title numbers datasets { slug } } } }', 4],
  ['{ sources(first: 100) { nodes { title } totalCount } }', 2],
  ['{ datasets { nodes { title version source { title } release { number } sectors { slug } } } }', 5],
  ['{ datasets { nodes { releases { nodes { number } } } } }', 3],
  ['{ datasets { nodes { experts(first: 3) { nodes { pseudonym totals { units } } } } } }', 4],
  ['{ datasets { nodes { projects(first: 3) { nodes { name contributors } totalCount } } } }', 5],
  ['{ datasets { nodes { earnings(first: 3) { nodes { units } } } } }', 3],
  ['{ sectors(first: 100) { nodes { name dataset { title } } } }', 3],
  ['{ sectors(first: 100) { nodes { professions(first: 5) { nodes { title wage { median } } } } } }', 4],
  [
    '{ professions(first: 100) { nodes { title sector { name } employment wages { year median source { slug } } } } }',
    4,
  ],
  [`{ professions(first: 20) { nodes { ${pay} evidence { nodes { name } } } } }`, 8],
  [
    '{ experts(first: 100) { nodes { pseudonym dataset { slug } profession { title } totals { units } } } }',
    4,
  ],
  [
    '{ experts(first: 20) { nodes { earnings(first: 10) { nodes { project { name } sector { name } release } } } } }',
    6,
  ],
  [
    '{ projects(first: 100, filter: { dataset: "public-record" }) { nodes { name dataset { slug } platform { name } laboratory { name } source { slug } } } }',
    5,
  ],
  [
    '{ projects(first: 50) { nodes { evaluations { nodes { score } } evidence { nodes { name } } marketFacts { nodes { value } } } } }',
    5,
  ],
  [
    '{ earnings(first: 100) { nodes { expert { pseudonym } project { name } sector { name } profession { title } dataset { slug } release } } }',
    7,
  ],
  ['{ earnings { totalCount } }', 2],
  ['{ organisations(first: 100) { nodes { name parent { name } } } }', 2],
  [
    `{ organisations(first: 20) { nodes { ${pay} marketFacts { nodes { value } } projects { nodes { name } } } } }`,
    10,
  ],
  [`{ ${pay} }`, 6],
  [
    '{ marketFacts(first: 100) { nodes { value source { slug } organisation { name } project { name } } } }',
    4,
  ],
  [
    '{ conversionEvidence(first: 100) { nodes { name source { slug } project { name } profession { title } } } }',
    4,
  ],
  ['{ evaluations(first: 100) { nodes { score project { name } source { slug } } } }', 3],
  ['{ dataset(slug: "rte") { title version } }', 2],
  ['{ rateLimit { limit } }', 0],
])('%s takes %i statements', async (query, statements) => {
  graph.database.statements.length = 0;
  await graph.ask(query);
  expect(graph.database.statements.map((sql) => sql.replaceAll(/\s+/g, ' '))).toHaveLength(statements);
});

test('an operation counts its own statements, not that which asks for the versions for all', async () => {
  const context = graph.context();
  await graph.apollo.executeOperation({ query: '{ sectors { nodes { name } } }' }, { contextValue: context });
  expect(context.statements.count).toBe(1);
});
