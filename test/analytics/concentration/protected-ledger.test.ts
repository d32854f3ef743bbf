import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';
import { publishLedger, type LedgerRow } from '../earning-filter/publish-ledger.ts';

const access = { mayReadLedgers: true };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const sector = (name: string, sizes: number[]): LedgerRow[] =>
    sizes.map((units, i) => ({
      expert: `${name}${i}`,
      sector: name,
      units,
      hours: 1 + (i % 3),
      amount: units,
      currency: 'USD',
    }));
  await publishLedger(
    database,
    'private',
    [
      ...sector(
        'large',
        Array.from({ length: 40 }, (_, i) => 10 + i),
      ),
      ...sector(
        'middle',
        Array.from({ length: 20 }, (_, i) => 5 + i),
      ),
      ...sector('few', [4, 5, 6]),
      ...sector('dominated', [1000, ...Array.from({ length: 12 }, () => 1)]),
    ],
    { protected: true },
  );
});
afterAll(() => database.drop());

interface Group {
  key: string;
  concentration: { total: number | null; suppression: { reason: string; threshold: number | null } | null };
}

test('small and dominated cells are suppressed, with the reason, at the end', async () => {
  const query = `{ dataset(slug: "private") { concentrationBy(measure: UNITS, dimension: SECTOR) {
    key concentration { total theil suppression { reason threshold } gini { value suppression { reason } interval { low } } } } } }`;
  const { dataset } = await ask<{ dataset: { concentrationBy: Group[] } }>(database, query, { access });
  // Without the large sector the total less the middle one would still be of one person by half: it goes with them.
  expect(dataset.concentrationBy).toMatchObject([
    { key: 'private.middle', concentration: { total: 290, suppression: null } },
    {
      key: 'private.dominated',
      concentration: { total: null, theil: null, suppression: { reason: 'DOMINANCE', threshold: null } },
    },
    {
      key: 'private.few',
      concentration: {
        total: null,
        suppression: { reason: 'TOO_FEW_CONTRIBUTORS', threshold: 10 },
        gini: { value: null, suppression: { reason: 'TOO_FEW_CONTRIBUTORS' }, interval: null },
      },
    },
    { key: 'private.large', concentration: { total: null, suppression: { reason: 'COMPLEMENTARY' } } },
  ]);
});

test('a cell that alone is suppressed takes the smallest of the others with it', async () => {
  const query = `{ dataset(slug: "private") { concentrationBy(measure: HOURS, dimension: SECTOR) {
    key concentration { total suppression { reason } } } } }`;
  const { dataset } = await ask<{ dataset: { concentrationBy: Group[] } }>(database, query, { access });
  const suppressed = dataset.concentrationBy.filter(
    ({ concentration }) => concentration.suppression !== null,
  );
  expect(suppressed.map(({ key, concentration }) => [key, concentration.suppression?.reason])).toEqual([
    ['private.dominated', 'COMPLEMENTARY'],
    ['private.few', 'TOO_FEW_CONTRIBUTORS'],
  ]);
});

test('a top share needs three contributors for each part of the whole', async () => {
  const query = `{ dataset(slug: "private") { concentration(measure: UNITS, filter: { sector: ["private.middle"] }) {
    fifth: topShare(fraction: 0.2) { value suppression { reason threshold } }
    tenth: topShare(fraction: 0.1) { value suppression { reason threshold } interval { low } } } } }`;
  const { dataset } = await ask<{ dataset: { concentration: object } }>(database, query, { access });
  expect(dataset.concentration).toMatchObject({
    fifth: { value: expect.any(Number), suppression: null },
    tenth: { value: null, interval: null, suppression: { reason: 'TOO_FEW_FOR_STATISTIC', threshold: 30 } },
  });
});

test('its curve is the same polygon however many points are asked for', async () => {
  const query = `{ dataset(slug: "private") { concentration(measure: UNITS, filter: { sector: ["private.middle"] }) {
    coarse: lorenz(points: 7) { measureShare } fine: lorenz(points: 61) { measureShare } } } }`;
  type Curve = { measureShare: number }[];
  const { dataset } = await ask<{ dataset: { concentration: { coarse: Curve; fine: Curve } } }>(
    database,
    query,
    { access },
  );
  const { coarse, fine } = dataset.concentration;
  coarse.forEach(({ measureShare }, j) => expect(measureShare).toBeCloseTo(fine[j * 10]!.measureShare, 12));
  // Of twenty contributors every fifth part is told: between these corners the curve is straight.
  const steps = fine.slice(1).map((point, j) => point.measureShare - fine[j]!.measureShare);
  for (let piece = 0; piece < 5; piece++) {
    for (const step of steps.slice(piece * 12, piece * 12 + 12))
      expect(step).toBeCloseTo(steps[piece * 12]!, 12);
  }
});

test('experts are never listed, nor counted in a suppressed cell; rates tell no more than five quantiles', async () => {
  const query = `{ dataset(slug: "private") {
    safe: keyExperts(measure: HOURS, filter: { sector: ["private.large"] }) {
      count busFactor suppression { reason } expertsSuppression { reason } experts { rank } }
    unsafe: keyExperts(measure: UNITS, filter: { sector: ["private.few"] }) { count busFactor suppression { reason } experts { rank } }
    rates: hourlyRates(filter: { sector: ["private.middle"] }) { p10 p25 median p75 p90 quantiles(points: 11) }
    few: hourlyRates(filter: { sector: ["private.few"] }) { median quantiles suppression { reason } } } }`;
  type Rates = { p10: number; p25: number; median: number; p90: number; quantiles: number[] };
  const { dataset } = await ask<{ dataset: { safe: object; unsafe: object; rates: [Rates]; few: object } }>(
    database,
    query,
    { access },
  );
  expect(dataset.safe).toEqual({
    count: expect.any(Number),
    busFactor: expect.any(Number),
    suppression: null,
    expertsSuppression: { reason: 'TOO_FEW_CONTRIBUTORS' },
    experts: [],
  });
  const reason = { reason: 'TOO_FEW_CONTRIBUTORS' };
  expect(dataset.unsafe).toEqual({ count: null, busFactor: null, suppression: reason, experts: [] });
  expect(dataset.few).toEqual([{ median: null, quantiles: [], suppression: reason }]);
  const [{ p10, p25, median, p90, quantiles }] = dataset.rates;
  expect([quantiles[0], quantiles[1], quantiles[5], quantiles[10]]).toEqual([p10, p10, median, p90]);
  expect(quantiles[2]).toBeCloseTo(p10 + ((p25 - p10) * 2) / 3, 12);
});
