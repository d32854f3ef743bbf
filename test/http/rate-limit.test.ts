import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Meter } from '../../server/access/index.ts';
import { networkOf } from '../../server/access/network.ts';
import { createGraph } from '../../server/graphql/graph.ts';
import { createLogger } from '../../server/logging.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { openApp } from './support.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

const points = { anonymous: 100, read: 1000, ledger: 2000, admin: 4000 };

async function openLimited(
  config = {},
  seconds = 60,
  asked: Pick<OpenGraph, 'apollo' | 'context' | 'deadline' | 'schema'> = graph,
) {
  const { url } = await openApp({ graph: asked, meter: new Meter(points, seconds), config });
  return async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return { response, headers: response.headers, body: (await response.json()) as Answer };
  };
}

interface Answer {
  data?: Record<string, Record<string, unknown>>;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions: { cost: { requested: number; actual: number; limit: number; remaining: number } };
}

describe('what a minute allows', () => {
  it('is told in every answer, and what was not used is given back', async () => {
    const ask = await openLimited();
    // Of a page of 60 only as many rows are paid for as there are: the few shared sectors.
    const { headers, body } = await ask(
      '{ sectors(first: 60, filter: { shared: true }) { nodes { slug } } }',
    );
    const { cost } = body.extensions;
    expect(cost).toMatchObject({ requested: 61, limit: 100, remaining: 100 - cost.actual });
    expect(cost.actual).toBeLessThan(40);
    expect(headers.get('ratelimit-policy')).toBe('"anonymous";q=100;w=60');
    expect(headers.get('ratelimit')).toMatch(new RegExp(`^"anonymous";r=${cost.remaining};t=(60|5\\d)$`));
    expect(headers.get('ratelimit-limit')).toBe('100');
    expect(headers.get('ratelimit-remaining')).toBe(String(cost.remaining));
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(50);
    expect(headers.get('retry-after')).toBeNull();
    const { body: limit } = await ask('{ rateLimit { limit remaining resetAt perRequest } }');
    expect(limit.data?.['rateLimit']).toMatchObject({ limit: 100, remaining: cost.remaining - 1 });
    expect(limit.extensions.cost.remaining).toBe(cost.remaining - 1);
  });

  it('is told by refusals of every kind', async () => {
    const { url } = await openApp({ graph, meter: new Meter(points) });
    const json = { 'content-type': 'application/json' };
    const requests: RequestInit[] = [
      { method: 'POST', headers: json, body: '{' },
      { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a' },
      { method: 'DELETE' },
      { method: 'POST', headers: { ...json, authorization: 'Bearer wrong' }, body: '{}' },
      { method: 'POST', headers: json, body: JSON.stringify({ query: '{' }) },
      { method: 'POST', headers: json, body: JSON.stringify([{ query: '{ __typename }' }]) },
      { method: 'POST', headers: json, body: JSON.stringify({ query: '{ nonsense }' }) },
    ];
    for (const [i, request] of requests.entries()) {
      const response = await fetch(`${url}/graphql`, request);
      const { errors, extensions } = (await response.json()) as Answer;
      expect(response.ok).toBe(false);
      expect(errors?.[0]?.extensions['code']).toBeTypeOf('string');
      expect(extensions.cost).toEqual({ requested: 0, actual: 0, limit: 100, remaining: 99 - i });
      expect(response.headers.get('ratelimit-remaining')).toBe(String(99 - i));
    }
  });

  it('refuses what is beyond it: when there is more, which field costs most, and what would fit', async () => {
    const ask = await openLimited();
    const { response, headers, body } = await ask('{ sources(first: 100) { nodes { title } } }');
    expect(response.status).toBe(429);
    const [error] = body.errors ?? [];
    expect(error?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      requested: 101,
      limit: 100,
      field: 'sources',
      pageSize: 99,
    });
    expect(error?.message).toMatch(
      /^Without a key 100 points may be spent a minute; 99 are left for the next \d+ s, and this query may cost 101\. The costliest field is sources: with first: 99 the query would fit\.$/,
    );
    expect(headers.get('retry-after')).toBe(String(error?.extensions['retryAfter']));
    // One was paid for the refusal; the refused points are still there.
    const { body: smaller } = await ask('{ sources(first: 98) { nodes { title } } }');
    expect(smaller.errors).toBeUndefined();
    expect(smaller.extensions.cost.remaining).toBe(0);
    const knocked = await ask('{ __typename }');
    expect(knocked.response.status).toBe(429);
    expect(Number(knocked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(knocked.body.extensions.cost).toEqual({ requested: 0, actual: 0, limit: 100, remaining: 0 });
  });

  it('is spent by an operation that fails after much work, and not by one that fails at once', async () => {
    const { database } = graph;
    const hurried = await createGraph({ database, logger: createLogger('silent'), longestOperation: 600 });
    onTestFinished(() => hurried.stop());
    await database.pool.query('alter table evaluation rename to evaluation_rows');
    await database.pool.query(
      'create view evaluation as select rows.* from (select pg_sleep(60)) slowly, evaluation_rows rows',
    );
    onTestFinished(async () => {
      await database.pool.query('drop view evaluation; alter table evaluation_rows rename to evaluation');
    });
    const ask = await openLimited({}, 60, hurried);
    const slow = await ask('{ evaluations(first: 50) { nodes { score } } }');
    expect(slow.body.errors?.[0]?.extensions['code']).toBe('QUERY_TIMEOUT');
    expect(slow.body.extensions.cost).toEqual({ requested: 51, actual: 51, limit: 100, remaining: 49 });
    const wrong = await ask('{ sources(first: 40, after: "x") { nodes { title } } }');
    expect(wrong.body.extensions.cost).toMatchObject({ requested: 41, actual: 0, remaining: 48 });
  });

  it('is there again when the minute is over', async () => {
    const ask = await openLimited({}, 1);
    await ask('{ sources(first: 98) { nodes { title } } }');
    expect((await ask('{ sources(first: 98) { nodes { title } } }')).response.status).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await ask('{ sources(first: 98) { nodes { title } } }')).response.status).toBe(200);
  });

  it('is a purse of its own for each key, larger than that of an address', async () => {
    const ask = await openLimited();
    await ask('{ sources(first: 98) { nodes { title } } }');
    const { headers, body } = await ask('{ rateLimit { limit remaining } }', {
      authorization: 'Bearer read',
    });
    expect(headers.get('ratelimit-policy')).toBe('"read";q=1000;w=60');
    expect(body.data?.['rateLimit']).toEqual({ limit: 1000, remaining: 999 });
  });

  it('counts by the address that a trusted proxy names, and by nothing that a stranger claims', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const behind = await openLimited({ trustProxy: true });
    await behind('{ __typename }', from('192.0.2.1'));
    expect((await behind('{ __typename }', from('192.0.2.1'))).body.extensions.cost.remaining).toBe(98);
    expect((await behind('{ __typename }', from('192.0.2.2'))).body.extensions.cost.remaining).toBe(99);
    const alone = await openLimited();
    await alone('{ __typename }', from('192.0.2.1'));
    expect((await alone('{ __typename }', from('192.0.2.2'))).body.extensions.cost.remaining).toBe(98);
  });
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1::7', '2001:db8:0:1::/64'],
  ['2001:DB8:0:1:8000::', '2001:db8:0:1::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
