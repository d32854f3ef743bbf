import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TacitError } from '../../server/errors/tacit-error.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { freshSlug, importText, traces } from './support.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const mapping = {
  expert: 'who',
  project: 'what',
  date: 'when',
  units: 'n',
  hours: 'h',
  amount: 'paid',
  currency: 'cur',
};
const header = ['who', 'what', 'when', 'n', 'h', 'paid', 'cur'];

const awkward = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e5',
    '1,234',
    '1.234,5',
    '٣',
    'NaN',
    '∞',
    '2025-01-02',
    '31/12/2025',
    '02/30/2025',
    '=1+1',
  ],
  ...[
    '$5',
    '5 €',
    'R$ 1',
    'USD',
    '¥',
    '\\N',
    '\\.',
    '\t',
    'a\tb',
    'a\nb',
    '"',
    '""',
    "'",
    '\u0000',
    '\ud800',
    '\ufeff',
    '𝔘',
    'é',
  ],
);
const cell = fc.oneof(
  { weight: 3, arbitrary: awkward },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer().map(String),
  fc.double().map(String),
);
const rows = fc.array(fc.array(cell, { minLength: 6, maxLength: 8 }), { maxLength: 12 });
const quote = (text: string): string => (/[",\n\r;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csv = fc
  .tuple(rows, fc.constantFrom(',', ';', '\t', '|'))
  .map(([body, delimiter]) => [header, ...body].map((row) => row.map(quote).join(delimiter)).join('\n'));
const json = fc
  .array(
    fc.oneof(
      fc.dictionary(fc.constantFrom(...header), fc.oneof(cell, fc.jsonValue({ maxDepth: 2 }))),
      fc.jsonValue({ maxDepth: 2 }),
    ),
    {
      maxLength: 12,
    },
  )
  .chain((records) =>
    fc.constantFrom(
      JSON.stringify(records),
      JSON.stringify({ rows: records }),
      records.map((record) => JSON.stringify(record)).join('\n'),
    ),
  );
const text = fc.oneof(
  csv,
  csv.map((content) => content.replace(/[",\n]/, '')),
  json,
  json.map((content) => content.slice(0, -3)),
);
const bytes = fc.oneof(
  text.map((content) => Buffer.from(content)),
  text.map((content) => Buffer.from(`\ufeff${content}`, 'utf16le')),
  text.map((content) => Buffer.from(content, 'latin1')),
  text.map((content) => gzipSync(content)),
  fc.uint8Array({ maxLength: 200 }).map((content) => Buffer.from(content)),
  fc
    .uint8Array({ maxLength: 60 })
    .map((content) => Buffer.concat([Buffer.from('PAR1'), content, Buffer.from('PAR1')])),
  fc.tuple(text, fc.nat(50)).map(([content, cut]) => gzipSync(content).subarray(0, -cut - 1)),
);

test('whatever the bytes are, an import ends with a report or a coded error, and never loads half', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.boolean(), async (content, keepGoing) => {
      const slug = freshSlug();
      const wishes = {
        slug,
        mapping,
        keepGoing,
        dateOrder: 'DMY',
        decimalMark: 'POINT',
        name: 'fuzz',
      } as const;
      const ended = await importText(database, content, wishes).catch((error: unknown) => error);
      if (ended instanceof Error) {
        expect(ended, ended.stack).toBeInstanceOf(TacitError);
        expect(await traces(database, slug)).toBe(0);
        return;
      }
      const report = ended as Awaited<ReturnType<typeof importText>>;
      const facts = await database.pool.query<{ count: number }>(
        'select count(*) from earning join dataset on dataset.id = dataset_id where slug = $1',
        [slug],
      );
      expect(report.rowsRead).toBeGreaterThan(0);
      switch (report.outcome) {
        case 'LOADED':
          expect(report.rowsKept + report.rowsRejected).toBe(report.rowsRead);
          expect(keepGoing || report.rowsRejected === 0).toBe(true);
          expect(facts.rows[0]!.count).toBe(report.rowsKept);
          break;
        case 'REJECTED':
          expect(report.rowsRejected).toBeGreaterThan(0);
          expect(await traces(database, slug)).toBe(0);
          break;
        default:
          throw new Error(`a first import cannot end as ${report.outcome}`);
      }
    }),
    { numRuns: 250, seed: 20261122 },
  );
}, 120_000);

test('good rows among bad ones are loaded with --keep-going exactly as they would be alone', async () => {
  const good = fc.record({ who: fc.stringMatching(/^[a-z]{1,5}$/), n: fc.integer({ min: 0, max: 1e6 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(good, { minLength: 4, maxLength: 20 }),
      fc.array(fc.nat(19), { maxLength: 1 }),
      async (people, faults) => {
        const lines = people.map(({ who, n }) => `${who},${n}`);
        const alone = await importText(database, `who,n\n${lines.join('\n')}\n`, {
          mapping: { expert: 'who', units: 'n' },
        });
        for (const at of faults) lines.splice(at, 0, ',x');
        const among = await importText(database, `who,n\n${lines.join('\n')}\n`, {
          mapping: { expert: 'who', units: 'n' },
          keepGoing: true,
        });
        expect(among).toMatchObject({ rowsKept: people.length, rowsRejected: faults.length });
        expect(among.release).toEqual(alone.release);
      },
    ),
    { numRuns: 25, seed: 1 },
  );
}, 60_000);
