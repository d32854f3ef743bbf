import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Access } from '../../../server/graphql/access.ts';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';
import { publishLedger, type LedgerRow } from '../earning-filter/publish-ledger.ts';

const usd = { currency: 'USD' };
const rows: LedgerRow[] = [
  {
    expert: 'dear',
    profession: '23-1011',
    sector: 'law',
    date: '2025-11-10',
    hours: 10,
    amount: 1500,
    ...usd,
  },
  {
    expert: 'cheap',
    profession: '23-1011',
    sector: 'law',
    date: '2025-11-10',
    hours: 10,
    amount: 800,
    ...usd,
  },
  { expert: 'idle', profession: '23-1011', sector: 'law', date: '2025-05-10', hours: 4, amount: 320, ...usd },
  {
    expert: 'idle',
    profession: '23-1011',
    sector: 'code',
    date: '2025-05-11',
    hours: 4,
    amount: 320,
    ...usd,
  },
  { expert: 'euro', profession: '23-2011', sector: 'law', hours: 5, amount: 300, currency: 'EUR' },
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
  const measures = { measures: ['AMOUNT', 'HOURS', 'UNITS'] as never[] };
  await publishLedger(database, 'matched', rows, measures);
  await publishLedger(database, 'guarded', rows, { ...measures, protected: true });
  await database.pool.query(
    `update expert set seniority = 'SENIOR', country = 'FR' where dataset_id = (select id from dataset where slug = 'matched')
     and id in (select expert_id from expert_rollup where amount_minor = 80000)`,
  );
});
afterAll(() => database.drop());

interface Matched {
  rank: number;
  score: number;
  known: number;
  rate: number | null;
  expert: { pseudonym: string };
  reasons: { criterion: string; value: number | null; contribution: number; words: string; french: string }[];
}

async function matches(requirements: string, slug = 'matched', access?: Access): Promise<Matched[]> {
  const { dataset } = await ask<{ dataset: { matchExperts: Matched[] } }>(
    database,
    `{ dataset(slug: "${slug}") { matchExperts(requirements: ${requirements}) { rank score known rate expert { pseudonym }
      reasons { criterion value weight contribution words french: words(locale: FR) } } } }`,
    access === undefined ? undefined : { access },
  );
  return dataset.matchExperts;
}

test('a lawyer for up to 100 dollars an hour: scores as computed by hand', async () => {
  const found = await matches('{ profession: ["23-1011"], rateCeiling: { amount: "100", currency: "USD" } }');
  // Weights 4, 2 and 1: profession, rate, availability. The ledger records no improvement.
  expect(found.map(({ rate, score }) => [rate, Number(score.toFixed(12))])).toEqual([
    [80, 1],
    [80, Number(((4 + 2 + 0.25) / 7).toFixed(12))],
    [150, Number(((4 + 2 * 0.5 + 1) / 7).toFixed(12))],
    [null, Number(((4 * 0.25 + 2 * 0.5 + 0.5) / 7).toFixed(12))],
  ]);
  expect(found[3]!.known).toBeCloseTo(4 / 7, 12);
});

test('each reason says in both languages what it adds', async () => {
  const [first, , , last] = await matches(
    '{ profession: ["23-1011"], seniority: PRINCIPAL, country: ["FR"], rateCeiling: { amount: "100", currency: "USD" } }',
  );
  expect(first!.reasons.map(({ words }) => words)).toEqual([
    'Lawyers, as asked',
    'Senior: 1 step short of what is asked',
    'France, as asked',
    '$80 an hour, within $100',
    'Last worked in Q4 2025, the newest quarter',
  ]);
  expect(last!.reasons.map(({ french }) => french)).toEqual([
    'Parajuristes et assistants juridiques\u202f: même grand groupe de métiers',
    'Ancienneté inconnue\u202f: compte pour moitié',
    'Pays inconnu\u202f: compte pour moitié',
    'Taux horaire dans cette monnaie inconnu\u202f: compte pour moitié',
    'Dates de travail inconnues\u202f: compte pour moitié',
  ]);
  expect(last!.reasons[1]).toMatchObject({ criterion: 'SENIORITY', value: null });
});

test('weights of one’s own change the order, and the share of work in a sector counts', async () => {
  const [first, second] = await matches(
    '{ sector: ["law"], weights: [{ criterion: SECTOR, weight: 1 }, { criterion: AVAILABILITY, weight: 0 }] }',
  );
  expect([first!.score, second!.score]).toEqual([1, 1]);
  const found = await matches('{ sector: ["law"], weights: [{ criterion: AVAILABILITY, weight: 0 }] }');
  expect(found.at(-1)!.score).toBe(0.5);
});

test.each([
  '{ rateCeiling: { amount: "0", currency: "USD" } }',
  '{ profession: ["99-9999"] }',
  '{ sector: ["no-such-sector"] }',
  '{ weights: [{ criterion: COUNTRY, weight: 1 }] }',
  '{ weights: [{ criterion: IMPROVEMENT, weight: 1 }] }',
  '{ weights: [{ criterion: AVAILABILITY, weight: 0 }] }',
  '{ weights: [{ criterion: AVAILABILITY, weight: -1 }] }',
])('%s is refused', async (requirements) => {
  await expect(matches(requirements)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a protected ledger matches nobody without a key that reads its rows', async () => {
  const aggregates: Access = { mayReadLedgers: false, mayReadAggregates: true };
  await expect(matches('{}', 'guarded', aggregates)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await matches('{}', 'guarded', { mayReadLedgers: true })).toHaveLength(4);
});

test('five statements answer, however many match, and four what was asked before', async () => {
  await matches('{ profession: ["23-1011"] }');
  database.statements.splice(0);
  const asked = '{ profession: ["23-1011"], country: ["FR"] }';
  const first = await matches(asked);
  // The dataset, the versions, the candidates, the titles, the experts.
  expect(database.statements.splice(0)).toHaveLength(5);
  expect(await matches(asked)).toEqual(first);
  expect(database.statements).toHaveLength(4);
});
