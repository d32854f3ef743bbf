import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CellMeasure } from '../../server/analytics/concentration/cell-measure.ts';
import { ConcentrationMeasure } from '../../server/analytics/concentration/concentration.measure.ts';
import { measuredByOf, measuredOf } from '../../server/analytics/concentration/measured-of.ts';
import type { Measured } from '../../server/analytics/concentration/measured.ts';
import {
  Dimension,
  ledgerScope,
  readDistributions,
  type LedgerScope,
} from '../../server/analytics/earning-filter/index.ts';
import { peopleOf } from '../../server/analytics/key-experts/people.ts';
import { fewestHolding, ranking } from '../../server/analytics/key-experts/key-experts.measure.ts';
import { dropCells, fillBands, fillDays } from '../../server/cells/index.ts';
import { createContext, type Context } from '../../server/graphql/context.ts';
import { Measure } from '../../server/market/datasets/dataset.enums.ts';
import { simulate } from '../../server/simulation/simulate.ts';
import { datasetOf } from '../analytics/earning-filter/seeded-dataset.ts';
import { ask } from '../analytics/earning-filter/ask.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { estimatesOf, intervalsOf } from './statements-of.ts';

// Enough people for the formulas of large samples, for rankings of several chunks, and for parts of every size.
const market = { slug: 'market', experts: 6000, earnings: 18_000, seed: 5, laboratories: 3, projects: 20 };

let database: TestDatabase;
let context: Context;
let scope: LedgerScope;
const stored = new Map<string, Measured>();
const dimensions = [null, Dimension.SECTOR, Dimension.YEAR] as const;

beforeAll(async () => {
  database = await openSeededDatabase();
  await simulate(database, market);
  context = createContext(database, { deadline: { within: 120_000 } });
  scope = await ledgerScope(context, await datasetOf(database, 'market'));
  for (const dimension of dimensions) {
    const groups =
      dimension === null
        ? new Map([[0, await measuredOf(context, scope, Measure.AMOUNT)]])
        : await measuredByOf(context, scope, Measure.AMOUNT, dimension);
    for (const [key, one] of groups) stored.set(`${dimension} ${key}`, one);
  }
});
afterAll(() => database.drop());

/** What is answered by adding up, at the same place. */
async function live(name: string): Promise<ConcentrationMeasure> {
  const [dimension, key] = name.split(' ');
  const asked = dimension === 'null' ? null : (dimension as Dimension);
  const groups = await readDistributions(context, scope, Measure.AMOUNT, asked);
  return ConcentrationMeasure.of(groups.get(Number(key))!);
}

describe('a cell of thousands', () => {
  test('says to the last digit what is answered by adding up, on the points that it keeps and between them', async () => {
    const sizes = [...stored.values()].map(({ contributors }) => contributors);
    expect(Math.max(...sizes)).toBeGreaterThan(5000);
    expect(sizes.some((n) => n > 400 && n < 5000)).toBe(true);
    for (const [name, one] of stored) {
      expect(one).toBeInstanceOf(CellMeasure);
      expect(await estimatesOf(one), name).toEqual(await estimatesOf(await live(name)));
    }
  });

  test('has the intervals that are computed live, by formula from 5 000 contributors and by bootstrap below', async () => {
    const [whole, ...parts] = [...stored].sort(([, a], [, b]) => b.contributors - a.contributors);
    const bootstrapped = parts.find(([, { contributors }]) => contributors < 1500)!;
    for (const [name, one] of [whole!, bootstrapped]) {
      expect(await intervalsOf(one), name).toEqual(await intervalsOf(await live(name)));
    }
  });

  test('is given its bootstrapped intervals later, and they are those that are computed live', async () => {
    expect(await fillBands(database, new AbortController().signal, 4)).toBe(4);
    const { rows } = await database.pool.query<{ slug: string; measure: Measure }>(
      `select slug, measure from cell join dataset on dataset.id = dataset_id
       where bands is not null and contributors < 5000 and dimension = 'ALL' and currency = '' order by contributors`,
    );
    const [{ slug, measure }] = rows as [(typeof rows)[number]];
    const asked = await ledgerScope(context, await datasetOf(database, slug));
    const filled = await intervalsOf(await measuredOf(context, asked, measure));
    const all = (await readDistributions(context, asked, measure, null)).get(0)!;
    expect(filled).toEqual(await intervalsOf(ConcentrationMeasure.of(all)));
  });

  test('gives everybody with their totals, as comparisons need them', async () => {
    for (const name of ['null 0', `YEAR ${2024}`]) {
      expect(await stored.get(name)!.everyone()).toEqual((await live(name)).distribution);
    }
  });
});

