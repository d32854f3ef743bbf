import 'reflect-metadata';
import { expect, test } from 'vitest';
import { distributionOf } from '../../../server/analytics/earning-filter/distribution.ts';
import { kept, type Distributions } from '../../../server/analytics/earning-filter/ledger-cache.ts';

function counted(contributors = 1): { read: () => Promise<Distributions>; reads: () => number } {
  let reads = 0;
  const rows = Array.from({ length: contributors }, (_, i) => ({
    datasetId: 1,
    groupKey: 0,
    expertId: i,
    currency: '',
    total: 1,
  }));
  const read = async (): Promise<Distributions> => {
    reads += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return new Map([[0, distributionOf(rows, null)]]);
  };
  return { read, reads: () => reads };
}

test('what many ask at the same time, and again later, is read once', async () => {
  const database = {};
  const { read, reads } = counted();
  const answers = await Promise.all([1, 2, 3].map(() => kept(database, 'key', read)));
  answers.push(await kept(database, 'key', read));
  expect(reads()).toBe(1);
  expect(new Set(answers).size).toBe(1);
});

test('another question, and another database, is another answer', async () => {
  const database = {};
  const { read, reads } = counted();
  await kept(database, 'key', read);
  await kept(database, 'other key', read);
  await kept({}, 'key', read);
  expect(reads()).toBe(3);
});

test('a failed read is not kept', async () => {
  const database = {};
  const failing = (): Promise<Distributions> => Promise.reject(new Error('no answer'));
  await expect(kept(database, 'key', failing)).rejects.toThrow('no answer');
  const { read } = counted();
  expect((await kept(database, 'key', read)).get(0)?.expertIds).toEqual([0]);
});

test('the oldest answers make room: what is kept has a bound', async () => {
  const database = {};
  const first = counted(200_000);
  await kept(database, 'first', first.read);
  for (let i = 0; i < 8; i++) await kept(database, `later ${i}`, counted(200_000).read);
  await kept(database, 'first', first.read);
  expect(first.reads()).toBe(2);
});
