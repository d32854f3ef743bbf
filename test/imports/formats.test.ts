import { gzipSync } from 'node:zlib';
import { createReadStream } from 'node:fs';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile, importFiles } from '../../server/imports/import-file.ts';
import type { ColumnMapping } from '../../server/imports/import-request.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { factsOf, freshSlug, importText, openFolder, testKey, type Folder } from './support.ts';

let database: TestDatabase;
let folder: Folder;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await openFolder();
});
afterAll(async () => {
  await database.drop();
  await folder.remove();
});

const rows = [
  {
    who: 'Zoë',
    what: 'Évaluation «A»',
    kind: 'droit',
    when: '2025-01-15',
    n: 2,
    h: 1.5,
    paid: 12.5,
    cur: 'EUR',
    up: 0.25,
  },
  {
    who: 'Łukasz',
    what: 'say "hi"',
    kind: 'law',
    when: '2025-02-03',
    n: 3,
    h: 0.5,
    paid: 1234.56,
    cur: 'EUR',
    up: -1,
  },
  {
    who: 'Zoë',
    what: 'two\nlines',
    kind: 'droit',
    when: '2025-02-28',
    n: 1,
    h: 2,
    paid: 0,
    cur: 'USD',
    up: 0,
  },
];
type Row = (typeof rows)[number];
const columns = ['who', 'what', 'kind', 'when', 'n', 'h', 'paid', 'cur', 'up'] as const;
const mapping: ColumnMapping = {
  ...{ expert: 'who', project: 'what', sector: 'kind', date: 'when', units: 'n', hours: 'h' },
  ...{ amount: 'paid', currency: 'cur', improvement: 'up' },
};

function csv(
  delimiter: string,
  cell = (row: Row, column: keyof Row): string => String(row[column]),
  end = '\n',
): string {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return [
    columns.join(delimiter),
    ...rows.map((row) => columns.map((column) => quote(cell(row, column))).join(delimiter)),
  ]
    .map((line) => line + end)
    .join('');
}

/** The facts as they must stand, whatever the file was: pseudonyms aside, which are two people's. */
async function expectLoaded(slug: string, latin = false): Promise<void> {
  const facts = await factsOf(database, slug);
  expect(facts.map(({ expert: _, ...fact }) => fact)).toEqual(
    rows.map((row) => ({
      project: row.what,
      sector: row.kind,
      period: row.when,
      units: row.n,
      hours: row.h,
      amount: Math.round(row.paid * 100),
      currency: row.cur,
      improvement: row.up,
    })),
  );
  expect(facts[0]!.expert).toBe(facts[2]!.expert);
  expect(facts[0]!.expert).not.toBe(facts[1]!.expert);
  // The same people have the same pseudonyms in every format and encoding that can write their names.
  if (!latin) expect(await pseudonyms(slug)).toHaveLength(2);
}

async function pseudonyms(slug: string): Promise<string[]> {
  return [...new Set((await factsOf(database, slug)).map(({ expert }) => expert))];
}

async function load(content: string | Buffer, name: string, wishes: object = {}): Promise<string> {
  const slug = freshSlug();
  const report = await importText(database, content, { slug, name, mapping, ...wishes });
  expect(report).toMatchObject({ outcome: 'LOADED', rowsRead: 3, rowsKept: 3, rowsRejected: 0 });
  return slug;
}

const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('delimiters are sniffed, and a given one is believed', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('%s', async (_, delimiter) => expectLoaded(await load(csv(delimiter), 'ledger.csv')));

  test('a colon, which nobody guesses, when it is given', async () => {
    await expectLoaded(await load(csv(':'), 'ledger.csv', { delimiter: ':' }));
  });

  test('lines that end as on Windows, and empty ones at the end as spreadsheets write them', async () => {
    await expectLoaded(await load(`${csv(';', undefined, '\r\n')};;;;;;;;\r\n\r\n`, 'ledger.csv'));
  });
});

