import 'reflect-metadata';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conditionsOf, type EarningConditions } from '../../../server/analytics/earning-filter/conditions.ts';
import { readContributorTotals } from '../../../server/analytics/earning-filter/contributor-totals.sql.ts';
import {
  Dimension,
  entriesOf,
  matchingEarnings,
  storeFor,
} from '../../../server/analytics/earning-filter/index.ts';
import { Measure } from '../../../server/market/datasets/dataset.enums.ts';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { factsOf, groupOf, matches, type Fact } from './brute-force.ts';
import { publishLedger, type LedgerRow } from './publish-ledger.ts';
import { seededRows } from './seeded-rows.ts';

const slug = 'stores';
const releases = 3;

let database: TestDatabase;
let facts: Fact[];
let datasetId: number;
let releaseIds: number[];
let projects: number[];
let experts: number[];
const sectors = ['stores.a', 'stores.b', 'law', 'nowhere'];
const professions = ['23-1011', '15-1252'];
const organisations = ['mercor', 'outlier', 'openai'];
const countries = ['US', 'FR', 'KE'];

beforeAll(async () => {
  database = await openSeededDatabase();
  let rows: LedgerRow[] = [];
  for (let release = 1; release <= releases; release++) {
    // Some rows of the last release are gone, others are new: each release adds and reverses.
    rows = [...rows.filter((_row, i) => i % 5 !== release), ...seededRows(release, 150)];
    await publishLedger(database, slug, rows);
  }
  await sql`update project set platform_id = (select id from organisation where slug = 'mercor')
    where key in ('p1', 'p2')`.execute(database.kysely);
  await sql`update project set laboratory_id = (select id from organisation where slug = 'openai')
    where key in ('p2', 'p3')`.execute(database.kysely);
  await sql`update expert set country = (array['US', 'FR', null])[1 + id % 3]
    where dataset_id = (select id from dataset where slug = ${slug})`.execute(database.kysely);
  facts = await factsOf(database, slug);
  const dataset = database.kysely.selectFrom('dataset').select('id').where('slug', '=', slug);
  datasetId = (await dataset.executeTakeFirstOrThrow()).id;
  const published = database.kysely.selectFrom('release').select('id').where('dataset_id', '=', datasetId);
  releaseIds = (await published.orderBy('number').execute()).map(({ id }) => id);
  projects = [...new Set(facts.map(({ project }) => project))];
  experts = [...new Set(facts.map(({ expert }) => expert))];
});
afterAll(() => database.drop());

/** Mostly nothing, so that filters of few conditions, which match something, are as many as others. */
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const listOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value[] | null> =>
  seldom(fc.subarray([...values]));

const day = fc.constantFrom(
  '2024-01-01',
  '2024-03-31',
  '2024-04-01',
  '2024-08-15',
  '2024-12-31',
  '2025-06-30',
);

function conditions(): fc.Arbitrary<EarningConditions> {
  return fc.record({
    expert: listOf(experts),
    sector: listOf(sectors),
    profession: listOf(professions),
    project: listOf(projects),
    platform: listOf(organisations),
    laboratory: listOf(organisations),
    country: listOf(countries),
    from: seldom(day),
    to: seldom(day),
    currency: seldom(fc.constantFrom('USD', 'EUR')),
  });
}

const question = (): fc.Arbitrary<{
  asked: EarningConditions;
  measure: Measure;
  dimension: Dimension | null;
  version: number;
}> =>
  fc.record({
    asked: conditions(),
    measure: fc.constantFrom(Measure.UNITS, Measure.HOURS, Measure.AMOUNT),
    dimension: seldom(fc.constantFrom(...Object.values(Dimension))),
    version: fc.integer({ min: 1, max: releases }),
  });

test('whichever store answers, any filter at any release gives what the facts give one by one', async () => {
  const stores = new Set<string>();
  let withRows = 0;
  await fc.assert(
    fc.asyncProperty(question(), async ({ asked, measure, dimension, version }) => {
      stores.add(storeFor(asked, { dimension }));
      const ledger = { datasetId, version, releaseIds: releaseIds.slice(0, version) };
      const rows = await readContributorTotals(database.kysely, [ledger], measure, asked, dimension);
      const answer = rows.map(({ groupKey, expertId, currency, total }) => [
        `${groupKey} ${expertId} ${currency}`,
        rounded(total),
      ]);
      if (rows.length > 0) withRows += 1;
      const expected = byHand(asked, measure, dimension, version);
      expect(Object.fromEntries(answer)).toEqual(expected);
    }),
    { numRuns: 250, seed: 1 },
  );
  expect(withRows).toBeGreaterThan(50);
  expect([...stores].sort()).toEqual(['earning', 'expert_rollup', 'project_rollup']);
});

test('all three stores answer alike where each can', async () => {
  const nothing = conditionsOf(null);
  const ledger = { datasetId, version: 2, releaseIds: releaseIds.slice(0, 2) };
  const [first, ...others] = await Promise.all(
    (['expert_rollup', 'project_rollup', 'earning'] as const).map((store) =>
      sql`select expert_id, sum(units) as units, sum(hours) as hours, sum(amount_minor) as amount
        ${matchingEarnings(store, [ledger], nothing)}
        group by expert_id having ${entriesOf(store)} > 0 order by expert_id`.execute(database.kysely),
    ),
  );
  expect(first!.rows.length).toBeGreaterThan(5);
  for (const other of others) expect(other.rows).toEqual(first!.rows);
});

/** Net totals by group, expert and, for money, currency; only where rows are left after reversals. */
function byHand(
  asked: EarningConditions,
  measure: Measure,
  dimension: Dimension | null,
  version: number,
): Record<string, number | null> {
  const cells = new Map<string, { entries: number; total: number | null }>();
  for (const fact of facts) {
    if (fact.release > version || !matches(fact, asked)) continue;
    // Of money, other currencies are read too, to be counted.
    if (measure !== Measure.AMOUNT && asked.currency !== null && fact.currency !== asked.currency) continue;
    const currency = measure === Measure.AMOUNT ? (fact.currency ?? '') : '';
    const key = `${groupOf(fact, dimension)} ${fact.expert} ${currency}`;
    const cell = cells.get(key) ?? { entries: 0, total: null };
    const value = { UNITS: fact.units, HOURS: fact.hours, AMOUNT: fact.amount, IMPROVEMENT: null }[measure];
    cells.set(key, {
      entries: cell.entries + (fact.reversal ? -1 : 1),
      total: value === null ? cell.total : (cell.total ?? 0) + value,
    });
  }
  const left = [...cells].filter(([, { entries }]) => entries > 0);
  return Object.fromEntries(left.map(([key, { total }]) => [key, rounded(total)]));
}

/** To six decimals: the database adds decimals exactly, this test does not. */
function rounded(total: number | null): number | null {
  return total === null ? null : Math.round(total * 1e6) / 1e6 + 0;
}
