import { afterAll, beforeAll, expect, test } from 'vitest';
import { MoneyType } from '../../server/market/money.ts';
import { decimalOfMinor } from '../../server/money/minor-units.ts';
import { typicalRate } from '../../server/market/pay-observations/pay-observation.type.ts';
import { gradesOf, Reliability, reliabilityOfGrade } from '../../server/market/reliability.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

test('a lawyer’s wage, in both languages', async () => {
  const data = await graph.ask(`{ profession(socCode: "23-1011") {
    title french: title(locale: FR) sector { name(locale: FR) } employment jobZone
    wage { year median source { slug kind reliability } } old: wage(year: 2020) { year } none: wage(year: 1999) { year }
    wages { year }
  } }`);
  expect(data['profession']).toMatchObject({
    title: 'Lawyers',
    french: 'Avocats',
    sector: { name: 'Droit' },
    wage: {
      year: 2025,
      median: 76.76,
      source: { slug: 'bls-oews-2025', kind: 'DATASET', reliability: 'HIGH' },
    },
    old: { year: 2020 },
    none: null,
    wages: [2025, 2024, 2023, 2022, 2021, 2020].map((year) => ({ year })),
  });
});

test.each([
  ['sources', 'kind reliability language url publishedOn', ''],
  ['payObservations', 'kind basis currency country observedOn typicalBasis', ''],
  ['projects', 'kind startedOn endedOn', ', filter: { dataset: "public-record" }'],
  ['conversionEvidence', 'kind scope payBasis verified releasedOn', ''],
  ['organisations', 'roles', ''],
  ['professions', 'wages { basis }', ''],
  ['datasets', 'kind allotment measures createdAt', ''],
])('all %s have values that the schema knows', async (field, selection, filter) => {
  // A value that an enum or a scalar does not know would fail the whole answer.
  let after = '';
  do {
    const query = `{ ${field}(first: 100 ${filter} ${after}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const data =
      await graph.ask<Record<string, { pageInfo: { hasNextPage: boolean; endCursor: string } }>>(query);
    const { hasNextPage, endCursor } = data[field]!.pageInfo;
    after = hasNextPage ? `, after: "${endCursor}"` : '';
  } while (after !== '');
});

test('a source says how many rows rest on it', async () => {
  const { source } = await graph.ask<{ source: Record<string, unknown> }>(
    '{ source(slug: "bls-oews-2025") { numbers payObservations { totalCount } } }',
  );
  const { rows } = await graph.database.pool.query<{ count: number }>(
    `select count(*) as count from profession_wage where source_id = (select id from source where slug = 'bls-oews-2025')`,
  );
  expect(source).toEqual({ numbers: rows[0]!.count, payObservations: { totalCount: 0 } });
});

test('an expert’s totals are those of the ledger', async () => {
  const { experts } = await graph.ask<{ experts: { nodes: { totals: Totals; earnings: Entries }[] } }>(`{
    experts(first: 3, filter: { dataset: "tscircuit", currency: "USD" }, orderBy: { field: AMOUNT, direction: DESC }) {
      nodes { totals { entries amounts { amount currency } } earnings(first: 100) { totalCount nodes { amount { amount } } } }
    }
  }`);
  const amounts = experts.nodes.map(({ totals }) => Number(totals.amounts[0]!.amount));
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  for (const { totals, earnings } of experts.nodes) {
    expect(earnings.totalCount).toBe(totals.entries);
    const sum = earnings.nodes.reduce(
      (total, { amount }) => total + Math.round(Number(amount.amount) * 100),
      0,
    );
    expect(totals.amounts).toEqual([{ amount: decimalOfMinor(sum, 'USD'), currency: 'USD' }]);
  }
});

test('money is written in the currency’s own decimals', () => {
  expect(decimalOfMinor(1235, 'USD')).toBe('12.35');
  expect(decimalOfMinor(-5, 'USD')).toBe('-0.05');
  expect(decimalOfMinor(1235, 'JPY')).toBe('1235');
  expect(decimalOfMinor(1235, 'KWD')).toBe('1.235');
  expect(MoneyType.ofMinor(100, '')).toBeNull();
  expect(MoneyType.ofMinor(null, 'USD')).toBeNull();
});

test('the typical rate is the published one, else the midpoint of a range, never of an ‘up to’', () => {
  expect(typicalRate({ low: 10, high: 30, typical: 25 })).toEqual({ typical: 25, typicalBasis: 'PUBLISHED' });
  expect(typicalRate({ low: 10, high: 30, typical: null })).toEqual({
    typical: 20,
    typicalBasis: 'MIDPOINT',
  });
  expect(typicalRate({ low: null, high: 30, typical: null })).toEqual({ typical: null, typicalBasis: null });
});

test('sources are graded A, B or C', () => {
  expect(['A', 'B', 'C', '?'].map(reliabilityOfGrade)).toEqual(['HIGH', 'MEDIUM', 'LOW', 'LOW']);
  expect(gradesOf([Reliability.HIGH, Reliability.LOW])).toEqual(['A', 'C']);
});

test('the allowance of a caller without a key is said', async () => {
  const { rateLimit } = await graph.ask<{ rateLimit: { limit: number; remaining: number; resetAt: string } }>(
    '{ rateLimit { limit remaining resetAt } }',
  );
  expect(rateLimit.remaining).toBeLessThanOrEqual(rateLimit.limit);
  expect(Date.parse(rateLimit.resetAt)).toBeGreaterThan(Date.now());
});

interface Totals {
  entries: number;
  amounts: { amount: string; currency: string }[];
}

interface Entries {
  totalCount: number;
  nodes: { amount: { amount: string } }[];
}
