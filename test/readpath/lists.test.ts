import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { comparable, openTwoApis, type TwoApis } from './two-apis.ts';

let database: TestDatabase;
let apis: TwoApis;
beforeAll(async () => {
  database = await openSeededDatabase();
  apis = await openTwoApis(database);
});
afterAll(async () => {
  await apis.close();
  await database.drop();
});

const lists = [
  '{ sectors { nodes { id slug position name french: name(locale: FR) dataset { slug } } } }',
  '{ sectors(first: 3) { edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }',
  '{ sectors(last: 3) { edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } __typename } __typename }',
  '{ professions(first: 100) { nodes { id socCode onetTasks jobZone gdpval title majorGroup(locale: FR) exposure { gpt4Beta humanBeta msApplicability aeiUsagePercent __typename } sector { name } } } }',
  '{ organisations(first: 100) { nodes { id slug name roles aggregate note parent { name parent { slug } } } } }',
  '{ sources(first: 100) { nodes { id slug title publisher url publishedOn language kind reliability licence note } } }',
  '{ marketFacts(first: 100) { nodes { id key subject metric value unit asOf note source { slug } organisation { slug } project { key } } } }',
  '{ payObservations(first: 100) { nodes { id key roleTitle professionLabel basis low high typical typicalBasis currency country observedOn kind templateBand note source { slug } platform { slug } laboratory { slug } sector { slug } profession { socCode } } } }',
  '{ payObservations(first: 100, orderBy: { field: TYPICAL, direction: DESC }) { nodes { key typical typicalBasis } } }',
  '{ datasets { nodes { id slug kind licence citation protected allotment measures createdAt retiredAt title about(locale: FR) unit source { slug } } totalCount } }',
  '{ projects(first: 100) { nodes { id key name kind startedOn endedOn note dataset { slug } sector { slug } laboratory { slug } platform { slug } source { slug } } totalCount } }',
  '{ experts(first: 50) { nodes { id pseudonym country seniority formerEmployer dataset { slug } profession { title } } totalCount } }',
  '{ earnings(first: 100) { nodes { id period amount { amount currency } hours units improvement reversal release dataset { slug } expert { pseudonym } project { name } sector { name } profession { title } } totalCount } }',
  '{ earnings(first: 20, orderBy: { field: AMOUNT, direction: DESC }) { nodes { amount { amount currency } } } }',
  '{ experts(first: 25) { nodes { id pseudonym earnings(first: 10) { nodes { id period units hours amount { amount currency } project { id name sector { slug } } sector { id slug name } } pageInfo { hasNextPage endCursor } } } } }',
  '{ datasets { nodes { slug experts(first: 3) { nodes { pseudonym } } projects(last: 2) { nodes { name } } earnings(first: 2) { nodes { units } } } } }',
  '{ dataset(slug: "mmteb") { title experts(first: 5) { nodes { pseudonym } totalCount } projects { totalCount } earnings(first: 3) { edges { cursor node { units } } totalCount } } }',
];

test('refuses what Apollo refuses, in the same words, and nothing else', async () => {
  for (const [query, words] of [
    [
      '{ earnings(filter: { from: "2025-01-02", to: "2025-01-01" }) { totalCount } }',
      'ends before it begins',
    ],
    ['{ marketFacts(filter: { metric: ["valuation", "x"] }) { nodes { value } } }', '"value":'],
    ['{ marketFacts(filter: { metric: ["x"] }) { nodes { value } } }', 'which there is not'],
    ['{ sources(orderBy: { field: TITLE, direction: UPWARDS }) { nodes { slug } } }', 'It has ASC, DESC.'],
  ] as const) {
    const { served, plain } = await apis.both({ query });
    expect(comparable(served)).toEqual(comparable(plain));
    expect(served.body).toContain(words);
  }
});

test.each(lists)('answers %s as Apollo does, without it', async (query) => {
  for (const time of [1, 2, 3]) {
    const { served, plain, wasFast } = await apis.both({ query });
    expect(comparable(served), `time ${time}`).toEqual(comparable(plain));
    expect(wasFast).toBe(true);
  }
});
