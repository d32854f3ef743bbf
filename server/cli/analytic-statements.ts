import { sql } from 'kysely';
import { readContributorTotals } from '../analytics/earning-filter/contributor-totals.sql.ts';
import { Dimension } from '../analytics/earning-filter/dimension.ts';
import { conditionsOf, type EarningConditions } from '../analytics/earning-filter/conditions.ts';
import { countUndated } from '../analytics/earning-filter/undated.sql.ts';
import { entryLines } from '../analytics/guard/ledger-entries.sql.ts';
import { readEngagements } from '../analytics/hourly-rates/engagements.sql.ts';
import {
  countFormerEmployers,
  datasetsWithFormerEmployers,
} from '../analytics/know-how/former-employers.sql.ts';
import { readCandidates } from '../analytics/matching/candidates.sql.ts';
import { countContributors } from '../analytics/project-contributors/project-contributors.sql.ts';
import { readReleaseDeltas } from '../analytics/releases/release-deltas.sql.ts';
import { cellDimensions } from '../cells/cell-words.ts';
import { findCells } from '../cells/find-cells.sql.ts';
import { readRanking } from '../cells/find-ranking.sql.ts';
import { findDayBuilds, isUnaltered } from '../cells/days/find-days.sql.ts';
import { readAddedBlocks } from '../cells/held/read-added.sql.ts';
import { readBlock } from '../cells/held/read-columns.sql.ts';
import { copyEarningsSql } from '../exports/earnings.sql.ts';
import { exportColumns } from '../exports/columns.ts';
import { createContext, type Context } from '../graphql/context.ts';
import { OrderDirection } from '../graphql/paging/order-direction.ts';
import { countListed, readPage } from '../graphql/paging/read-page.ts';
import { readPagesOf } from '../graphql/paging/read-pages-of.ts';
import type { DatasetVersion } from '../graphql/versions.ts';
import { Measure } from '../market/datasets/dataset.enums.ts';
import { EarningOrderField, type EarningFilter } from '../market/earnings/earning.inputs.ts';
import { listEarnings } from '../market/earnings/earning.reads.ts';
import { readBackgrounds } from '../market/experts/expert-backgrounds.reads.ts';
import { ExpertOrderField, type ExpertFilter } from '../market/experts/expert.inputs.ts';
import { listExperts } from '../market/experts/expert.reads.ts';
import { readTotals } from '../market/experts/expert-totals.reads.ts';
import { ProjectOrderField } from '../market/projects/project.inputs.ts';
import { listProjects } from '../market/projects/project.reads.ts';
import { sectorsByDataset } from '../market/sectors/sector.reads.ts';
import { Recorder } from './recorded-statements.ts';

const dataset: DatasetVersion = {
  ...{ id: 1, slug: 'one', kind: 'LEDGER', protected: false, retired: false, version: 2, alterations: 0 },
  ...{ state: '1', releaseIds: [1, 2], cellMeasure: null },
};
const ledgers = [{ datasetId: 1, version: 2, releaseIds: [1, 2] }];
const page = { size: 25, fromEnd: false, after: null, before: null };
const direction = OrderDirection.DESC;

/** Questions that every store answers, and with them every condition of a filter. */
const filters: EarningFilter[] = [
  {},
  { sector: ['law'], profession: ['23-1011'], country: ['FR'], currency: 'USD' },
  { from: '2025-01-01', to: '2025-12-31' },
  { platform: ['one'], laboratory: ['two'] },
  { from: '2025-01-02' },
];

type Ask = (recorder: Recorder, context: Context) => Promise<unknown>;

