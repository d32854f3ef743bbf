import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importLedger } from '../../server/imports/ledger/import-ledger.ts';
import type { LedgerProperties } from '../../server/imports/package/descriptor.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const ledger: LedgerProperties = {
  slug: 'pilot',
  title: { en: 'Pilot', fr: 'Pilote' },
  about: { en: '', fr: '' },
  kind: 'LEDGER',
  protected: false,
  unit: { en: 'pieces', fr: 'pièces' },
  allotment: 'OPEN',
  measures: ['UNITS'],
  citation: 'Pilot.',
  licence: 'CC0-1.0',
  sectorNames: { 'Bug Fixes': { en: 'Bug fixes', fr: 'Corrections' } },
  columns: { expert: 'who', project: 'what', sector: 'kind', date: 'when', units: 'n' },
};

type Row = { who: string; what?: string; kind?: string; when?: string; n: string };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

async function publish(rows: Row[], mode: 'REPLACE' | 'APPEND' = 'REPLACE') {
  const columns = ['who', 'what', 'kind', 'when', 'n'] as const;
  const table = {
    position: 'LINE' as const,
    columns,
    sample: [],
    async *rows(wanted: readonly string[]) {
      yield rows.map((row, index) => ({
        line: index + 2,
        cells: wanted.map((column) => row[column as keyof Row] ?? ''),
      }));
    },
  };
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    const release = await importLedger(client, { ledger, table, checksum: 'x', mode, name: 'pilot.csv' });
    await client.query('commit');
    return release;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function totals(version: number): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ pseudonym: string; units: number }>(
    `select pseudonym, sum(units) as units from expert_rollup join expert on expert.id = expert_id
     where version <= $1 group by pseudonym having sum(entries) > 0 order by pseudonym`,
    [version],
  );
  return Object.fromEntries(rows.map(({ pseudonym, units }) => [pseudonym, units]));
}

describe('a ledger grows by releases', () => {
  const first: Row[] = [
    { who: 'a', what: 'p1', kind: 'Bug Fixes', when: '2025-01', n: '2' },
    { who: 'a', what: 'p1', kind: 'Bug Fixes', when: '2025-01', n: '2' },
    { who: 'b', what: 'p2', kind: 'law', when: '2025-04-15', n: '0.1' },
    { who: 'c', n: '0.2' },
  ];

  test('the first release holds every row, equal rows of one file each counting', async () => {
    expect(await publish(first)).toEqual({ number: 1, rowsAdded: 4, rowsReversed: 0, contributors: 3 });
    expect(await totals(1)).toEqual({ a: 4, b: 0.1, c: 0.2 });
  });

  test('the same file again changes nothing and makes no release', async () => {
    expect(await publish(first)).toBeNull();
  });

  test('a row that is gone is reversed, a new one added; the former release stays to the last digit', async () => {
    const second = await publish([...first.slice(1), { who: 'd', what: 'p1', when: '2025-12', n: '5' }]);
    expect(second).toEqual({ number: 2, rowsAdded: 1, rowsReversed: 1, contributors: 4 });
    expect(await totals(1)).toEqual({ a: 4, b: 0.1, c: 0.2 });
    expect(await totals(2)).toEqual({ a: 2, b: 0.1, c: 0.2, d: 5 });
  });

  test('appending adds only what is new and reverses nothing', async () => {
    const third = await publish([first[3]!, { who: 'e', n: '1' }], 'APPEND');
    expect(third).toEqual({ number: 3, rowsAdded: 1, rowsReversed: 0, contributors: 5 });
  });

  test('a reversed row that comes back counts again', async () => {
    const fourth = await publish([first[0]!, first[1]!], 'APPEND');
    expect(fourth).toMatchObject({ number: 4, rowsAdded: 1, rowsReversed: 0 });
    expect(await totals(4)).toMatchObject({ a: 4 });
  });

  test('facts and rollups lie in partitions of the dataset’s own', async () => {
    for (const table of ['earning', 'expert_rollup', 'project_rollup']) {
      const { rows } = await database.pool.query(
        `select distinct tableoid::regclass::text = '${table}_of_' || dataset_id as own from ${table}`,
      );
      expect(rows, table).toEqual([{ own: true }]);
    }
    const { rows } = await database.pool.query<{ indexes: number }>(
      `select count(*) as indexes from pg_index where indrelid::regclass::text like 'earning_of_%' and indisvalid`,
    );
    expect(rows[0]!.indexes % 4).toBe(0);
  });

  test('both rollups say what the facts say', async () => {
    const { rows } = await database.pool.query(
      `select (select sum(units) from earning) as facts, (select sum(units) from expert_rollup) as experts,
         (select sum(units) from project_rollup) as projects`,
    );
    expect(rows).toEqual([{ facts: 10.3, experts: 10.3, projects: 10.3 }]);
  });

  test('a kind of work is the ledger’s own sector with its names', async () => {
    const { rows } = await database.pool.query(`select slug, name_fr from sector order by slug`);
    expect(rows).toEqual([
      { slug: 'pilot.bug-fixes', name_fr: 'Corrections' },
      { slug: 'pilot.law', name_fr: 'law' },
    ]);
  });

  test('one bad row keeps all others out and is named', async () => {
    await expect(
      publish([
        { who: 'f', n: '1' },
        { who: '', n: 'x' },
      ]),
    ).rejects.toThrow(
      /no row was loaded[\s\S]*line 3, who: "" is required[\s\S]*line 3, n: "x" is not a number/,
    );
    expect(Object.keys(await totals(99))).not.toContain('f');
  });
});
