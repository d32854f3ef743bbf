import 'reflect-metadata';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CellMeasure } from '../../server/analytics/concentration/cell-measure.ts';
import { ConcentrationMeasure } from '../../server/analytics/concentration/concentration.measure.ts';
import { measuredByOf, measuredOf } from '../../server/analytics/concentration/measured-of.ts';
import type { Measured } from '../../server/analytics/concentration/measured.ts';
import { Dimension, emptyDistribution, ledgerScope } from '../../server/analytics/earning-filter/index.ts';
import type { MeasuredRates } from '../../server/analytics/hourly-rates/measured-rates.ts';
import { ratesOf } from '../../server/analytics/hourly-rates/rates-of.ts';
import { StoredRateMeasure } from '../../server/analytics/hourly-rates/stored-rates.ts';
import { dropCells, fillCells } from '../../server/cells/index.ts';
import { createContext } from '../../server/graphql/context.ts';
import { eraseExpert } from '../../server/imports/ledger/erase-expert.ts';
import { Measure } from '../../server/market/datasets/dataset.enums.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { factsOf, type Fact } from '../analytics/earning-filter/brute-force.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';
import { datasetOf } from '../analytics/earning-filter/seeded-dataset.ts';
import { seededRows } from '../analytics/earning-filter/seeded-rows.ts';
import { rawDistributions } from './raw-distribution.ts';
import { rawRates } from './raw-rates.ts';
import { estimatesOf, rounded } from './statements-of.ts';

const releases = 3;
const ledgers = ['mixed', 'dollars', 'unpaid'] as const;
type Ledger = (typeof ledgers)[number];

let database: TestDatabase;
const facts = new Map<Ledger, Fact[]>();

beforeAll(async () => {
  database = await openSeededDatabase();
  for (const [seed, slug] of ledgers.entries()) {
    let rows: LedgerRow[] = [];
    for (let release = 1; release <= releases; release++) {
      // Some rows go, others come: each release adds and reverses, and the last leaves one sector without any.
      const added = seededRows(seed * 10 + release, 120).map((row) => ({ ...row, ...moneyOf[slug](row) }));
      rows = [...rows.filter((_row, i) => i % 4 !== release), ...added];
      if (release === releases) rows = rows.filter(({ sector }) => sector !== 'b');
      await publishLedger(database, slug, rows);
    }
    facts.set(slug, await factsOf(database, slug));
  }
});
afterAll(() => database.drop());

/** Money in several currencies and none, in one, in none at all. */
const moneyOf: Record<Ledger, (row: LedgerRow) => Partial<LedgerRow>> = {
  mixed: () => ({}),
  dollars: ({ amount }) => ({ currency: 'USD', amount: amount ?? 7.5 }),
  unpaid: () => ({ currency: undefined, amount: undefined }) as Partial<LedgerRow>,
};

interface Question {
  slug: Ledger;
  release: number;
  measure: Measure;
  dimension: Dimension | null;
  currency: string | null;
}

const questions = fc.record<Question>({
  slug: fc.constantFrom(...ledgers),
  release: fc.integer({ min: 1, max: releases }),
  measure: fc.constantFrom(Measure.AMOUNT, Measure.HOURS, Measure.UNITS),
  dimension: fc.constantFrom(null, ...Object.values(Dimension)),
  currency: fc.constantFrom('USD', 'EUR', 'JPY'),
});

/** What is answered, part by part. */
async function answered({
  slug,
  release,
  measure,
  dimension,
  currency,
}: Question): Promise<Map<number, Measured>> {
  const context = createContext(database);
  const filter = measure === Measure.AMOUNT ? { currency } : {};
  const scope = await ledgerScope(context, await datasetOf(database, slug), filter as never, release);
  if (dimension === null) return new Map([[0, await measuredOf(context, scope, measure)]]);
  return new Map(await measuredByOf(context, scope, measure, dimension));
}

/** The same from raw facts, as they stood at the release. */
function expected({ slug, release, measure, dimension, currency }: Question): Map<number, Measured> {
  const standing = facts.get(slug)!.filter((fact) => fact.release <= release);
  const paid = slug !== 'unpaid' && measure === Measure.AMOUNT;
  const raw = rawDistributions(standing, measure, dimension, paid ? currency : null);
  if (dimension === null && raw.size === 0) raw.set(0, emptyDistribution);
  return new Map([...raw].map(([key, each]) => [key, ConcentrationMeasure.of(each)]));
}

async function said(groups: Map<number, Measured>): Promise<unknown> {
  const sorted = [...groups].sort(([a], [b]) => a - b);
  return Promise.all(sorted.map(async ([key, one]) => [key, rounded(await estimatesOf(one))]));
}

/** What is said of hourly rates, with a ladder on the grid and one between its points. */
async function ratesSaid(groups: ReadonlyMap<number, MeasuredRates>): Promise<unknown> {
  const said = [...groups].map(async ([key, rates]) => {
    const { engagements, contributors, leftOut, cell } = rates;
    const counts = { key, engagements, contributors, leftOut, total: cell.total, largest: cell.largest };
    if (engagements === 0) return counts;
    const quantiles = [0.1, 0.25, 0.5, 0.75, 0.9].map((p) => rates.quantile(p));
    const ladders = [
      await rates.ladder(101, null),
      await rates.ladder(8, null),
      await rates.ladder(5, [0.1, 0.5]),
    ];
    return { ...counts, mean: rates.mean, quantiles, ladders };
  });
  return rounded((await Promise.all(said)).sort((a, b) => a.key - b.key));
}

