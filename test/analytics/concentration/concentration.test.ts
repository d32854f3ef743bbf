import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';
import { publishLedger } from '../earning-filter/publish-ledger.ts';
import { seededRows } from '../earning-filter/seeded-rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.drop());

const statistics = `contributors excluded otherCurrencies total currency reliability suppression { reason threshold }
  unit gini { value n interval { low high level method } } giniCorrected theil hhi p90p10
  topShare(fraction: 0.2) { value n interval { low high level method } suppression { reason } }
  halfShare { value interval { low high } } lorenz(points: 3) { populationShare measureShare low high }
  provenance { kind method n release publishedAt licence citation dataset { slug } sources { slug } }`;

interface Estimate {
  value: number | null;
  n: number;
  interval: { low: number; high: number; level: number; method: string } | null;
  suppression?: { reason: string } | null;
}

interface Concentration {
  contributors: number;
  excluded: number;
  total: number | null;
  gini: Estimate;
  topShare: Estimate;
  halfShare: Estimate;
  suppression: { reason: string; threshold: number | null } | null;
  lorenz: { populationShare: number; measureShare: number; low: number | null; high: number | null }[];
  [statistic: string]: unknown;
}

async function concentrationOf(slug: string, args: string): Promise<Concentration> {
  const query = `{ dataset(slug: "${slug}") { concentration(${args}) { ${statistics} } } }`;
  const { dataset } = await ask<{ dataset: { concentration: Concentration } }>(database, query);
  return dataset.concentration;
}

describe('the concentration of a ledger', () => {
  test('comes with every statistic, its intervals, its unit and where it comes from', async () => {
    const concentration = await concentrationOf('mmteb', 'measure: UNITS');
    expect(concentration).toMatchObject({
      contributors: 98,
      excluded: 0,
      otherCurrencies: 0,
      total: 5039,
      currency: null,
      reliability: 'MEDIUM',
      suppression: null,
      provenance: { kind: 'LEDGER', n: 98, release: 1, licence: 'Apache-2.0', dataset: { slug: 'mmteb' } },
    });
    expect(concentration.gini.interval).toMatchObject({
      level: 0.95,
      method: 'BCa bootstrap, 2000 replicates',
    });
    for (const { value, interval } of [concentration.gini, concentration.topShare, concentration.halfShare]) {
      expect(interval!.low).toBeLessThan(value!);
      expect(interval!.high).toBeGreaterThan(value!);
    }
    const [start, middle, end] = concentration.lorenz;
    expect(start).toMatchObject({ populationShare: 0, measureShare: 0 });
    expect(end).toMatchObject({ populationShare: 1, measureShare: 1 });
    expect(middle!.low).toBeLessThan(middle!.measureShare);
    expect(middle!.high).toBeGreaterThan(middle!.measureShare);
  });

  test('has no intervals and low reliability below 30 contributors', async () => {
    const concentration = await concentrationOf('squality', 'measure: UNITS');
    expect(concentration).toMatchObject({ contributors: 24, reliability: 'LOW' });
    expect(concentration.gini).toMatchObject({ n: 24, interval: null });
    expect(concentration.lorenz[1]).toMatchObject({ low: null, high: null });
  });

  test('of money is in major units of its currency', async () => {
    const { total, currency, unit } = await concentrationOf('tscircuit', 'measure: AMOUNT');
    expect({ total, currency, unit }).toEqual({
      total: expect.closeTo(83_363, 0),
      currency: 'USD',
      unit: 'USD',
    });
  });

  test('is suppressed with the reason, not 0, where nothing matches', async () => {
    const concentration = await concentrationOf('mmteb', 'measure: UNITS, filter: { sector: ["law"] }');
    expect(concentration).toMatchObject({
      contributors: 0,
      total: null,
      suppression: { reason: 'NO_DATA', threshold: null },
      gini: { value: null, n: 0, interval: null },
      theil: null,
      lorenz: [],
    });
    expect(concentration.topShare).toMatchObject({ value: null, suppression: { reason: 'NO_DATA' } });
  });

  test('is of nothing when the filter names other datasets', async () => {
    const { contributors } = await concentrationOf('mmteb', 'measure: UNITS, filter: { dataset: ["prism"] }');
    expect(contributors).toBe(0);
  });

  test('counts those whom a period leaves out for want of a date', async () => {
    const query = `{ dataset(slug: "rte") {
      dated: concentration(measure: UNITS, filter: { from: "2008-01-01" }) { contributors undated }
      all: concentration(measure: UNITS) { contributors undated } } }`;
    expect(await ask(database, query)).toEqual({
      dataset: { dated: { contributors: 0, undated: 164 }, all: { contributors: 164, undated: 0 } },
    });
  });
});

