import 'reflect-metadata';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Meter } from '../../server/access/index.ts';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { OwnNames } from '../../server/graphql/own-names.ts';
import { createApp } from '../../server/http/app.ts';
import { isKeepable } from '../../server/http/kept-answers/keepable.ts';
import { KeptAnswers } from '../../server/http/kept-answers/kept-answers.ts';
import { createLogger } from '../../server/logging.ts';
import { publishLedger } from '../analytics/earning-filter/publish-ledger.ts';
import { comparable } from '../readpath/two-apis.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { fakeKeys } from './support.ts';

let database: TestDatabase;
let graph: Graph;
let kept: FastifyInstance;
let plain: FastifyInstance;
let counted: number;

beforeAll(async () => {
  database = await openSeededDatabase();
  await publishLedger(database, 'own', [{ expert: 'a', units: 3, sector: 'law' }]);
  const logger = createLogger('silent');
  graph = await createGraph({ database, logger });
  const options = {
    ...{ config: { trustProxy: false as const, publicUrl: undefined, maxUploadBytes: 1024 }, logger },
    ...{ graph, keys: fakeKeys, isAtHome: async () => false, checks: {} },
    imports: { service: undefined, reports: undefined } as never,
    loadDashboard: async () => undefined,
  };
  const plenty = { anonymous: 1e9, read: 1e9, ledger: 1e9, admin: 1e9 };
  const keptAnswers = new (class extends KeptAnswers {
    override async find(...asked: Parameters<KeptAnswers['find']>): Promise<string | Buffer | undefined> {
      const found = await super.find(...asked);
      if (found !== undefined) counted += 1;
      return found;
    }
  })(graph.schema, database, new OwnNames([]));
  kept = await createApp({ ...options, meter: new Meter(plenty, 1e6), keptAnswers });
  plain = await createApp({ ...options, meter: new Meter(plenty, 1e6) });
});
afterAll(async () => {
  await kept.close();
  await plain.close();
  await graph.stop();
  await database.drop();
});

interface Asked {
  query: string;
  key?: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
}

async function ask(app: FastifyInstance, { query, key, method = 'POST', headers = {} }: Asked) {
  const reply = await app.inject({
    method,
    url: method === 'GET' ? `/graphql?query=${encodeURIComponent(query)}` : '/graphql',
    ...(method === 'GET' ? {} : { payload: { query } }),
    headers: {
      ...{ 'user-agent': 'curl', 'apollo-require-preflight': 'a program' },
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
  });
  const isPacked = reply.headers['content-encoding'] === 'gzip';
  const body = isPacked ? gunzipSync(reply.rawPayload).toString() : reply.body;
  // What is packed while it is sent has no length beforehand.
  const { 'transfer-encoding': _chunked, ...told } = reply.headers;
  return { status: reply.statusCode, headers: told, body };
}

/** Asks both the same, and that they say the same; how often it came from what was kept. */
async function asBoth(asked: Asked, times = 3): Promise<number> {
  counted = 0;
  for (let i = 0; i < times; i++) {
    const [served, expected] = [await ask(kept, asked), await ask(plain, asked)];
    expect(served.status).toBe(expected.status);
    if (served.status !== 304) expect(comparable(served)).toEqual(comparable(expected));
    // What is kept is kept after the answer is sent.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return counted;
}

const concentration = `{ dataset(slug: "own") { title release { number } concentration(measure: UNITS) {
  contributors total gini { value interval { low } } lorenz(points: 5) { measureShare } } } }`;

describe('an answer that is kept', () => {
  test('is what Apollo answers: status, headers, data in its order, cost', async () => {
    expect(await asBoth({ query: concentration })).toBe(2);
    expect(await asBoth({ query: concentration, key: 'read' })).toBe(2);
    expect(await asBoth({ query: concentration, method: 'GET' })).toBe(3);
    const many = `{ datasets(first: 20) { nodes { slug sectors { slug } concentration(measure: UNITS) { gini { value } } } } }`;
    expect(await asBoth({ query: many })).toBe(2);
  });

  test('is packed once where it is long, and says the same to whoever unpacks it and whoever cannot', async () => {
    const query =
      '{ professions(first: 100) { nodes { id socCode title stage names stageNeeds { __typename } wages { __typename } } } }';
    const packs = { 'accept-encoding': 'gzip, deflate' };
    expect(await asBoth({ query, headers: packs })).toBe(2);
    expect(await asBoth({ query })).toBe(3);
    const { headers, body } = await ask(kept, { query, headers: packs });
    expect(body.length).toBeGreaterThan(16_000);
    expect(headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(headers['vary']).toContain('accept-encoding');
    await ask(plain, { query, headers: packs });
  });

  test('is known by its validator', async () => {
    const asked: Asked = { query: concentration, method: 'GET' };
    const { headers } = await ask(kept, asked);
    await ask(plain, asked);
    const again = { ...asked, headers: { 'if-none-match': String(headers['etag']) } };
    expect((await ask(kept, again)).status).toBe(304);
    expect((await ask(plain, again)).status).toBe(304);
  });

  test('holds no longer than what it says: after a release the new one is answered', async () => {
    await asBoth({ query: concentration });
    await publishLedger(database, 'own', [
      { expert: 'a', units: 3, sector: 'law' },
      { expert: 'b', units: 9, sector: 'law' },
    ]);
    const { body } = await ask(kept, { query: concentration });
    await ask(plain, { query: concentration });
    expect(JSON.parse(body)).toMatchObject({
      data: { dataset: { release: { number: 2 }, concentration: { contributors: 2, total: 12 } } },
    });
    expect(await asBoth({ query: concentration })).toBeGreaterThan(0);
  });

  test('is none where anything was wrong with the question, or who asks may read what others may not', async () => {
    expect(await asBoth({ query: '{ dataset(slug: "none") { title } }' })).toBe(2);
    expect(
      await asBoth({ query: '{ dataset(slug: "own") { concentration(measure: WRONG) { total } } }' }),
    ).toBe(0);
    expect(await asBoth({ query: `{ dataset(slug: "own") { release(number: 99) { number } } }` })).toBe(0);
    await database.pool.query(`update dataset set protected = true where slug = 'own'`);
    expect(await asBoth({ query: concentration, key: 'ledger' })).toBe(0);
    await database.pool.query(`update dataset set protected = false where slug = 'own'`);
  });
});

describe('answers may be kept', () => {
  test.each([
    concentration,
    'query A($s: String!) { ledger: dataset(slug: $s) { __typename ...D } } fragment D on Dataset { title }',
    '{ project(id: "x") { name } claims { slug } }',
  ])('of %s', (text) => expect(isKeepable(graph.schema, text)).toBe(true));

  test.each([
    ['{ rateLimit { remaining } }', 'what moves by itself'],
    ['{ dataset(slug: "a") { title } figure(id: "x") { id } }', 'what anybody can add to'],
    ['{ node(id: "x") { id } }', 'what may be anything'],
    ['{ __schema { types { name } } }', 'the schema'],
    ['{ dataset(slug: "a") { nonsense } }', 'what is not valid'],
    ['{ dataset(', 'what cannot be read'],
  ])('but not of %s: %s', (text) => expect(isKeepable(graph.schema, text)).toBe(false));
});
