import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  busFactorOf,
  fewestHolding,
  ranking,
} from '../../../server/analytics/key-experts/key-experts.measure.ts';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.drop());

interface KeyExperts {
  contributors: number;
  count: number;
  busFactor: number;
  currency: string | null;
  experts: {
    rank: number;
    total: number;
    share: number;
    cumulativeShare: number;
    expert: { pseudonym: string };
  }[];
}

async function keyExpertsOf(slug: string, args: string, first = 100): Promise<KeyExperts> {
  const { dataset } = await ask<{ dataset: { keyExperts: KeyExperts } }>(
    database,
    `{ dataset(slug: "${slug}") { keyExperts(${args}) { contributors count busFactor currency share
      suppression { reason } expertsSuppression { reason } provenance { n release }
      experts(first: ${first}) { rank total share cumulativeShare expert { pseudonym } } } } }`,
  );
  return dataset.keyExperts;
}

/** How many people hold half, as published with the ledgers. */
const published = [
  ['mmteb', 'UNITS', 9],
  ['openai-evals', 'UNITS', 158],
  ['promptsource', 'UNITS', 7],
  ['hf-loaders', 'UNITS', 31],
  ['squality', 'UNITS', 7],
  ['crowdspeech', 'UNITS', 279],
  ['sentiment', 'UNITS', 13],
  ['rte', 'UNITS', 10],
  ['common-voice-tr', 'UNITS', 12],
  ['prism', 'UNITS', 667],
  ['self-dialogue', 'UNITS', 94],
  ['tscircuit', 'AMOUNT', 3],
] as const;

test.each(published)('%s depends for half of its %s on %d people', async (slug, measure, people) => {
  expect(await keyExpertsOf(slug, `measure: ${measure}`)).toMatchObject({ busFactor: people, count: people });
});

test('the list ends where the share is reached, and its shares add up', async () => {
  const { experts, count, contributors, currency } = await keyExpertsOf(
    'tscircuit',
    'measure: AMOUNT, share: 0.9',
  );
  expect(experts).toHaveLength(count);
  expect(contributors).toBe(60);
  expect(currency).toBe('USD');
  expect(experts.at(-1)!.cumulativeShare).toBeGreaterThanOrEqual(0.9);
  expect(experts.at(-2)!.cumulativeShare).toBeLessThan(0.9);
  expect(experts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(experts.at(-1)!.cumulativeShare, 12);
  expect(experts.map(({ rank }) => rank)).toEqual(experts.map((_expert, i) => i + 1));
  expect(new Set(experts.map(({ expert }) => expert.pseudonym)).size).toBe(count);
});

test('a long list is cut where asked, and count still says how many there are', async () => {
  const { experts, count } = await keyExpertsOf('prism', 'measure: UNITS', 5);
  expect([experts.length, count]).toEqual([5, 667]);
});

test('nobody is there where nothing matches', async () => {
  const none = await keyExpertsOf('mmteb', 'measure: UNITS, filter: { sector: ["law"] }');
  expect(none).toMatchObject({
    contributors: 0,
    count: null,
    suppression: { reason: 'NO_DATA' },
    experts: [],
  });
});

test.each(['share: 0', 'share: 1.5'])('%s is refused', async (share) => {
  await expect(keyExpertsOf('mmteb', `measure: UNITS, ${share}`)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test.each([0, 1001])('a list of %d is refused', async (first) => {
  await expect(keyExpertsOf('mmteb', 'measure: UNITS', first)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('experts are read in one statement, however many', async () => {
  database.statements.splice(0);
  await keyExpertsOf('self-dialogue', 'measure: HOURS');
  // The dataset, the versions, the cell, where half is reached, the top of the ranking, the experts.
  expect(database.statements).toHaveLength(6);
});

describe('the fewest who hold a share', () => {
  const ranked = ranking([7, 8, 9], Float64Array.of(5, 3, 2));

  test('are counted from the largest', () => {
    expect([0.1, 0.5, 0.500001, 0.8, 0.81, 1].map((share) => fewestHolding(ranked, share))).toEqual([
      1, 1, 2, 2, 3, 3,
    ]);
  });

  test('are all of them at a share of 1, whatever rounding leaves', () => {
    const tenths = ranking([1, 2, 3], Float64Array.of(0.1, 0.1, 0.1));
    expect(fewestHolding(tenths, 1)).toBe(3);
    expect(fewestHolding(tenths, 1 / 3)).toBe(1);
  });

  test('at half are the bus factor', () => {
    expect(busFactorOf(Float64Array.of(5, 3, 2))).toBe(1);
    expect(busFactorOf(Float64Array.of(4, 3, 3))).toBe(2);
    expect(busFactorOf(Float64Array.of())).toBe(0);
  });
});

test('who makes half is told with how sure that is: the share of people, its interval, how far n carries', async () => {
  const { dataset } = await ask<{ dataset: Record<string, Record<string, unknown>> }>(
    database,
    `{ dataset(slug: "tscircuit") { keyExperts(measure: UNITS) { contributors busFactor reliability
        halfShare { value n interval { low high level method } } }
      concentration(measure: UNITS) { halfShare { value n interval { low high level method } } } } }`,
  );
  const { contributors, busFactor, halfShare } = dataset['keyExperts'] as {
    contributors: number;
    busFactor: number;
    halfShare: { value: number; interval: object };
  };
  expect(halfShare.value).toBeCloseTo(busFactor / contributors, 12);
  expect(halfShare.interval).toMatchObject({ level: 0.95 });
  expect(halfShare).toEqual(dataset['concentration']!['halfShare']);
});