test('a measure that the ledger does not record says so in its place, and leaves the others their answers', async () => {
  const { dataset } = await ask<{ dataset: Record<string, unknown> }>(
    database,
    `{ dataset(slug: "rte") {
      units: concentration(measure: UNITS) { contributors gini { value } }
      hours: concentration(measure: HOURS) { contributors suppression { reason threshold } total lorenz { low }
        gini { value n interval { low } suppression { reason } } provenance { n release } }
      key: keyExperts(measure: HOURS) { count busFactor suppression { reason } experts { rank } halfShare { value } } } }`,
  );
  const suppression = { reason: 'NOT_RECORDED' };
  expect(dataset['units']).toMatchObject({ contributors: 164 });
  expect(dataset['hours']).toEqual({
    contributors: 0,
    suppression: { ...suppression, threshold: null },
    total: null,
    lorenz: [],
    gini: { value: null, n: 0, interval: null, suppression },
    provenance: { n: 0, release: 1 },
  });
  expect(dataset['key']).toEqual({
    count: null,
    busFactor: null,
    suppression,
    experts: [],
    halfShare: { value: null },
  });
});

describe('what cannot be answered is refused in words that help', () => {
  test.each([
    ['a release that does not exist', 'measure: UNITS, release: 2', 'UNKNOWN_RELEASE', 'it has release 1'],
    ['release 0', 'measure: UNITS, release: 0', 'UNKNOWN_RELEASE', 'no release 0'],
    [
      'a period backwards',
      'measure: UNITS, filter: { from: "2024-02-01", to: "2024-01-01" }',
      'BAD_USER_INPUT',
      'ends',
    ],
    ['an id of something else', 'measure: UNITS, filter: { project: ["x"] }', 'BAD_USER_INPUT', 'Project'],
  ])('%s', async (_name, args, code, message) => {
    await expect(concentrationOf('mmteb', args)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  test.each(['0', '-0.1', '1.01'])('a top share at %s', async (fraction) => {
    const query = `{ dataset(slug: "mmteb") { concentration(measure: UNITS) { topShare(fraction: ${fraction}) { value } } } }`;
    await expect(ask(database, query)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test.each(['1', '502'])('a curve of %s points', async (points) => {
    const query = `{ dataset(slug: "mmteb") { concentration(measure: UNITS) { lorenz(points: ${points}) { measureShare } } } }`;
    await expect(ask(database, query)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('money in several currencies without one named', async () => {
    await publishLedger(database, 'two-currencies', [
      { expert: 'a', amount: 10, currency: 'USD' },
      { expert: 'b', amount: 10, currency: 'EUR' },
      { expert: 'b', amount: 2.5, currency: 'USD' },
    ]);
    await expect(concentrationOf('two-currencies', 'measure: AMOUNT')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { currencies: ['EUR', 'USD'] },
    });
    const named = await concentrationOf('two-currencies', 'measure: AMOUNT, filter: { currency: "EUR" }');
    expect(named).toMatchObject({ contributors: 1, otherCurrencies: 1, total: 10, currency: 'EUR' });
  });

  test('a protected ledger without a key for it', async () => {
    await publishLedger(database, 'hidden', seededRows(1, 50), { protected: true });
    await expect(concentrationOf('hidden', 'measure: UNITS')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