describe('a filter that has no stored cells', () => {
  const filters = [
    { country: ['US', 'IN', 'FR'] },
    { from: '2023-02-01', to: '2024-06-30' },
    { from: '2023-04-01', country: ['US'] },
    // From here on days are in columns.
    { from: '2023-02-15', to: '2024-05-20' },
    { from: '2023-02-15', to: '2023-03-10', country: ['US', 'IN'] },
  ];

  test('is answered by a thread to the last digit as by adding up a row at a time', async () => {
    const answers: [Measured, ConcentrationMeasure][] = [];
    for (const [i, filter] of filters.entries()) {
      if (i === 3) expect(await fillDays(database, AbortSignal.timeout(60_000))).toBe(1);
      const asked = await ledgerScope(context, scope.dataset, filter as never);
      // Of money and of hours alike: what is added up differs, who adds up does not.
      const measure = i === 0 ? Measure.HOURS : Measure.AMOUNT;
      const one = await measuredOf(context, asked, measure);
      expect(one).toBeInstanceOf(CellMeasure);
      const rows = await readDistributions(context, asked, measure, null);
      const expected = ConcentrationMeasure.of(rows.get(0)!);
      expect(await estimatesOf(one)).toEqual(await estimatesOf(expected));
      expect(await one.everyone()).toEqual(expected.distribution);
      answers.push([one, expected]);
    }
    // A bootstrap is of everybody's totals, which are the same: one of them, of the fewest, shows that it is taken from there.
    const [one, expected] = answers.sort(([a], [b]) => a.contributors - b.contributors)[0]!;
    expect(await one.giniInterval()).toEqual(await expected.giniInterval());
  });

  test('is parted and ranked as by adding up', async () => {
    const asked = await ledgerScope(context, scope.dataset, filters[0] as never);
    const groups = await measuredByOf(context, asked, Measure.HOURS, Dimension.YEAR);
    const rows = await readDistributions(context, asked, Measure.HOURS, Dimension.YEAR);
    expect([...groups.keys()].sort()).toEqual([...rows.keys()].sort());
    for (const [key, one] of groups) {
      expect(await estimatesOf(one)).toEqual(await estimatesOf(ConcentrationMeasure.of(rows.get(key)!)));
    }
    const people = await peopleOf(context, asked, Measure.HOURS);
    const { expertIds, totals } = (await readDistributions(context, asked, Measure.HOURS, null)).get(0)!;
    const all = ranking(expertIds, totals);
    for (const share of [0.2, 0.5, 1])
      expect(await people.countHolding(share)).toBe(fewestHolding(all, share));
    const around = await people.read({ kind: 'AROUND', total: all[700]!.total });
    expect(around).toContainEqual(all[700]);
  });
});

describe('a ranking that is stored in pieces', () => {
  test('is the ranking of everybody, wherever it is opened', async () => {
    const people = await peopleOf(context, scope, Measure.AMOUNT);
    const { expertIds, totals } = (await live('null 0')).distribution;
    const all = ranking(expertIds, totals);
    expect(people.contributors).toBe(all.length);
    for (const place of [0, 1, 1023, 1024, 2500, all.length - 1]) {
      const own = all[place]!;
      const stretch = await people.read({ kind: 'AROUND', total: own.total });
      expect(stretch).toContainEqual(own);
      expect(stretch.length).toBeLessThanOrEqual(3 * 1024);
    }
    for (const share of [0.1, 0.5, 0.9, 1]) {
      expect(await people.countHolding(share)).toBe(fewestHolding(all, share));
    }
  });

  test('is paged from either end, through every seam, without losing or repeating anybody', async () => {
    const page = async (args: string): Promise<Page> => {
      const query = `{ dataset(slug: "market") { rankedExperts(measure: AMOUNT, ${args}) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { rank total } } } }`;
      return (await ask<{ dataset: { rankedExperts: Page } }>(database, query)).dataset.rankedExperts;
    };
    const ranks: number[] = [];
    let after = '';
    for (;;) {
      const { nodes, pageInfo, totalCount } = await page(`first: 100${after}`);
      ranks.push(...nodes.map(({ rank }) => rank));
      if (!pageInfo.hasNextPage) {
        expect(ranks).toEqual(Array.from({ length: totalCount }, (_, i) => i + 1));
        break;
      }
      after = `, after: "${pageInfo.endCursor}"`;
    }
    const last = await page('last: 50');
    expect(last.nodes.map(({ rank }) => rank)).toEqual(ranks.slice(-50));
    const before = await page(`last: 50, before: "${last.pageInfo.startCursor}"`);
    expect(before.nodes.map(({ rank }) => rank)).toEqual(ranks.slice(-100, -50));
  });

  test('gives an expert the standing that adding up gives', async () => {
    const query = `{ dataset(slug: "market") { experts(first: 12) { nodes { pseudonym standing(measure: HOURS) {
      rank total share cumulativeShare } } } } }`;
    const from = await ask(database, query);
    const client = await database.pool.connect();
    await dropCells(client, scope.dataset.rowId);
    client.release();
    await database.pool.query(`update dataset set alterations = alterations + 1 where slug = 'market'`);
    expect(await ask(database, query)).toEqual(from);
  });
});

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  nodes: { rank: number; total: number }[];
}
