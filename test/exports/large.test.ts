import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importText } from '../imports/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { exported, owner } from './read-back.ts';

const rows = 60_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
  const text = Array.from(
    { length: rows },
    (_, i) => `worker ${i % 700},${i},${i % 97}.25,USD,a project with a long name ${i % 40}\n`,
  );
  await importText(database, `who,n,pay,cur,at\n${text.join('')}`, {
    slug: 'large',
    mapping: { expert: 'who', units: 'n', amount: 'pay', currency: 'cur', project: 'at' },
  });
});
afterAll(() => database.drop());

test('Parquet of more rows than are written together holds each once, in the order of the other formats', async () => {
  const parquet = await exported(database, { slug: 'large', format: 'parquet', access: owner });
  const read = (await parquetReadObjects({ file: Uint8Array.from(parquet).buffer })) as {
    units: number;
    amount: number;
  }[];
  const lines = await exported(database, { slug: 'large', format: 'jsonl', access: owner });
  const parsed = lines
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { units: number; amount: number });
  expect(read).toHaveLength(rows);
  expect(read.map(({ units, amount }) => [units, amount])).toEqual(
    parsed.map(({ units, amount }) => [units, amount]),
  );
  expect(new Set(read.map(({ units }) => units)).size).toBe(rows);
  expect(parsed.reduce((sum, { amount }) => sum + amount, 0)).toBe(
    Array.from({ length: rows }, (_, i) => (i % 97) + 0.25).reduce((sum, amount) => sum + amount, 0),
  );
});