describe('encodings are sniffed, and a given one is believed', () => {
  const windows = csv(',').replaceAll('Łukasz', 'Lukasz');
  test.each([
    ['UTF-8', Buffer.from(csv(','))],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv(',')}`)],
    ['UTF-16 little-endian with its mark', utf16(csv(','))],
    ['UTF-16 big-endian with its mark', utf16(csv(','), true)],
    ['UTF-16 little-endian without', Buffer.from(csv(','), 'utf16le')],
    ['UTF-16 big-endian without', Buffer.from(csv(','), 'utf16le').swap16()],
    ['UTF-16 with semicolons, gzipped', gzipSync(utf16(csv(';')))],
  ])('%s', async (_, bytes) => expectLoaded(await load(bytes, 'ledger.csv')));

  test('Latin-1', async () => {
    await expectLoaded(await load(Buffer.from(windows, 'latin1'), 'ledger.csv'), true);
    await expectLoaded(
      await load(Buffer.from(windows, 'latin1'), 'ledger.csv', { encoding: 'latin1' }),
      true,
    );
  });

  test('a file that is UTF-8 at first and something else later is refused with what would do', async () => {
    const late = Buffer.concat([
      Buffer.from(`who\n${'ann\n'.repeat(100_000)}`),
      Buffer.from('Zo\u00eb\n', 'latin1'),
    ]);
    await expect(importText(database, late)).rejects.toThrow(/is not UTF-8 throughout.*--encoding/);
  });

  test('an encoding that does not exist is named', async () => {
    await expect(importText(database, csv(','), { encoding: 'klingon' })).rejects.toThrow(
      /"klingon" is not an encoding/,
    );
  });
});

describe('every format gives the same facts', () => {
  const array = JSON.stringify(rows);
  const nested = rows.map(({ who, cur, paid, ...rest }) => ({
    ...rest,
    author: { id: who },
    pay: { value: paid, unit: { code: cur } },
  }));
  const paths = { ...mapping, expert: 'author.id', amount: 'pay.value', currency: 'pay.unit.code' };
  const parquet = (options: object = {}): Buffer =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: columns.map((name) => ({
          name,
          data: rows.map((row) => (name === 'when' ? new Date(row.when) : row[name])),
        })),
        ...options,
      }),
    );

  test.each<[string, string, string | Buffer, ColumnMapping]>([
    ['TSV', 'ledger.tsv', csv('\t'), mapping],
    ['CSV, gzipped', 'ledger.csv.gz', gzipSync(csv(',')), mapping],
    ['JSON array', 'ledger.json', array, mapping],
    ['JSON array, gzipped', 'ledger.json.gz', gzipSync(array), mapping],
    ['JSON array in UTF-16', 'ledger.json', utf16(array), mapping],
    [
      'object with one array',
      'ledger.json',
      `{"title": "x", "n": {"a": [1]}, "rows": ${array}, "more": true}`,
      mapping,
    ],
    ['nested JSON by path', 'ledger.json', JSON.stringify(nested, null, 2), paths],
    ['JSON Lines', 'ledger.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'), mapping],
    [
      'JSON Lines, nested, gzipped',
      'l.jsonl.gz',
      gzipSync(nested.map((row) => `${JSON.stringify(row)}\r\n`).join('')),
      paths,
    ],
    [
      'JSON Lines without a telling name',
      'ledger',
      rows.map((row) => JSON.stringify(row)).join('\n'),
      mapping,
    ],
    ['Parquet', 'ledger.parquet', parquet(), mapping],
    ['Parquet with a row group for each row', 'ledger.parquet', parquet({ rowGroupSize: 1 }), mapping],
    ['Parquet, gzipped', 'ledger.parquet.gz', gzipSync(parquet()), mapping],
    ['Parquet, uncompressed, without a telling name', 'ledger', parquet({ codec: 'UNCOMPRESSED' }), mapping],
  ])('%s', async (_, name, content, given) => expectLoaded(await load(content, name, { mapping: given })));

  test('the same people have the same pseudonyms in CSV, JSON and Parquet of one dataset', async () => {
    const slug = await load(csv(','), 'ledger.csv');
    for (const [content, name] of [
      [array, 'l.json'],
      [parquet(), 'l.parquet'],
    ] as const) {
      const again = await importText(database, content, { slug, name, mapping });
      expect(again).toMatchObject({ outcome: 'UNCHANGED', release: null });
    }
  });

  test('ids of twenty digits stay apart in JSON, where a double would make them one', async () => {
    const slug = freshSlug();
    const content = '[{"who": 12345678901234567890}, {"who": 12345678901234567891}]';
    await importText(database, content, { slug, name: 'l.json' });
    expect(await pseudonyms(slug)).toHaveLength(2);
    const lines = freshSlug();
    await importText(database, content.replace(/[[\]]/g, '').replace('}, ', '}\n'), {
      slug: lines,
      name: 'l.jsonl',
    });
    expect(await pseudonyms(lines)).toHaveLength(2);
  });

  test('a path and a stream give the same, and several files one release', async () => {
    const path = await folder.write('a.csv', csv(';'));
    const slug = freshSlug();
    await importFile(database, {
      input: path,
      name: path,
      mapping,
      dataset: { slug },
      pseudonymKey: testKey,
    });
    await expectLoaded(slug);
    const other = freshSlug();
    const two = [path, createReadStream(path)].map((input) => ({ input, name: 'a.csv' }));
    const report = await importFiles(database, two, {
      mapping,
      dataset: { slug: other },
      pseudonymKey: testKey,
    });
    expect(report).toMatchObject({ rowsRead: 6, release: { number: 1, rowsAdded: 6, contributors: 2 } });
  });
});
