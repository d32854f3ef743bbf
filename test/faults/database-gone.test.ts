import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connect.ts';
import { createGraph } from '../../server/graphql/graph.ts';
import { createLogger } from '../../server/logging.ts';
import { eventually } from '../embedded/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { verify } from '../../server/verification/verify.ts';
import { openCable, type Cable } from './support/cable.ts';
import { startProduct, type Product } from '../support/product.ts';
import { report, times } from './support/run-length.ts';

let database: TestDatabase;
let cable: Cable;
let product: Product;
let url: string;
beforeAll(async () => {
  database = await openSeededDatabase();
  const address = inject('postgres');
  cable = await openCable(address);
  const name = new URL(database.url).pathname;
  const password = address.password === undefined ? '' : `:${address.password}`;
  url = `postgresql://${address.user}${password}@127.0.0.1:${cable.port}${name}`;
  product = await startProduct({ environment: { DATABASE_URL: url } });
});
afterAll(async () => {
  await product.stop();
  await cable.close();
  await database.drop();
});

const query = encodeURIComponent('{ datasets(first: 3) { nodes { slug experts { totalCount } } } }');
const addresses = [
  '/pay',
  '/fr/concentration',
  '/professions/23-1011',
  `/graphql?query=${query}`,
  '/feed.xml',
  '/figures/00000000000000000000.svg',
  '/share.png?page=/pay',
];

interface Seen {
  address: string;
  status: number;
  retryAfter: string | null;
  text: string;
}

async function visit(address: string): Promise<Seen> {
  const answer = await fetch(product.url + address);
  return {
    address,
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    text: await answer.text(),
  };
}

test(
  'while its database is away a server answers each request at once, coded and with when to ask again; then it goes on',
  async () => {
    const back: number[] = [];
    const before = new Map(
      (await Promise.all(addresses.map(visit))).map((seen) => [seen.address, seen.status]),
    );
    for (let time = 0; time < times(1); time += 1) {
      let going = true;
      const seen: Seen[] = [];
      const visitors = addresses.map(async (address) => {
        while (going) {
          seen.push(await visit(address));
          await wait(20);
        }
      });
      await wait(200 + Math.random() * 200);
      await cable.pull();
      await wait(100);
      const away = await Promise.all(addresses.map(visit));
      expect(away.map(({ address, status }) => [address, status])).toEqual(
        addresses.map((address) => [address, 503]),
      );
      for (const one of away)
        expect(one, one.address).toMatchObject({ retryAfter: expect.stringMatching(/^\d+$/) });
      expect((await visit('/healthz')).status).toBe(200);
      expect(await visit('/readyz')).toMatchObject({ status: 503, retryAfter: expect.any(String) });
      await cable.putBack();
      const began = performance.now();
      await eventually(async () => {
        for (const address of addresses) expect((await visit(address)).status).toBe(before.get(address));
      });
      back.push(performance.now() - began);
      going = false;
      await Promise.all(visitors);
      const odd = seen.filter(({ address, status }) => status !== before.get(address) && status !== 503);
      expect(odd, product.said().slice(-3000)).toEqual([]);
    }
    expect(product.runs()).toBe(true);
    const wrong = (await verify(database.pool)).filter(({ different }) => different > 0);
    report({
      fault: 'database gone under traffic, from the moment it is there again',
      times: back.length,
      lost: wrong.length,
      back,
      note: `meanwhile every one of ${addresses.length} kinds of address was answered with 503 and \`Retry-After\``,
    });
    expect(wrong).toEqual([]);
  },
  times(1) * 20_000,
);

test('a database that says nothing holds up no operation beyond its deadline, and no connection is lost to it', async () => {
  const silenced = await connectDatabase({ url }, { poolSize: 3 });
  const graph = await createGraph({
    database: silenced,
    logger: createLogger('silent'),
    longestOperation: 300,
  });
  const ask = async () =>
    (await graph.execute('{ sectors(first: 1) { nodes { slug } } }')).errors?.[0]?.extensions;
  try {
    expect(await ask()).toBeUndefined();
    cable.clamp();
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(new Set(answers.map((extensions) => extensions?.['code']))).toEqual(new Set(['QUERY_TIMEOUT']));
    // The second time every connection is taken by what was never answered.
    expect(await ask()).toMatchObject({ code: 'QUERY_TIMEOUT' });
    cable.release();
    await eventually(async () => expect(await ask()).toBeUndefined());
    await eventually(() => expect(silenced.pool.idleCount).toBe(silenced.pool.totalCount));
  } finally {
    cable.release();
    await graph.stop();
    await silenced.close();
  }
});
