import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { importText, openFolder, type Folder } from './support.ts';

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

const csv = 'who,n\nann,1\nbo,2\n';

describe('what is no table is refused in words', () => {
  const zip = Buffer.from('PK\u0003\u0004rest');
  test.each<[string, Buffer | string, RegExp]>([
    ['nothing', '', /is empty/],
    ['a header alone', 'who,n\n', /has no rows/],
    ['a spreadsheet', zip, /save the sheet as CSV/],
    ['zero bytes', Buffer.from('who\0,n\na\0,1\n'), /is not text/],
    ['a damaged gzip', gzipSync(csv).subarray(0, -6), /damaged|empty/],
    ['a gzip of a gzip', gzipSync(gzipSync('who\na\n')), /compressed twice/],
    ['JSON that breaks off', '[{"who": "a"}, {"who": ', /is not well-formed JSON/],
    ['an object without a list', '{"who":\n "a"}', /holds no list of records/],
    ['an object with two lists', '{"a": [{"who": "x"}],\n "b": [{"who": "y"}]}', /several lists/],
    ['numbers alone', '[[1, 2], [3]]', /no records with named values/],
    ['half a Parquet', Buffer.from('PAR1 and no end'), /cannot be read as Parquet/],
    [
      'a quote that never ends',
      `who,n\n"a,1\n${'b,2\n'.repeat(400_000)}`,
      /a quote may not be closed|not a well-formed CSV/,
    ],
  ])('%s', async (_, content, reason) => {
    await expect(importText(database, content, { name: 'ledger' })).rejects.toThrow(reason);
  });

  test('a gzip that swells a thousandfold is stopped, with a code', async () => {
    const line = 'a'.repeat(4095);
    const bomb = gzipSync(Buffer.alloc(80 * 1024 ** 2, `${line}\n`));
    await expect(importText(database, bomb, { mapping: { expert: line } })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    });
  });

  test('more bytes than are allowed are stopped, and a record longer than is allowed', async () => {
    const limits = { maxBytes: 1000, maxRecordLength: 500 };
    const long = `who\n${'a'.repeat(600)}\n`;
    const jsonLong = `[{"who": "${'a'.repeat(2_000_000)}"}]`;
    await expect(importText(database, `who\n${'a\n'.repeat(1000)}`, { limits })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    });
    await expect(importText(database, long, { limits })).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    await expect(importText(database, jsonLong, { name: 'l.json' })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    });
    await expect(
      importText(database, `{"who": "${'a'.repeat(2_000_000)}"}\n`, { name: 'l.jsonl' }),
    ).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });

  test('a file that is not there, and a folder', async () => {
    await expect(importText(database, '', { input: folder.path('none.csv') })).rejects.toThrow(
      /There is no file/,
    );
    await expect(importText(database, '', { input: folder.path('.') })).rejects.toThrow(/is a folder/);
  });
});
