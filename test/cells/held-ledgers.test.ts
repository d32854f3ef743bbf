import 'reflect-metadata';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldQuestionOf } from '../../server/analytics/cells/held-question.sql.ts';
import { readLiveTotals } from '../../server/analytics/cells/live-totals.sql.ts';
import { storeFor } from '../../server/analytics/earning-filter/store.ts';
import { Dimension, ledgerScope } from '../../server/analytics/earning-filter/index.ts';
import { wantDays } from '../../server/cells/days/wanted-days.ts';
import { fillDays, heldCells } from '../../server/cells/index.ts';
import { heldNames, warm } from '../../server/cells/held/held-ledgers.ts';
import { followReleases } from '../../server/cells/held/keep-warm.ts';
import { summarise } from '../../server/cells/summarise.ts';
import { createContext } from '../../server/graphql/context.ts';
import { Measure } from '../../server/market/datasets/dataset.enums.ts';
import { eraseExpert } from '../../server/imports/ledger/erase-expert.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';
import { datasetOf } from '../analytics/earning-filter/seeded-dataset.ts';
import { seededRows } from '../analytics/earning-filter/seeded-rows.ts';
import { nodeId } from '../../server/graphql/node-id.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

const releases = 3;
let database: TestDatabase;
let projects: string[];
const measures = [Measure.AMOUNT, Measure.HOURS, Measure.UNITS] as const;

beforeAll(async () => {
  database = await openSeededDatabase();
  let rows: LedgerRow[] = [];
  for (let release = 1; release <= releases; release++) {
    // Some rows go, others come: reversals, several currencies and none, undated rows, work without a project.
    rows = [...rows.filter((_row, i) => i % 4 !== release), ...seededRows(release, 150)];
    await publishLedger(database, 'held', rows);
  }
  rows = seededRows(1, 150);
  await publishLedger(database, 'grows', rows);
  await publishLedger(database, 'grows', [...rows, ...seededRows(2, 50)]);
  await database.pool.query(
    `update expert set country = (array['FR', 'US', null])[1 + id % 3] where dataset_id = (select id from dataset where slug = 'held')`,
  );
  const found = await database.pool.query<{ id: number; key: string }>(
    `select id, key from project where dataset_id = (select id from dataset where slug = 'held') order by key`,
  );
  const { rows: own } = await database.pool.query<{ id: number }>(
    `select id from dataset where slug = 'held'`,
  );
  for (const measure of measures) wantDays(database.orm.em.getDriver(), own[0]!.id, measure);
  expect(await fillDays(database, AbortSignal.timeout(60_000))).toBe(measures.length * releases);
  projects = found.rows.map(({ id }) => nodeId('Project', id));
});
afterAll(() => database.drop());

const some = <Value>(...values: Value[]): fc.Arbitrary<Value[] | undefined> =>
  fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined, freq: 2 });

const noFilter = {
  ...{ sector: undefined, profession: undefined, country: undefined },
  ...{ from: undefined, to: undefined, project: undefined },
};

const questions = fc.record({
  measure: fc.constantFrom(...measures),
  dimension: fc.constantFrom(null, ...Object.values(Dimension)),
  release: fc.integer({ min: 1, max: releases }),
  keepAll: fc.boolean(),
  heldBefore: fc.option(fc.integer({ min: 1, max: releases - 1 }), { nil: null, freq: 2 }),
  filter: fc.record({
    sector: some('held.a', 'held.b', 'law'),
    profession: some('23-1011', '15-1252'),
    country: some('FR', 'US', 'DE'),
    from: fc.option(
      fc.constantFrom('2023-10-01', '2024-01-01', '2024-01-05', '2024-02-10', '2024-07-01', '2024-09-20'),
      { nil: undefined, freq: 2 },
    ),
    to: fc.option(
      fc.constantFrom('2024-01-12', '2024-02-15', '2024-03-28', '2024-03-31', '2024-08-20', '2025-06-30'),
      { nil: undefined, freq: 2 },
    ),
    project: fc.option(fc.subarray([0, 1, 2], { minLength: 1 }), { nil: undefined, freq: 2 }),
  }),
});

type Question = typeof questions extends fc.Arbitrary<infer Made> ? Made : never;
const asks = (dimension: Dimension | null, filter: Partial<Question['filter']>): Question => ({
  ...{ measure: Measure.AMOUNT, dimension, release: releases, keepAll: true, heldBefore: null },
  filter: { ...noFilter, ...filter },
});
/** One question that each store answers: by chance alone one of them is left out now and then. */
const oneOfEach = [
  asks(Dimension.SECTOR, { sector: ['held.a'] }),
  asks(null, { from: '2024-01-05' }),
  asks(Dimension.PROJECT, { project: [0, 1] }),
];

