import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Access } from '../../../server/graphql/access.ts';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';
import { publishLedger } from '../earning-filter/publish-ledger.ts';

const rows = [5, 3, 3, 3, 1].map((units, index) => ({ expert: `e${index}`, units }));

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
  await publishLedger(database, 'ranked', rows);
  await publishLedger(database, 'kept', rows, { protected: true });
});
afterAll(() => database.drop());

interface Ranked {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  nodes: { rank: number; total: number; share: number; expert: { id: string; standing: { rank: number } } }[];
}

async function ranked(page: string, slug = 'ranked', access?: Access): Promise<Ranked> {
  const { dataset } = await ask<{ dataset: { rankedExperts: Ranked } }>(
    database,
    `{ dataset(slug: "${slug}") { rankedExperts(measure: UNITS, ${page}) { totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { rank total share expert { id standing(measure: UNITS) { rank } } } } } }`,
    access === undefined ? undefined : { access },
  );
  return dataset.rankedExperts;
}

test('pages forward and back give everybody once, in rank order, also among equals', async () => {
  const first = await ranked('first: 2');
  expect([first.totalCount, first.pageInfo.hasPreviousPage, first.pageInfo.hasNextPage]).toEqual([
    5,
    false,
    true,
  ]);
  const second = await ranked(`first: 2, after: "${first.pageInfo.endCursor}"`);
  const third = await ranked(`first: 2, after: "${second.pageInfo.endCursor}"`);
  const all = [...first.nodes, ...second.nodes, ...third.nodes];
  expect(all.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  expect(all.map(({ total }) => total)).toEqual([5, 3, 3, 3, 1]);
  expect(new Set(all.map(({ expert }) => expert.id)).size).toBe(5);
  expect(third.pageInfo.hasNextPage).toBe(false);
  const back = await ranked(`last: 2, before: "${third.pageInfo.startCursor}"`);
  expect(back.nodes).toEqual(second.nodes);
  expect(back.pageInfo.hasPreviousPage).toBe(true);
});

test('an expert’s own standing is the place in the ranking', async () => {
  const { nodes } = await ranked('first: 5');
  expect(nodes.map(({ expert }) => expert.standing.rank)).toEqual(nodes.map(({ rank }) => rank));
  expect(nodes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('a page takes four statements, however many rows it has', async () => {
  await ranked('first: 5');
  database.statements.splice(0);
  await ranked('first: 5');
  // The dataset, the versions, the experts; the distribution is known, and the dataset again for the standings.
  expect(database.statements).toHaveLength(4);
});

test('backgrounds of all contributors are read in one statement beside the professions', async () => {
  database.statements.splice(0);
  const { dataset } = await ask<{ dataset: { backgrounds: unknown } }>(
    database,
    '{ dataset(slug: "ranked") { backgrounds { professions { socCode } countries seniorities } } }',
  );
  expect(dataset.backgrounds).toEqual({ professions: [], countries: [], seniorities: [] });
  expect(database.statements).toHaveLength(3);
});

test('a cursor that is none is refused, and so are the people of a protected ledger', async () => {
  await expect(ranked('first: 2, after: "nonsense"')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  const aggregates: Access = { mayReadLedgers: false, mayReadAggregates: true };
  await expect(ranked('first: 2', 'kept', aggregates)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(
    ask(database, '{ dataset(slug: "kept") { backgrounds { countries } } }', { access: aggregates }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await ranked('first: 2', 'kept', { mayReadLedgers: true })).nodes).toHaveLength(2);
});
