import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TacitError } from '../../server/errors/tacit-error.ts';
import { verify } from '../../server/verification/verify.ts';
import { freshSlug, importText, traces } from '../imports/support.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** How many files: few in every run, some thousand with "npm run test:fuzz". */
const files = Math.ceil(Number(process.env['TACIT_FUZZ'] ?? 800) / 8);
const seed = Number(process.env['TACIT_FUZZ_SEED'] ?? 20261129);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const people = Array.from({ length: 40 }, (_, row) => ({
  who: `w${row % 9}`,
  what: `projét ${row % 4}`,
  day: `2025-0${1 + (row % 9)}-11`,
  n: 1 + (row % 5),
  paid: 10.5 + row,
}));
const separated = (by: string): string =>
  ['who what day n paid'.split(' '), ...people.map(Object.values)].map((cells) => cells.join(by)).join('\n');
const column = (name: keyof (typeof people)[number]) => ({ name, data: people.map((one) => one[name]) });

/** A whole file of each format that is read. */
const whole: Record<string, Buffer> = {
  csv: Buffer.from(separated(',')),
  tsv: Buffer.from(separated('\t')),
  semicolons: Buffer.from(separated(';')),
  'csv.gz': gzipSync(separated(',')),
  utf16: Buffer.from(`\ufeff${separated(',')}`, 'utf16le'),
  latin1: Buffer.from(separated(','), 'latin1'),
  json: Buffer.from(JSON.stringify(people)),
  'json in an object': Buffer.from(JSON.stringify({ rows: people })),
  jsonl: Buffer.from(people.map((one) => JSON.stringify(one)).join('\n')),
  'jsonl.gz': gzipSync(people.map((one) => JSON.stringify(one)).join('\n')),
  parquet: Buffer.from(
    parquetWriteBuffer({
      columnData: [column('who'), column('what'), column('day'), column('n'), column('paid')],
    }),
  ),
};
whole['parquet.gz'] = gzipSync(whole['parquet']!);

/** One wound: bytes changed, cut out, put twice, put in. */
const wound = fc.record({
  how: fc.constantFrom('change', 'cut', 'twice', 'insert', 'truncate', 'number'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 24 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
});

function wounded(
  file: Buffer,
  { how, at, length, bytes }: typeof wound extends fc.Arbitrary<infer W> ? W : never,
): Buffer {
  const from = Math.floor(at * file.length);
  const [before, piece, after] = [
    file.subarray(0, from),
    file.subarray(from, from + length),
    file.subarray(from + length),
  ];
  switch (how) {
    case 'change':
      return Buffer.concat([
        before,
        Buffer.from(bytes).subarray(0, piece.length),
        file.subarray(from + Math.min(bytes.length, piece.length)),
      ]);
    case 'cut':
      return Buffer.concat([before, after]);
    case 'twice':
      return Buffer.concat([before, piece, piece, after]);
    case 'insert':
      return Buffer.concat([before, bytes, piece, after]);
    case 'truncate':
      return Buffer.from(before);
    default: {
      // A length or an offset that lies: the largest numbers of four bytes.
      const lie = Buffer.alloc(4, length % 2 === 0 ? 0xff : 0x7f);
      return Buffer.concat([before, lie, file.subarray(from + 4)]);
    }
  }
}

const longest = 20_000;

test.each(Object.keys(whole))('a whole %s file is loaded', async (format) => {
  const report = await importText(database, whole[format]!, { mapping, name: 'whole' });
  expect(report).toMatchObject({ outcome: 'LOADED', rowsKept: people.length });
});

const mapping = { expert: 'who', project: 'what', date: 'day', units: 'n', amount: 'paid', currency: 'USD' };

test(
  'a file that is damaged anywhere ends soon with a report or a coded error; nothing of it is loaded by half',
  async () => {
    const held = process.memoryUsage.rss();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(whole)),
        fc.array(wound, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (format, wounds, keepGoing) => {
          const slug = freshSlug();
          const content = wounds.reduce(wounded, whole[format]!);
          const began = performance.now();
          const ended = await importText(database, content, { slug, mapping, keepGoing, name: 'fuzz' }).catch(
            (error: unknown) => error,
          );
          expect(performance.now() - began).toBeLessThan(longest);
          if (ended instanceof Error) expect(ended, ended.stack).toBeInstanceOf(TacitError);
          const loaded = !(ended instanceof Error) && (ended as { outcome: string }).outcome === 'LOADED';
          if (!loaded) expect(await traces(database, slug)).toBe(0);
        },
      ),
      { numRuns: files, seed },
    );
    expect((await verify(database.pool)).filter(({ different }) => different > 0)).toEqual([]);
    // A file of some hundred bytes may not make the reader take hundreds of megabytes for itself.
    expect(process.memoryUsage.rss() - held).toBeLessThan(700 * 1024 ** 2);
  },
  60_000 + files * 1000,
);