describe('columns that are held in memory', () => {
  test('give every cell that adding up in the database gives, to the last digit, of any filter, parting and release', async () => {
    let compared = 0;
    const stores = new Set<string>();
    await fc.assert(
      fc.asyncProperty(questions, async ({ measure, dimension, release, keepAll, heldBefore, filter }) => {
        if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) return;
        const context = createContext(database);
        const asked = { ...filter, project: filter.project?.map((at) => projects[at]!) };
        const scope = await ledgerScope(context, await datasetOf(database, 'held'), asked as never, release);
        const { conditions, ledger, alterations, dataset } = scope;
        const store = storeFor(conditions, { dimension });
        stores.add(store);
        const rollup = store === 'project_rollup' ? store : ('expert_rollup' as const);
        const question = (await heldQuestionOf(context, scope, measure, dimension))!;
        const source = { datasetId: dataset.rowId, version: releases, alterations, rollup, measure };
        // Nobody's yet: what is held of a former release is brought up to the newest.
        const owner = {};
        if (heldBefore !== null) await warm(owner, context.kysely, { ...source, version: heldBefore });
        const { kysely, primary, pool } = context;
        const held = await heldCells({ owner, kysely, primary, pool }, source, question, keepAll);
        const codes = measure === Measure.AMOUNT ? ['', 'EUR', 'USD'] : [''];
        const totals = await readLiveTotals(context.kysely, {
          ledger,
          measure,
          conditions,
          dimension,
          codes,
        });
        const expected = summarise({ totals, measures: [measure], currencyCodes: codes, keepAll });
        const sorted = (cells: typeof expected): typeof expected =>
          cells.toSorted((a, b) => a.key - b.key || (a.currency < b.currency ? -1 : 1));
        expect(sorted(held!)).toEqual(sorted(expected));
        compared += expected.length;
      }),
      { numRuns: 300, examples: oneOfEach.map((question) => [question]) },
    );
    expect(compared).toBeGreaterThan(100);
    expect([...stores].sort()).toEqual(['earning', 'expert_rollup', 'project_rollup']);
  });

  test.each(['expert_rollup', 'project_rollup'] as const)(
    'are read of %s once: later releases are put behind, where these take nothing off',
    async (rollup) => {
      const owner = {};
      const { id } = (
        await database.pool.query<{ id: number }>(`select id from dataset where slug = 'grows'`)
      ).rows[0]!;
      const hold = async (version: number): Promise<number> => {
        const before = database.statements.length;
        await warm(owner, database.kysely, {
          datasetId: id,
          version,
          alterations: 0,
          rollup,
          measure: Measure.HOURS,
        });
        return database.statements.slice(before).filter((sql) => sql.includes(rollup)).length;
      };
      expect(await hold(1)).toBeGreaterThan(1);
      expect(await hold(2)).toBe(1);
      expect(await hold(2)).toBe(0);
      expect(heldNames(owner).map(({ version }) => version)).toEqual([2]);
    },
  );

  test('are brought up to a release before anybody asks', async () => {
    const owner = database.orm.em.getDriver();
    const { rows } = await database.pool.query<{ id: number }>(`select id from dataset where slug = 'grows'`);
    const datasetId = rows[0]!.id;
    const name = {
      datasetId,
      version: 1,
      alterations: 0,
      rollup: 'expert_rollup',
      measure: 'UNITS',
    } as const;
    await warm(owner, database.kysely, name);
    const held = () => heldNames(owner).filter((other) => other.datasetId === datasetId);
    expect(held()).toEqual([name]);
    await followReleases(database, new AbortController().signal);
    expect(held()).toEqual([{ ...name, version: 2 }]);
  });

  test('are others once somebody was erased', async () => {
    const ask = async (): Promise<number> => {
      const context = createContext(database);
      const scope = await ledgerScope(context, await datasetOf(database, 'held'));
      const question = (await heldQuestionOf(context, scope, Measure.UNITS, null))!;
      const { dataset, alterations } = scope;
      const source = { datasetId: dataset.rowId, version: releases, alterations, measure: Measure.UNITS };
      const [cell] = (await heldCells(
        { ...context, owner: context.em.getDriver() },
        { ...source, rollup: 'expert_rollup' },
        question,
        false,
      ))!;
      return cell!.values.contributors + cell!.values.excluded;
    };
    const before = await ask();
    const { rows } = await database.pool.query<{ pseudonym: string }>(
      `select pseudonym from expert where dataset_id = (select id from dataset where slug = 'held') order by id limit 1`,
    );
    await eraseExpert(database.pool, { slug: 'held', expert: rows[0]!.pseudonym });
    expect(await ask()).toBe(before - 1);
    const { rows: days } = await database.pool.query(
      'select from day_column union all select from day_build',
    );
    expect(days).toEqual([]);
  });
});
