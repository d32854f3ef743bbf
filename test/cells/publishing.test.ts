import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../analytics/earning-filter/ask.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const releases = 4;
const query = `{ dataset(slug: "moving") { version
  whole: concentration(measure: UNITS) { contributors total }
  sectors: concentrationBy(measure: UNITS, dimension: SECTOR) { concentration { total } }
  projects: concentrationBy(measure: UNITS, dimension: PROJECT) { concentration { total } }
  rows: concentration(measure: UNITS, filter: { from: "2024-01-02" }) { total } } }`;

interface Seen {
  version: number;
  whole: { contributors: number; total: number };
  sectors: { concentration: { total: number } }[];
  projects: { concentration: { total: number } }[];
  rows: { total: number };
}

/** Release r: r rows for each of forty people, so that whole and parts say which release they are of. */
function rowsOf(release: number): LedgerRow[] {
  return Array.from({ length: 40 * release }, (_, i) => ({
    expert: `e${i % 40}`,
    sector: `s${i % 3}`,
    project: `p${i % 5}`,
    date: '2024-02-01',
    units: 1 + Math.floor(i / 40),
  }));
}

test('whoever reads while releases are published sees each of them whole, or not at all', async () => {
  await publishLedger(database, 'moving', rowsOf(1));
  const seen: Seen[] = [];
  let over = false;
  const publishing = (async () => {
    for (let release = 2; release <= releases; release++) {
      await publishLedger(database, 'moving', rowsOf(release));
    }
  })().finally(() => (over = true));
  const reader = async (): Promise<void> => {
    do seen.push((await ask<{ dataset: Seen }>(database, query)).dataset);
    while (!over);
  };
  await Promise.all([reader(), reader(), publishing]);
  await reader();
  const sum = (groups: Seen['sectors']): number =>
    groups.reduce((total, { concentration }) => total + concentration.total, 0);
  for (const { version, whole, sectors, projects, rows } of seen) {
    const expected = (40 * version * (version + 1)) / 2;
    const said = [whole.total, sum(sectors), sum(projects), rows.total];
    expect({ version, contributors: whole.contributors, said }).toEqual({
      version,
      contributors: 40,
      said: [expected, expected, expected, expected],
    });
  }
  expect(new Set(seen.map(({ version }) => version)).size).toBeGreaterThan(1);
});
