import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropCells } from '../../server/cells/index.ts';
import type { Access } from '../../server/graphql/access.ts';
import { ask } from '../analytics/earning-filter/ask.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { people } from './people.ts';

/** Sectors of many, of few, of one who has nearly all of it; later releases that change many, and few. */
const first: LedgerRow[] = [
  ...people('law', 40, { sector: 'law', date: '2024-02-10' }),
  ...people('code', 30, { sector: 'code', date: '2025-05-10' }),
  ...people('few', 4, { sector: 'few', date: '2025-08-10' }),
  ...people('rich', 20, { sector: 'rich', date: '2024-11-10' }),
  { expert: 'rich0', project: 'project-rich', sector: 'rich', date: '2024-11-11', units: 9000, hours: 900 },
];
const second = [...first, ...people('new', 3, { sector: 'law', date: '2025-11-10' })];
const third = [...second, ...people('more', 15, { sector: 'code', date: '2025-11-10' })];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const rows of [first, second, third])
    await publishLedger(database, 'private', rows, { protected: true });
});
afterAll(() => database?.drop());

const readers: Access[] = [{ mayReadLedgers: false, mayReadAggregates: true }, { mayReadLedgers: true }];
const releases = [1, 2, 3];
const measures = ['UNITS', 'HOURS', 'AMOUNT'];
const filters: Record<string, string> = {
  whole: '',
  law: 'sector: ["private.law"]',
  code: 'sector: ["private.code"]',
  few: 'sector: ["private.few"]',
  rich: 'sector: ["private.rich"]',
  year: 'from: "2024-01-01", to: "2024-12-31"',
  quarter: 'from: "2025-07-01", to: "2025-09-30"',
  nothing: 'from: "2019-01-01", to: "2019-12-31"',
};
const told = `contributors excluded total reliability suppression { reason threshold } gini { n value } halfShare { n value }
  topShare(fraction: 0.2) { n value } lorenz(points: 11) { populationShare measureShare }`;

/** An answer, or the code of its refusal: what a caller learns. */
async function learned(fields: string, access: Access): Promise<unknown> {
  try {
    return await ask(database, `{ dataset(slug: "private") { ${fields} } }`, { access });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { code: code ?? `not coded: ${message}` };
  }
}

async function learnedFrom(questions: readonly string[]): Promise<[string, unknown][]> {
  const all: [string, unknown][] = [];
  for (const access of readers)
    for (const question of questions) all.push([question, await learned(question, access)]);
  return all;
}

function concentration(release: number, measure: string, filter: string): string {
  return `concentration(measure: ${measure}, release: ${release}, filter: { ${filter} }) { ${told} }`;
}

test('what is stored and what is added up when asked are guarded alike: every answer, reason and refusal', async () => {
  const questions = releases.flatMap((release) => [
    ...measures.flatMap((measure) => [
      ...Object.values(filters).map((filter) => concentration(release, measure, filter)),
      ...['SECTOR', 'PROJECT', 'QUARTER', 'YEAR'].map(
        (dimension) =>
          `concentrationBy(measure: ${measure}, dimension: ${dimension}, release: ${release}) { key concentration { ${told} } }`,
      ),
      `keyExperts(measure: ${measure}, release: ${release}, share: 0.5) { count busFactor suppression { reason } }`,
    ]),
    ...['SECTOR', 'PROJECT'].map(
      (dimension) =>
        `hourlyRates(groupBy: ${dimension}, release: ${release}) { key engagements contributors median p25 p75 suppression { reason } }`,
    ),
  ]);
  const stored = await learnedFrom(questions);
  const client = await database.pool.connect();
  const { rows } = await client.query<{ cells: number; id: number }>(
    'select count(*)::int as cells, min(dataset_id) as id from cell',
  );
  expect(rows[0]!.cells).toBeGreaterThan(0);
  await dropCells(client, rows[0]!.id);
  client.release();
  const live = await learnedFrom(questions);
  expect(live).toEqual(stored);

  // Of each kind there was something to compare, and nothing was misspelt.
  const text = JSON.stringify(stored);
  const reasons = ['TOO_FEW_CONTRIBUTORS', 'DOMINANCE', 'COMPLEMENTARY', 'DISCLOSURE_RISK', 'NO_DATA'];
  const kinds = [...reasons, '"contributors":40', '"measureShare":0.'];
  expect(kinds.filter((kind) => !text.includes(kind))).toEqual([]);
  expect(text.match(/not coded[^"]*/)).toBeNull();
});

test('the same question in other words learns nothing more: a name twice, dates around all that there is', async () => {
  const inOtherWords: Record<string, string> = {
    whole: 'from: "2023-01-01", to: "2026-12-31"',
    law: 'sector: ["private.law", "private.law"]',
    few: 'sector: ["private.few", "private.few"]',
    rich: 'sector: ["private.rich", "private.rich"]',
    year: 'from: "2024-01-01", to: "2024-12-31", sector: ["private.law", "private.code", "private.few", "private.rich"]',
    quarter: 'from: "2025-07-01", to: "2025-09-30", sector: ["private.few"]',
  };
  for (const access of readers) {
    for (const release of releases) {
      for (const [name, words] of Object.entries(inOtherWords)) {
        const plain = await learned(concentration(release, 'UNITS', filters[name]!), access);
        const other = await learned(concentration(release, 'UNITS', words), access);
        // Refusing more is allowed; saying anything that the plain question is not told is not.
        if (!isRefused(other)) expect([name, release, other]).toEqual([name, release, plain]);
      }
    }
  }
});

function isRefused(answer: unknown): boolean {
  const { code, dataset } = answer as {
    code?: string;
    dataset?: { concentration: { suppression: unknown } };
  };
  return code !== undefined || dataset?.concentration.suppression != null;
}
