import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';
import { publishLedger } from '../earning-filter/publish-ledger.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
  await publishLedger(database, 'pilot', [
    { expert: 'a', project: 'x', sector: 'law', profession: '23-1011', date: '2024-02', units: 5 },
    { expert: 'b', project: 'x', sector: 'law', date: '2024-05', units: 1 },
    { expert: 'b', project: 'y', sector: 'own', profession: '23-1011', date: '2025-05', units: 9 },
    { expert: 'c', units: 2 },
  ]);
});
afterAll(() => database.drop());

interface Group {
  key: string;
  label: string;
  concentration: { contributors: number; total: number };
}

async function groups(dimension: string, locale = 'EN', filter = '{}'): Promise<string[]> {
  const { dataset } = await ask<{ dataset: { concentrationBy: Group[] } }>(
    database,
    `{ dataset(slug: "pilot") { concentrationBy(measure: UNITS, dimension: ${dimension}, filter: ${filter}) {
      key label(locale: ${locale}) concentration { contributors total } } } }`,
  );
  return dataset.concentrationBy.map(
    ({ key, label, concentration: { contributors, total } }) =>
      `${key} | ${label} | ${contributors} | ${total}`,
  );
}

test('sectors come with the largest total first, rows without one as a group of their own', async () => {
  expect(await groups('SECTOR')).toEqual([
    'pilot.own | own | 1 | 9',
    'law | Law | 2 | 6',
    'unknown | Not stated | 1 | 2',
  ]);
  expect(await groups('SECTOR', 'FR')).toContain('law | Droit | 2 | 6');
});

test('professions are named by SOC code and title', async () => {
  expect(await groups('PROFESSION')).toEqual(['23-1011 | Lawyers | 2 | 14', 'unknown | Not stated | 2 | 3']);
});

test('projects are named by id and name', async () => {
  const [y, x, none] = await groups('PROJECT');
  expect(y).toMatch(/^\S+ \| y \| 1 \| 9$/);
  expect(x).toMatch(/^\S+ \| x \| 2 \| 6$/);
  expect(none).toBe('unknown | Not stated | 1 | 2');
});

test('quarters and years are named by date, undated rows apart', async () => {
  expect(await groups('QUARTER', 'FR')).toEqual([
    '2025-Q2 | T2 2025 | 1 | 9',
    '2024-Q1 | T1 2024 | 1 | 5',
    'undated | Sans date | 1 | 2',
    '2024-Q2 | T2 2024 | 1 | 1',
  ]);
  expect(await groups('YEAR')).toEqual([
    '2025 | 2025 | 1 | 9',
    '2024 | 2024 | 2 | 6',
    'undated | Undated | 1 | 2',
  ]);
});

test('a filter holds in every group', async () => {
  expect(await groups('PROJECT', 'EN', '{ from: "2024-05-01" }')).toEqual([
    expect.stringContaining('| y | 1 | 9'),
    expect.stringContaining('| x | 1 | 1'),
  ]);
  expect(await groups('SECTOR', 'EN', '{ dataset: ["mmteb"] }')).toEqual([]);
});
