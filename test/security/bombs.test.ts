import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TacitError } from '../../server/errors/tacit-error.ts';
import { freshSlug, importText, traces } from '../imports/support.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const mapping = { expert: 'who', units: 'n' };

/** The refusal of a file; memory may not grow by more than a file of its size is worth. */
async function refusal(content: string | Buffer): Promise<unknown> {
  const slug = freshSlug();
  const before = process.memoryUsage.rss();
  const ended = await importText(database, content, { slug, mapping, name: 'bomb' }).catch(
    (error: unknown) => error,
  );
  expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 1024 ** 2);
  expect(await traces(database, slug)).toBe(0);
  return ended;
}

const deep = 200_000;

test.each([
  ['arrays in arrays', '['.repeat(deep) + ']'.repeat(deep)],
  ['objects in objects', `[{"who":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}]`],
  ['arrays in arrays, a line', `{"who":${'['.repeat(deep)}1${']'.repeat(deep)}}\n`],
  ['a text without an end', `[{"who":"${'x'.repeat(30_000_000)}`],
  ['a million names in a row', `[{${Array.from({ length: 300_000 }, (_, at) => `"k${at}":1`).join()}}]`],
])('JSON that is deeper or longer than any ledger is refused with a code: %s', async (_what, content) => {
  expect(await refusal(content)).toBeInstanceOf(TacitError);
});

test('Parquet whose footer or pages promise more than there is, is refused with a code', async () => {
  const whole = Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'who', data: Array.from({ length: 50 }, (_, row) => `w${row % 9}`) },
        { name: 'n', data: Array.from({ length: 50 }, (_, row) => row) },
      ],
    }),
  );
  const lying = Buffer.from(whole);
  lying.writeUInt32LE(0x7fffffff, lying.length - 8);
  expect(await refusal(lying)).toBeInstanceOf(TacitError);
  const empty = Buffer.concat([whole.subarray(0, 4), Buffer.alloc(64, 0xff), whole.subarray(-8)]);
  expect(await refusal(empty)).toBeInstanceOf(TacitError);
});

test('a gzip within a gzip is read once, and is no table', async () => {
  expect(await refusal(gzipSync(gzipSync('who,n\na,1\n')))).toBeInstanceOf(TacitError);
});

test('names of a prototype are names like others, and reach nothing', async () => {
  const rows = Array.from(
    { length: 3 },
    (_, row) =>
      `{"who":"a${row}","n":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`,
  );
  await importText(database, rows.join('\n'), { mapping, name: 'proto' }).catch((error: unknown) =>
    expect(error).toBeInstanceOf(TacitError),
  );
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
