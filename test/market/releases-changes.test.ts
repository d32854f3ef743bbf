import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph('empty');
  const rows = (sizes: readonly number[]): LedgerRow[] =>
    sizes.map((units, i) => ({
      expert: `e${i}`,
      units,
      amount: 10 * units,
      currency: i === 0 ? 'EUR' : 'USD',
    }));
  const properties = { measures: ['UNITS' as const] };
  await publishLedger(graph.database, 'grows', rows([1, 2, 3, 4]), properties);
  await publishLedger(graph.database, 'grows', rows([1, 2, 3, 94, 5]), properties);
  await publishLedger(graph.database, 'money', rows([1, 2, 3, 4]), { measures: ['AMOUNT'] });
});
afterAll(() => graph.close());

const statistics = 'contributors total gini topTenth topFifth halfShare suppression { reason }';
const question = (slug: string): string => `{ dataset(slug: "${slug}") { releases { nodes {
  number rowsAdded rowsReversed contributors alteredAt changes { measure currency before { ${statistics} } after { ${statistics} } }
} } } }`;

test('a release tells what it added and reversed, and the headline before and after', async () => {
  const data = await graph.ask(question('grows'));
  const before = {
    contributors: 4,
    total: 10,
    gini: 0.25,
    topTenth: 0.4,
    topFifth: 0.4,
    halfShare: 0.5,
    suppression: null,
  };
  expect(data).toMatchObject({
    dataset: {
      releases: {
        nodes: [
          {
            number: 2,
            rowsAdded: 2,
            rowsReversed: 1,
            contributors: 5,
            alteredAt: null,
            changes: {
              measure: 'UNITS',
              currency: null,
              before,
              after: { contributors: 5, total: 105, halfShare: 0.2 },
            },
          },
          {
            number: 1,
            rowsAdded: 4,
            rowsReversed: 0,
            contributors: 4,
            changes: { before: null, after: before },
          },
        ],
      },
    },
  });
});

test('they are the figures of the concentration at each release', async () => {
  const data = await graph.ask<{
    dataset: { one: object; two: object; releases: { nodes: { changes: { after: { gini: number } } }[] } };
  }>(`{ dataset(slug: "grows") {
    one: concentration(measure: UNITS, release: 1) { total gini { value } }
    two: concentration(measure: UNITS, release: 2) { total gini { value } }
    releases { nodes { changes { after { gini total } } } } } }`);
  const [two, one] = data.dataset.releases.nodes.map(({ changes: { after } }) => after);
  expect([one, two]).toMatchObject([
    { gini: (data.dataset.one as { gini: { value: number } }).gini.value },
    { gini: (data.dataset.two as { gini: { value: number } }).gini.value },
  ]);
});

test('money of several currencies is told in the one that most rows are in', async () => {
  expect(await graph.ask(question('money'))).toMatchObject({
    dataset: {
      releases: { nodes: [{ changes: { currency: 'USD', after: { contributors: 3, total: 90 } } }] },
    },
  });
});

test('the list of releases is one statement, with all changes one more', async () => {
  const count = async (fields: string): Promise<number> => {
    graph.database.statements.length = 0;
    await graph.ask(`{ dataset(slug: "grows") { releases { nodes { ${fields} } } } }`);
    return graph.database.statements.length;
  };
  const plain = await count('number rowsAdded');
  // The dataset of the releases is read too, as another field may want it.
  expect(await count('number rowsAdded changes { after { gini } }')).toBeLessThanOrEqual(plain + 2);
});
