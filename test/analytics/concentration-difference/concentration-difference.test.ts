import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';
import { publishLedger, type LedgerRow } from '../earning-filter/publish-ledger.ts';

interface Difference {
  value: number | null;
  interval: { low: number; high: number; method: string } | null;
  verdict: string | null;
  suppression: { reason: string } | null;
}
interface Answer {
  concentrationDifference: {
    paired: boolean;
    first: { contributors: number };
    second: { contributors: number };
    gini: Difference;
    topShare: Difference;
  };
}

const parts = 'value interval { low high method } verdict suppression { reason }';
const compare = (first: string, second: string, fraction = 0.2) => `{ concentrationDifference(
  first: { ${first} }, second: { ${second} }) { paired first { contributors } second { contributors }
  gini { ${parts} } topShare(fraction: ${fraction}) { ${parts} } } }`;

const rows = (size: number, units: (i: number) => number, sector = 'writing'): LedgerRow[] =>
  Array.from({ length: size }, (_, i) => ({
    expert: `e${i}`,
    sector,
    units: units(i),
    hours: units(i) / 128,
  }));

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const measures = { measures: ['UNITS' as const, 'HOURS' as const] };
  const steep = rows(60, (i) => (i + 1) ** 3);
  await publishLedger(database, 'steep', [...steep, ...rows(40, (i) => i + 1, 'review')], measures);
  await publishLedger(
    database,
    'flat',
    rows(80, (i) => 100 + i),
    measures,
  );
  await publishLedger(
    database,
    'tiny',
    rows(2, (i) => 1 + 2 * i),
  );
  await publishLedger(database, 'own', [...steep, ...rows(40, (i) => i + 1, 'review')], {
    ...measures,
    protected: true,
  });
});
afterAll(() => database.drop());

const asked = async (first: string, second: string, fraction?: number, access = {}) =>
  (
    await ask<Answer>(database, compare(first, second, fraction), {
      access: { mayReadLedgers: false, ...access },
    })
  ).concentrationDifference;

const steep = 'dataset: "steep", measure: UNITS';
const flat = 'dataset: "flat", measure: UNITS';

describe('concentrationDifference', () => {
  test('tells which ledger is more concentrated, beyond chance, and the other way round', async () => {
    const there = await asked(steep, flat);
    const back = await asked(flat, steep);
    expect(there).toMatchObject({
      paired: false,
      first: { contributors: 60 },
      second: { contributors: 80 },
      gini: { verdict: 'HIGHER' },
      topShare: { verdict: 'HIGHER' },
    });
    expect(back.gini.verdict).toBe('LOWER');
    expect(back.gini.value).toBeCloseTo(-there.gini.value!, 12);
    expect(there.gini.interval!.low).toBeGreaterThan(0);
  });

  test('draws the people of one ledger together: hours that are a fixed part of the units do not differ from them', async () => {
    const { paired, gini } = await asked(steep, 'dataset: "steep", measure: HOURS');
    expect(paired).toBe(true);
    expect(gini).toMatchObject({ value: 0, interval: { low: 0, high: 0 }, verdict: 'INDISTINGUISHABLE' });
  });

  test('has a value and no verdict where a side has fewer than 30 contributors', async () => {
    const { gini } = await asked(steep, 'dataset: "tiny", measure: UNITS', 0.5);
    expect(gini).toMatchObject({ interval: null, verdict: null });
    // 1 and 3: a Gini coefficient of 1/4.
    const alone = await asked('dataset: "tiny", measure: UNITS', flat, 0.5);
    expect(alone.gini.value).toBeCloseTo(0.25 - (79 * 81) / (3 * 80 * 279), 12);
  });

  test('says what is missing: a dataset that there is not, a measure that it does not record', async () => {
    await expect(asked(steep, 'dataset: "nowhere", measure: UNITS')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await expect(asked(steep, 'dataset: "flat", measure: AMOUNT')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('concentrationDifference of a protected ledger', () => {
  const own = 'dataset: "own", measure: UNITS';
  const guarded = { mayReadAggregates: true };

  test('is forbidden to those who may not see it', async () => {
    await expect(asked(steep, own)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('passes the door on both sides: whole percents only, and nothing of what either side withholds', async () => {
    const { gini } = await asked(own, flat, 0.2, guarded);
    expect(gini.verdict).toBe('HIGHER');
    await expect(asked(own, flat, 0.123, guarded)).rejects.toMatchObject({ code: 'DISCLOSURE_RISK' });
    const { gini: none, topShare } = await asked(
      'dataset: "own", measure: UNITS, filter: { dataset: ["flat"] }',
      flat,
      0.2,
      guarded,
    );
    expect(none).toEqual({ value: null, interval: null, verdict: null, suppression: { reason: 'NO_DATA' } });
    expect(topShare.value).toBeNull();
  });

  test('draws people together only where both are of the same earnings', async () => {
    expect((await asked(own, 'dataset: "own", measure: HOURS', 0.2, guarded)).paired).toBe(true);
    const sector = 'dataset: "own", measure: UNITS, filter: { sector: ["own.writing"] }';
    const open = sector.replaceAll('own', 'steep');
    expect((await asked(steep, open)).paired).toBe(true);
    expect((await asked(own, sector, 0.2, guarded)).paired).toBe(false);
  });
});