/** Every statement that reads facts, rollups or cells for an answer; a new one is added here. */
const asked: Record<string, Ask> = {
  ...each('contributor totals', filters, (filter, { kysely }) =>
    inTurn([null, ...Object.values(Dimension)], (by) =>
      readContributorTotals(kysely, ledgers, Measure.AMOUNT, conditions(filter), by),
    ),
  ),
  ...each('undated', filters, (filter, { kysely }) => countUndated(kysely, ledgers, conditions(filter))),
  ...each('engagements', filters, (filter, { kysely }) =>
    inTurn([null, Dimension.SECTOR, Dimension.YEAR], (by) =>
      readEngagements(kysely, ledgers, conditions(filter), by),
    ),
  ),
  'candidates of a match': ({ kysely }) =>
    readCandidates(kysely, dataset, { sectors: ['law'], currency: 'USD' }),
  'contributors of projects': ({ kysely }) => countContributors(kysely, [dataset], [1, 2]),
  'contributors of projects, from cells': ({ kysely }) =>
    countContributors(kysely, [{ ...dataset, cellMeasure: 'UNITS' }], [1, 2]),
  ...each('columns that are held', ['expert_rollup', 'project_rollup'] as const, (rollup, { kysely }) => {
    const source = { datasetId: 1, version: 2, rollup, measure: 'HOURS' as const, codes: ['', 'USD'] };
    return readBlock(kysely, { ...source, divisor: 100 }, [1, 2]);
  }),
  ...each('what is added to them', ['expert_rollup', 'project_rollup'] as const, (rollup, { kysely }) => {
    const source = { datasetId: 1, version: 2, rollup, measure: 'HOURS' as const, codes: ['', 'USD'] };
    return readAddedBlocks(kysely, { ...source, divisor: 100, after: 1 });
  }),
  'columns of days': async ({ kysely }) => {
    await findDayBuilds(kysely, { datasetId: 1, measure: 'HOURS', version: 2 });
    await isUnaltered(kysely, 1, 0);
  },
  'sectors of a dataset': async (_recorder, context) => {
    await sectorsByDataset(context, [1]);
    const counted = new Map([[1, { ...dataset, cellMeasure: 'UNITS' }]]);
    const versions = Object.assign(Object.create(context.versions) as Context['versions'], {
      all: async () => counted,
    });
    await sectorsByDataset({ ...context, versions }, [1]);
  },
  'former employers': async ({ kysely }) => {
    await datasetsWithFormerEmployers(kysely, [dataset]);
    await countFormerEmployers(kysely, dataset);
  },
  'what releases changed': ({ kysely }) => readReleaseDeltas(kysely, 1, 2, Measure.AMOUNT),
  'entries of a protected ledger': async ({ pool }) => {
    const question = { datasetId: 1, release: 2, measure: Measure.AMOUNT, currency: 'USD' };
    for await (const lines of entryLines(pool, question)) void lines;
  },
  'totals of experts': (_recorder, context) => readTotals(context, [1, 2]),
  'backgrounds of contributors': (_recorder, context) => readBackgrounds(context, [1]),
  ...each('earnings', filters, async (filter, { kysely }, context) => {
    const listing = await listEarnings(context, filter, null);
    await readPage(kysely, listing, page);
    await listing.tally?.();
    await countListed(kysely, listing.rows);
  }),
  'earnings of experts': async ({ kysely }, context) => {
    const listing = await listEarnings(context, null, { field: EarningOrderField.UNITS, direction });
    const belongs = (parent: ReturnType<typeof sql<number>>) => sql<boolean>`listed.expert_id = ${parent}`;
    await readPagesOf(kysely, { listing, request: page, belongs, longLists: false }, [1, 2]);
  },
  ...each('experts', Object.values(ExpertOrderField), async (field, { kysely }, context) => {
    const filter: ExpertFilter = { sector: ['law'], profession: ['23-1011'], currency: 'USD' };
    const listing = await listExperts(context, filter, { field, direction });
    await readPage(kysely, listing, page);
    await countListed(kysely, listing.rows);
  }),
  ...each('projects', Object.values(ProjectOrderField), async (field, { kysely }, context) => {
    await readPage(kysely, await listProjects(context, {}, { field, direction }), page);
  }),
  ...each('cells', cellDimensions, (dimension, { kysely }) =>
    findCells(kysely, [{ datasetId: 1, version: 2, alterations: 0 }], 'UNITS', { dimension, one: null }),
  ),
  'a ranking': ({ kysely }) => readRanking(kysely, 1, { kind: 'AROUND', total: 5 }),
  ...each('an export', ['text', 'csv', 'jsonl'] as const, async (shape, { statements }) => {
    const ledger = { datasetId: 1, releaseIds: [1, 2], reversed: true } as Parameters<
      typeof copyEarningsSql
    >[0];
    const names = { columns: exportColumns, sectors: [], currencies: ['USD'] };
    statements.push(copyEarningsSql(ledger, names, shape));
  }),
};

/** The statements by what they are for, each once. */
export async function analyticStatements(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const known = new Set<string>();
  for (const [name, ask] of Object.entries(asked)) {
    const recorder = new Recorder();
    const { kysely, pool } = recorder;
    const orm = { em: { fork: () => null } } as unknown as Parameters<typeof createContext>[0]['orm'];
    const context = createContext({ orm, pool, kysely }, { access: { mayReadLedgers: true } });
    context.deadline.end();
    context.versions.all = async () => new Map([[1, dataset]]);
    await ask(recorder, { ...context, kysely });
    const statements = recorder.statements.filter(
      (statement) => !known.has(statement) && isQuestion(statement),
    );
    for (const statement of statements) known.add(statement);
    if (statements.length > 0) found.set(name, statements);
  }
  return found;
}

function isQuestion(statement: string): boolean {
  return /\b(select|copy)\b/i.test(statement);
}

function conditions(filter: EarningFilter): EarningConditions {
  return conditionsOf(filter);
}

function each<Item>(
  name: string,
  items: readonly Item[],
  ask: (item: Item, recorder: Recorder, context: Context) => Promise<unknown>,
): Record<string, Ask> {
  return Object.fromEntries(
    items.map((item) => [
      `${name}: ${typeof item === 'string' ? item : Object.keys(item as object).join(', ') || 'no filter'}`,
      (recorder: Recorder, context: Context) => ask(item, recorder, context),
    ]),
  );
}

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}
