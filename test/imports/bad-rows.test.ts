import { mkdir, readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clearLeftovers } from '../../server/imports/ledger/clear-leftovers.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { factsOf, freshSlug, importText, openFolder, traces, type Folder } from './support.ts';

let database: TestDatabase;
let folder: Folder;
beforeAll(async () => {
  database = await openSeededDatabase();
  folder = await openFolder();
});
afterAll(async () => {
  await database.drop();
  await folder.remove();
});

const columns = [
  'who',
  'what',
  'kind',
  'job',
  'when',
  'n',
  'h',
  'paid',
  'cur',
  'up',
  'land',
  'rank',
  'from',
] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;
const mapping = {
  ...{
    expert: 'who',
    project: 'what',
    sector: 'kind',
    profession: 'job',
    date: 'when',
    units: 'n',
    hours: 'h',
  },
  ...{ amount: 'paid', currency: 'cur', improvement: 'up' },
  ...{ country: 'land', seniority: 'rank', formerEmployer: 'from' },
};
const good: Row = {
  who: 'ann',
  what: 'p',
  kind: 'law',
  job: '23-1011',
  when: '2025-06-01',
  n: '1',
  h: '2',
  paid: '5',
  cur: 'EUR',
  land: 'Kenya',
  rank: 'senior',
  from: 'law firm',
};
const csv = (rows: Row[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
const many = Array.from({ length: 20 }, (_, index): Row => ({ ...good, who: `w${index}` }));

describe('a bad row is told by line, column, value and reason, and keeps all others out', () => {
  test.each<[Row, string, string]>([
    [{ who: '' }, 'who', 'REQUIRED'],
    [{ when: 'soon' }, 'when', 'NOT_A_DATE'],
    [{ when: '2025-02-30' }, 'when', 'NOT_IN_CALENDAR'],
    [{ when: '1066-10-14' }, 'when', 'OUT_OF_RANGE'],
    [{ when: '2025' }, 'when', 'YEAR_ALONE'],
    [{ when: '1/2/25' }, 'when', 'SHORT_YEAR'],
    [{ n: 'three' }, 'n', 'NOT_A_NUMBER'],
    [{ n: 'NaN' }, 'n', 'NOT_A_NUMBER'],
    [{ n: '1e99' }, 'n', 'TOO_MANY_DIGITS'],
    [{ n: '1e20' }, 'n', 'TOO_LARGE'],
    [{ up: '?' }, 'up', 'NOT_A_NUMBER'],
    [{ h: '9000' }, 'h', 'TOO_MANY_HOURS'],
    [{ paid: 'ten' }, 'paid', 'NOT_A_NUMBER'],
    [{ paid: '99999999999999' }, 'paid', 'TOO_LARGE'],
    [{ cur: '' }, 'paid', 'NO_CURRENCY'],
    [{ cur: 'XXQ' }, 'cur', 'NOT_A_CURRENCY'],
    [{ paid: '$5' }, 'paid', 'OTHER_CURRENCY'],
    [{ job: '99-9999' }, 'job', 'UNKNOWN_PROFESSION'],
    [{ land: 'Atlantis' }, 'land', 'UNKNOWN_COUNTRY'],
    [{ land: 'ZZ' }, 'land', 'UNKNOWN_COUNTRY'],
    [{ rank: 'guru' }, 'rank', 'UNKNOWN_SENIORITY'],
    [{ from: 'circus' }, 'from', 'UNKNOWN_EMPLOYER'],
    [{ what: 'mail ann@example.org' }, 'what', 'HOLDS_ADDRESS'],
    [{ kind: 'x'.repeat(400) }, 'kind', 'TOO_LONG'],
  ])('%j', async (fault, column, code) => {
    const slug = freshSlug();
    const report = await importText(database, csv([...many, { ...good, ...fault }]), { slug, mapping });
    expect(report).toMatchObject({
      outcome: 'REJECTED',
      rowsRead: 21,
      rowsKept: 0,
      rowsRejected: 1,
      release: null,
    });
    expect(report.rejections).toMatchObject([{ line: 22, column, code }]);
    expect(await traces(database, slug)).toBe(0);
  });

  test('rows of another width, and lines that are no JSON, are faults of their own', async () => {
    const ragged = await importText(database, `who,n\n${'a,1\n'.repeat(20)}b\nc,1,2\nd,1,\n`, {
      mapping: { expert: 'who', units: 'n' },
    });
    expect(ragged.rejections).toMatchObject([
      { line: 22, column: '', code: 'WIDTH', reason: 'has 1 cells where the header has 2' },
      { line: 23, column: '', code: 'WIDTH' },
    ]);
    const lines = await importText(database, '{"who": "a"}\n{"who": \n[1]\n{"who": "b"}\n', {
      name: 'l.jsonl',
    });
    expect(lines.rejections).toMatchObject([
      { line: 2, code: 'NOT_JSON' },
      { line: 3, code: 'NOT_A_RECORD' },
    ]);
  });

  test('what could be read in two ways and first comes late in a stream is a bad row', async () => {
    const late = Array.from({ length: 1100 }, (): Row => good);
    const twoWays = [{ when: '01/02/2025' }, { cur: '$' }, { n: '1,234' }].map((fault) => ({
      ...good,
      ...fault,
    }));
    const report = await importText(database, csv([...late, ...twoWays]), { mapping });
    expect(report.rejections).toMatchObject([
      { line: 1102, column: 'when', code: 'UNCLEAR_DATE' },
      { line: 1103, column: 'cur', code: 'UNCLEAR_CURRENCY' },
      { line: 1104, column: 'n', code: 'UNCLEAR_NUMBER' },
    ]);
  });

  test('every fault of a row is told at once', async () => {
    const report = await importText(database, csv([...many, { who: '', n: 'x' }]), { mapping });
    expect(report).toMatchObject({ rowsRejected: 1, cellsRejected: 2 });
    expect(report.rejections.map(({ column }) => column)).toEqual(['who', 'n']);
  });
});

describe('with many bad rows', () => {
  const bad = Array.from({ length: 50 }, (_, index): Row => ({
    ...good,
    who: `=cmd${index}`,
    n: index === 0 ? '=1+1' : `"x",${index}`,
  }));
  const content = csv([...many, ...many, ...many, ...bad]);

  test('the report has the first twenty, the file all of them, harmless in a spreadsheet', async () => {
    const rejectionFile = folder.path('deep/rejected.csv');
    const report = await importText(database, content, { mapping, rejectionFile });
    expect(report.rejections).toHaveLength(20);
    expect(report).toMatchObject({ rowsRead: 110, rowsRejected: 50, cellsRejected: 50, rejectionFile });
    const lines = (await readFile(rejectionFile, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(51);
    expect(lines.slice(0, 3)).toEqual([
      'file,line,column,value,code,reason',
      ",62,n,'=1+1,NOT_A_NUMBER,is not a number",
      ',63,n,"""x"",1",NOT_A_NUMBER,is not a number',
    ]);
  });

  test('--keep-going loads the good ones and says how many were left', async () => {
    const slug = freshSlug();
    const report = await importText(database, content, { slug, mapping, keepGoing: true });
    expect(report).toMatchObject({ outcome: 'LOADED', rowsRead: 110, rowsKept: 60, rowsRejected: 50 });
    expect(report.release).toMatchObject({ number: 1, rowsAdded: 60, contributors: 20 });
    expect(await factsOf(database, slug)).toHaveLength(60);
  });

  test('an import that fails leaves no file of rejections behind', async () => {
    const rejectionFile = folder.path('failed.csv');
    const broken = `${content}\n"never closed`;
    await expect(importText(database, broken, { mapping, rejectionFile })).rejects.toThrow(
      /not a well-formed CSV/,
    );
    await expect(readFile(rejectionFile)).rejects.toThrow(/ENOENT/);
    expect((await readdir(folder.path('.'))).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

test('what a killed import left half written is cleared; what a living one writes stays', async () => {
  await mkdir(folder.path('imports/killed'), { recursive: true });
  await mkdir(folder.path('imports/living'), { recursive: true });
  await folder.write('imports/killed/rejected.csv.999999999.partial', 'x');
  await folder.write(`imports/living/rejected.csv.${process.pid}.partial`, 'x');
  await clearLeftovers(folder.path('imports'));
  expect(await readdir(folder.path('imports'), { recursive: true })).toEqual([
    'living',
    `living/rejected.csv.${process.pid}.partial`,
  ]);
});

describe('a wrong mapping is caught before reading on', () => {
  const endless = `${csv(many)}\n`;
  test.each<[string, object, RegExp]>([
    [
      'a column that is absent, with the nearest',
      { mapping: { expert: 'whoo' } },
      /no column "whoo" \(--expert\)\. The nearest: "who"/,
    ],
    [
      'a column that is nothing like any, with all',
      { mapping: { expert: 'zzzzzzz' } },
      /It has: "who", "what"/,
    ],
    [
      'nine in ten dates that are none, with where dates stand',
      { mapping: { expert: 'who', date: 'what' } },
      /20 of the first 20 values of column "what" \(--date\) cannot be read: "p".*Dates stand in "when"/,
    ],
    ['numbers that are none', { mapping: { expert: 'who', units: 'kind' } }, /column "kind" \(--units\)/],
    [
      'amounts without a currency',
      { mapping: { expert: 'who', amount: 'paid' } },
      /Say the currency with --currency/,
    ],
    [
      'a currency that is none',
      { mapping: { expert: 'who', amount: 'paid', currency: 'gold' } },
      /no column "gold"|neither a column/,
    ],
    ['nobody who did the work', { mapping: { expert: '' } }, /--expert COLUMN/],
    [
      'an amount and a rate',
      { mapping: { expert: 'who', amount: 'paid', rate: 'paid', currency: 'EUR' } },
      /name one of them/,
    ],
    ['a slug that is none, with one that is', { mapping, slug: 'My Ledger' }, /"my-ledger" would do/],
  ])('%s', async (_, wishes, reason) => {
    await expect(importText(database, endless, wishes)).rejects.toThrow(reason);
  });

  test('names that differ by case or spaces are found', async () => {
    const report = await importText(database, 'Worker_ID,Qty\na,1\n', {
      mapping: { expert: 'worker id', units: 'QTY' },
    });
    expect(report.outcome).toBe('LOADED');
  });
});
