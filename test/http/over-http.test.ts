import { createHash } from 'node:crypto';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PersistedDocuments } from '../../server/graphql/persisted-documents.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { openApp, tellingDashboard } from './support.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph('empty');
});
afterAll(() => graph.close());

const hello = '{ rateLimit { perRequest } }';
const told = { data: { rateLimit: { perRequest: 20_000 } } };
const program = { 'user-agent': 'curl/8.5.0' };
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)', accept: '*/*' };

const open = async (config = {}) => (await openApp({ graph, config, dashboard: tellingDashboard })).url;
const get = (url: string, query: string, headers: Record<string, string> = program) =>
  fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers });

describe('GraphQL over HTTP', () => {
  /** To whoever accepts application/json they recommend 200 for documents that cannot run; we say 400, as Apollo does. */
  const declined = [
    'SHOULD use 200 status code on document parsing failure when accepting application/json',
    'SHOULD use 200 status code on document validation failure when accepting application/json',
    'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
  ];

  it('passes the public audits', async () => {
    const url = `${await open()}/graphql`;
    const failed: string[] = [];
    const audits = serverAudits({ url, fetchFn: fetch });
    expect(audits.length).toBeGreaterThan(50);
    for (const audit of audits) {
      const result = await audit.fn();
      if (result.status !== 'ok' && !declined.includes(audit.name))
        failed.push(`${audit.name}: ${result.reason}`);
    }
    expect(failed).toEqual([]);
  });

  it.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('answers %s as %s', async (accept, type) => {
    const response = await get(await open(), hello, { ...program, accept });
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.json()).toMatchObject(told);
  });

  it('refuses what no page could have been asked to do by its visitor', async () => {
    const url = await open();
    expect(await (await get(url, hello)).json()).toMatchObject(told);
    const elsewhere = await get(url, hello, browser);
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect((await get(url, hello, { ...browser, 'apollo-require-preflight': 'yes' })).status).toBe(200);
    const form = { method: 'POST', body: 'query={rateLimit{perRequest}}' };
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'];
    for (const type of types) {
      const response = await fetch(`${url}/graphql`, { ...form, headers: { 'content-type': type } });
      expect(response.status).toBe(415);
    }
  });

  it('takes no mutation by GET, whichever of several operations it is', async () => {
    const url = await open();
    const mutation = 'mutation M { keyRevoke(number: 1) { __typename } }';
    for (const query of [mutation, `query Q { __typename } ${mutation}&operationName=M`]) {
      const [text = '', more = ''] = query.split('&');
      const response = await fetch(`${url}/graphql?query=${encodeURIComponent(text)}&${more}`, {
        headers: program,
      });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }],
      });
    }
  });

  it('packs long answers for whoever can unpack them', async () => {
    const url = await open();
    const long = '{ __schema { types { name description } } }';
    const packed = await get(url, long, { ...program, 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    const plain = await get(url, long, { ...program, 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const { data } = (await packed.json()) as { data: unknown };
    expect(data).toEqual(((await plain.json()) as { data: unknown }).data);
  });
});

describe('an answer by GET', () => {
  it('need not be sent again while it is the same', async () => {
    const url = await open();
    const first = await get(url, hello);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    for (const known of [tag, `"other", W/${tag}`, '*']) {
      const again = await get(url, hello, { ...program, 'if-none-match': known });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(tag);
      expect(await again.text()).toBe('');
    }
    const other = await get(url, '{ rateLimit { limit } }', { ...program, 'if-none-match': tag });
    expect(other.status).toBe(200);
  });

  it('is for no shared cache where a key was sent, and has no tag where it failed', async () => {
    const url = await open();
    const keyed = await get(url, hello, { ...program, authorization: 'Bearer read' });
    expect(keyed.headers.get('cache-control')).toBe('private, no-cache');
    expect(keyed.headers.get('vary')?.toLowerCase()).toContain('authorization');
    expect((await get(url, '{ nonsense }')).headers.get('etag')).toBeNull();
  });
});

describe('documents known by their hash', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const by = (hash: string, query?: string) =>
    `?extensions=${encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }))}${
      query === undefined ? '' : `&query=${encodeURIComponent(query)}`
    }`;

  it('are sent once by whoever wants to send only the hash from then on', async () => {
    const url = `${await open()}/graphql`;
    const ask = async (search: string) =>
      (await (await fetch(url + search, { headers: program })).json()) as { errors?: unknown[] };
    expect(await ask(by(hashOf(hello)))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect(await ask(by(hashOf(hello), hello))).toMatchObject(told);
    expect(await ask(by(hashOf(hello)))).toMatchObject(told);
    expect((await ask(by(hashOf('other'), hello))).errors).toHaveLength(1);
  });

  it('are kept as long as there is room; those of our pages always', async () => {
    const documents = new PersistedDocuments(['{ ours }']);
    await documents.set('apq:first', '{ theirs }');
    for (let i = 0; i < 100; i++) await documents.set(`apq:${i}`, 'x'.repeat(60_000));
    expect(await documents.get('apq:first')).toBeUndefined();
    expect(await documents.get('apq:99')).toHaveLength(60_000);
    expect(await documents.get(`apq:${hashOf('{ ours }')}`)).toBe('{ ours }');
    expect(documents.isTrusted('{ ours }')).toBe(true);
    expect(documents.isTrusted('{ ours  }')).toBe(false);
  });
});

describe('pages of other sites', () => {
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });

  it('are not let in unless they are named', async () => {
    const url = await open();
    const response = await preflight(url, 'https://lab.example');
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, POST, OPTIONS');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('may ask, and read what is left to them, where they are', async () => {
    const url = await open({ corsOrigins: ['https://lab.example'] });
    const named = await preflight(url, 'https://lab.example');
    expect(named.status).toBe(204);
    expect(named.headers.get('access-control-allow-origin')).toBe('https://lab.example');
    expect(named.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(
      (await preflight(url, 'https://other.example')).headers.get('access-control-allow-origin'),
    ).toBeNull();
    for (const body of [JSON.stringify({ query: hello }), '{']) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { origin: 'https://lab.example', 'content-type': 'application/json' },
        body,
      });
      expect(response.headers.get('access-control-allow-origin')).toBe('https://lab.example');
      expect(response.headers.get('access-control-expose-headers')).toContain('ratelimit-remaining');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('may all ask where the configuration says so', async () => {
    const url = await open({ corsOrigins: ['*'] });
    expect((await preflight(url, 'https://any.example')).headers.get('access-control-allow-origin')).toBe(
      '*',
    );
  });
});
