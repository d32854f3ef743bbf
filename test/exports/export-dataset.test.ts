import { parquetMetadataAsync } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDataset, streamFormats } from '../../server/exports/export-dataset.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { exported, importBytes, owner, publishRows, readBack } from './read-back.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishRows(database, { slug: 'guild', measures: ['UNITS', 'AMOUNT'] }, first);
  await publishRows(database, { slug: 'guild', measures: ['UNITS', 'AMOUNT'] }, second);
  await publishRows(database, { slug: 'formulas', measures: ['UNITS'], protected: true }, formulas);
});
afterAll(() => database.drop());

const first = [
  {
    expert: 'a',
    project: 'p1',
    sector: 'Bug Fixes',
    date: '2025-01-31',
    units: 2,
    hours: 1.25,
    amount: 12.5,
    currency: 'USD',
  },
  {
    expert: 'a',
    project: 'p1',
    sector: 'Bug Fixes',
    date: '2025-01-31',
    units: 2,
    hours: 1.25,
    amount: 12.5,
    currency: 'USD',
  },
  { expert: 'b', project: 'p2', date: '2025-04-01', units: 1, amount: -5, currency: 'JPY' },
  { expert: 'c', units: 0.1 },
];
const second = [...first.slice(1), { expert: 'd', project: 'p2', units: 5 }];

const awkward = [
  '=1+1',
  '+x',
  '-x',
  '@x',
  "'=1",
  "''-",
  "'quoted'",
  'a,"b"',
  'two\nlines',
  'tab\tin',
  'back\\slash',
  '\\N',
  'Zoë 東京 🙂',
];
const formulas = awkward.map((text) => ({
  expert: text,
  project: text,
  sector: text,
  units: 1,
  amount: -5,
  currency: 'USD',
}));

const known = (rows: Record<string, string>[]) =>
  rows
    .map((row) =>
      [
        row['expert'],
        row['project'],
        row['sector'],
        row['date'],
        row['units'],
        row['hours'],
        row['amount'],
        row['currency'],
      ].join('|'),
    )
    .sort();

describe.each(streamFormats)('%s', (format) => {
  test('holds the newest release, reversed rows left out with what reversed them', async () => {
    const rows = await readBack(await exported(database, { slug: 'guild', format, access: owner }), format);
    expect(known(rows)).toEqual([
      format === 'parquet'
        ? 'a|p1|Bug Fixes|2025-01-31|2|1.25|12.5|USD'
        : expect.stringMatching(/^a\|p1\|Bug Fixes\|2025-01-31\|2\|1\.25\|12\.50?\|USD$/),
      'b|p2||2025-04-01|1||-5|JPY',
      'c||||0.1|||',
      'd|p2|||5|||',
    ]);
  });

  test('of an earlier release holds the rows as they stood then', async () => {
    const rows = await readBack(
      await exported(database, { slug: 'guild', release: 1, format, access: owner }),
      format,
    );
    expect(rows.map(({ expert }) => expert).sort()).toEqual(['a', 'a', 'b', 'c']);
  });

  test('is the same to the last byte each time', async () => {
    const question = { slug: 'guild', format, access: owner };
    expect(await exported(database, question)).toEqual(await exported(database, question));
  });

  test('gives every awkward text back as it was, through the import too', async () => {
    const bytes = await exported(database, { slug: 'formulas', format, access: owner });
    const rows = await readBack(bytes, format);
    expect(rows.map(({ expert }) => expert).sort()).toEqual([...awkward].sort());
    expect(rows.map(({ project }) => project).sort()).toEqual([...awkward].sort());
    await importBytes(
      database,
      { slug: `again-${format}`, measures: ['UNITS'] },
      bytes,
      `formulas.${format}`,
    );
    const { rows: names } = await database.pool.query<{ pseudonym: string }>(
      'select pseudonym from expert where dataset_id = (select id from dataset where slug = $1)',
      [`again-${format}`],
    );
    expect(names.map(({ pseudonym }) => pseudonym).sort()).toEqual([...awkward].sort());
  });
});

describe('what a spreadsheet would run as a formula', () => {
  test('has an apostrophe in front of it in CSV; numbers stay numbers', async () => {
    const csv = (await exported(database, { slug: 'formulas', format: 'csv', access: owner })).toString();
    expect(csv).toContain("\n'=1+1,'=1+1,");
    expect(csv).toContain("\n''=1,''=1,");
    expect(csv).toContain("\n'quoted','quoted',");
    expect(csv).toContain(',-5.00,USD,');
    expect(csv.split('\n').slice(1).join('\n')).not.toMatch(/(^|,|\n)"?[=+@\t]/);
  });

  test('is left as it is in JSON Lines', async () => {
    const lines = (await exported(database, { slug: 'formulas', format: 'jsonl', access: owner })).toString();
    expect(lines).toContain('"expert":"=1+1"');
  });
});

test('Parquet says in its metadata what it is, with types that analysis tools know', async () => {
  const bytes = await exported(database, { slug: 'guild', format: 'parquet', access: owner });
  const { schema, key_value_metadata: pairs } = await parquetMetadataAsync(Uint8Array.from(bytes).buffer);
  expect(Object.fromEntries(schema.slice(1).map(({ name, type }) => [name, type]))).toMatchObject({
    expert: 'BYTE_ARRAY',
    date: 'INT32',
    amount: 'DOUBLE',
  });
  expect(Object.fromEntries(pairs!.map(({ key, value }) => [key, value]))).toMatchObject({
    'tacit.dataset': 'guild',
    'tacit.kind': 'LEDGER',
    'tacit.release': '2',
    'tacit.licence': 'CC0-1.0',
  });
});

describe('who may not have it is told before the first byte', () => {
  const anyone = { mayReadLedgers: false };
  test.each([
    [
      'a protected ledger',
      { slug: 'formulas', access: anyone },
      'FORBIDDEN',
      /protected: its rows need a key with the scope "ledger"/,
    ],
    ['a dataset that is not there', { slug: 'nowhere', access: owner }, 'NOT_FOUND', /no dataset "nowhere"/],
    [
      'a release that is not there',
      { slug: 'guild', release: 3, access: owner },
      'UNKNOWN_RELEASE',
      /no release 3: it has releases 1 to 2/,
    ],
    ['half a release', { slug: 'guild', release: 1.5, access: owner }, 'UNKNOWN_RELEASE', /no release 1.5/],
  ])('%s', async (_, question, code, message) => {
    const refusal = exportDataset(database, { ...question, format: 'csv' });
    await expect(refusal).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('published facts are no ledger', async () => {
    await database.pool.query(
      `insert into dataset (slug, title_en, title_fr, kind, version) values ('facts', '', '', 'PUBLISHED', 1)`,
    );
    await expect(exportDataset(database, { slug: 'facts', format: 'csv', access: owner })).rejects.toThrow(
      /no|not a ledger/,
    );
  });
});

test('a reader who goes away half way leaves the database free', async () => {
  const stream = await exportDataset(database, { slug: 'guild', format: 'csv', access: owner });
  for await (const _ of stream) break;
  expect(stream.destroyed).toBe(true);
  await expect.poll(() => database.pool.totalCount - database.pool.idleCount).toBe(0);
});
