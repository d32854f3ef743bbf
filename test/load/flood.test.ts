import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProduct, type Product } from '../support/product.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { closedLoop, openLoop, quantileOf } from './traffic.ts';
import { watch } from './watch.ts';

let database: TestDatabase;
let product: Product;
beforeAll(async () => {
  database = await openSeededDatabase();
  product = await startProduct({
    environment: { DATABASE_URL: database.url, TRUST_PROXY: 'true', ADMIN_KEY: 'a key of this test alone' },
  });
});
afterAll(async () => {
  await product?.stop();
  await database?.drop();
});

test('of several times what it has places for a server turns away the rest, lives, and is as fast as before when it is over', async () => {
  const { url } = product;
  await openLoop(url, 40, 2);
  const watching = watch(url);
  const before = (await closedLoop(url, 2, 1)).rows();
  const { memory } = watching.until();
  const flood = (await closedLoop(url, 300, 2)).rows();
  const during = await watching.end();

  expect([...new Set(flood.map(({ status }) => status))].sort()).toEqual([200, 503]);
  const turnedAway = flood.filter(({ status }) => status === 503);
  expect(turnedAway.filter(({ retryAfter }) => !retryAfter)).toEqual([]);
  expect(during.health.length).toBeGreaterThan(0);
  expect(during.dead).toBe(0);
  expect(Math.max(...during.memory)).toBeLessThan(2 * Math.max(...memory));
  expect(product.said()).not.toContain('MaxListeners');

  let after = (await closedLoop(url, 2, 1)).rows();
  for (let second = 1; second < 10 && quantileOf(after, 0.5) > 2 * quantileOf(before, 0.5); second += 1)
    after = (await closedLoop(url, 2, 1)).rows();
  expect(new Set(after.map(({ status }) => status))).toEqual(new Set([200]));
  expect(quantileOf(after, 0.5)).toBeLessThanOrEqual(2 * quantileOf(before, 0.5));
}, 60_000);