describe('what is stored says what the facts say, row by row', () => {
  test('of every part, measure, currency and release, reversals netted', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const groups = await answered(question);
        for (const one of groups.values()) expect(one).toBeInstanceOf(CellMeasure);
        expect(await said(groups)).toEqual(await said(expected(question)));
      }),
      { numRuns: 100 },
    );
  });

  test('of one sector, profession, quarter or year named by a filter as in the table of all of them', async () => {
    const context = createContext(database);
    const dataset = await datasetOf(database, 'dollars');
    const filters = [
      { sector: ['dollars.a'] },
      { profession: ['23-1011'] },
      { from: '2024-01-01', to: '2024-03-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ];
    const groups = [Dimension.SECTOR, Dimension.PROFESSION, Dimension.QUARTER, Dimension.YEAR];
    for (const [i, filter] of filters.entries()) {
      const scope = await ledgerScope(context, dataset, filter as never);
      const one = await measuredOf(context, scope, Measure.HOURS);
      expect(one).toBeInstanceOf(CellMeasure);
      const all = await answered({
        slug: 'dollars',
        release: releases,
        measure: Measure.HOURS,
        dimension: groups[i]!,
        currency: null,
      });
      const [text] = (await said(new Map([[0, one]]))) as [unknown[]];
      const table = (await said(all)) as unknown[][];
      expect(table.map(([, each]) => each)).toContainEqual(text[1]);
    }
  });

  test('of the hourly rates of the whole and of each project', async () => {
    await fc.assert(
      fc.asyncProperty(questions, fc.boolean(), async ({ slug, release, currency }, parted) => {
        const dimension = parted ? Dimension.PROJECT : null;
        const context = createContext(database);
        const scope = await ledgerScope(
          context,
          await datasetOf(database, slug),
          { currency } as never,
          release,
        );
        const { groups } = await ratesOf(context, scope, dimension, false);
        for (const one of groups.values()) expect(one).toBeInstanceOf(StoredRateMeasure);
        const standing = facts.get(slug)!.filter((fact) => fact.release <= release);
        const paid = slug === 'unpaid' ? null : currency;
        expect(await ratesSaid(groups)).toEqual(await ratesSaid(rawRates(standing, dimension, paid)));
      }),
      { numRuns: 40 },
    );
  });

  test('a part that a release does not touch keeps its cells', async () => {
    const rows: LedgerRow[] = [
      { expert: 'a', sector: 's', date: '2024-01-10', units: 3 },
      { expert: 'b', sector: 't', date: '2024-05-10', units: 4 },
    ];
    await publishLedger(database, 'parted', rows);
    await publishLedger(database, 'parted', [
      ...rows,
      { expert: 'c', sector: 't', date: '2024-06-10', units: 5 },
    ]);
    const { rows: found } = await database.pool.query<{ version: number; key: string }>(
      `select dimension || ' ' || coalesce(sector.slug, group_key::text) as key, cell.version from cell
       left join sector on dimension = 'SECTOR' and sector.id = group_key
       where measure = 'UNITS' and cell.dataset_id = (select id from dataset where slug = 'parted')
         and dimension in ('ALL', 'SECTOR', 'QUARTER') order by 1, 2`,
    );
    expect(found.map(({ key, version }) => `${key} @${version}`)).toEqual([
      'ALL 0 @1',
      'ALL 0 @2',
      'QUARTER 8096 @1',
      'QUARTER 8097 @1',
      'QUARTER 8097 @2',
      'SECTOR parted.s @1',
      'SECTOR parted.t @1',
      'SECTOR parted.t @2',
    ]);
  });

  test('a person who is erased is in no cell, and former releases are answered from the rollups', async () => {
    const { rows } = await database.pool.query<{ id: number; pseudonym: string }>(
      `select id, pseudonym from expert where dataset_id = (select id from dataset where slug = 'unpaid') order by id limit 1`,
    );
    await eraseExpert(database.pool, { slug: 'unpaid', expert: rows[0]!.pseudonym });
    facts.set('unpaid', await factsOf(database, 'unpaid'));
    for (const release of [1, releases]) {
      const question: Question = {
        slug: 'unpaid',
        release,
        measure: Measure.UNITS,
        dimension: Dimension.SECTOR,
        currency: null,
      };
      const groups = await answered(question);
      for (const one of groups.values()) expect(one instanceof CellMeasure).toBe(release === releases);
      expect(await said(groups)).toEqual(await said(expected(question)));
    }
  });

  test('a database that is older than cells is given them, once', async () => {
    await publishLedger(database, 'older', seededRows(99, 100));
    const client = await database.pool.connect();
    const dataset = await datasetOf(database, 'older');
    await dropCells(client, dataset.rowId);
    client.release();
    const ask = async (): Promise<Measured> => {
      const context = createContext(database);
      return measuredOf(context, await ledgerScope(context, dataset), Measure.UNITS);
    };
    const live = await ask();
    expect(live).toBeInstanceOf(ConcentrationMeasure);
    expect(await fillCells(database)).toBe(1);
    expect(await fillCells(database)).toBe(0);
    const stored = await ask();
    expect(stored).toBeInstanceOf(CellMeasure);
    expect(await estimatesOf(stored)).toEqual(await estimatesOf(live));
  });
});
