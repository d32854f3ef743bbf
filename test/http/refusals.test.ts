import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Meter } from '../../server/access/index.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { openApp, tellingDashboard } from './support.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph('empty');
});
afterAll(() => graph.close());

const open = async () => (await openApp({ graph, dashboard: tellingDashboard })).url;
const json = { 'content-type': 'application/json' };

interface Raw {
  status: number;
  allow: string | undefined;
  text: string;
}

/** A request as fetch would not send it. */
function raw(url: string, method: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, fail) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (part) => (text += String(part)));
      response.on('end', () =>
        resolve({ status: response.statusCode!, allow: response.headers.allow, text }),
      );
    });
    sent.on('error', fail).end();
  });
}

describe('a method that an address does not take', () => {
  const cases = [
    ...['HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'].map((method) => ['/graphql', method]),
    ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].map((method) => ['/mcp', method]),
    ...['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'].map((method) => ['/pay', method]),
  ] as [string, string][];
  it.each(cases)('%s by %s is 405 with its code, and says which would do', async (path, method) => {
    const { status, allow, text } = await raw((await open()) + path, method);
    expect(status).toBe(405);
    expect(allow).toMatch(/^(GET|POST)/);
    if (method !== 'HEAD') expect(text).toContain('METHOD_NOT_ALLOWED');
  });
});

describe('a slip of whoever writes to the API by hand', () => {
  const persisted = (extension: unknown) =>
    JSON.stringify({ query: '{ __typename }', extensions: { persistedQuery: extension } });
  it.each([
    ['another version of persisted queries', persisted({ version: 2, sha256Hash: 'a' }), /"version": 1/],
    ['a persisted query that is text', persisted('a'), /"version": 1/],
    ['a hash that is a number', persisted({ version: 1, sha256Hash: 7 }), /SHA-256/],
    ['JSON that is null', 'null', /must be a JSON object/],
    ['JSON that is text', '"{ __typename }"', /must be a JSON object/],
    ['nothing', '', /body is empty/],
    ['half of it', '{"query":', /not JSON/],
    ['a key that is not taken', '{"query":"{ __typename }","__proto__":{}}', /"__proto__"/],
    ['no query', '{"variables":{}}', /no "query"/],
    ['an array', '[{"query":"{ __typename }"}]', /in no array/],
  ])('%s is BAD_REQUEST in words that tell what would do', async (_slip, body, words) => {
    const response = await fetch(`${await open()}/graphql`, { method: 'POST', headers: json, body });
    expect(response.status).toBe(400);
    const { errors, extensions } = (await response.json()) as {
      errors: [{ message: string; extensions: object }];
      extensions: object;
    };
    expect(errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
    expect(errors[0].message).toMatch(words);
    expect(extensions).toMatchObject({ cost: { requested: 0, actual: 0 } });
  });

  it('a packed body is told to be unpacked', async () => {
    const response = await fetch(`${await open()}/graphql`, {
      method: 'POST',
      headers: { ...json, 'content-encoding': 'gzip' },
      body: gzipSync('{"query":"{ __typename }"}'),
    });
    expect(response.status).toBe(415);
    expect(await response.text()).toContain('UNSUPPORTED_MEDIA_TYPE');
  });

  it('headers beyond all measure are told so, with a code', async () => {
    const { status, text } = await raw(`${await open()}/graphql`, 'GET', { 'x-long': 'x'.repeat(20_000) });
    expect([status, JSON.parse(text)]).toEqual([
      431,
      { error: { code: 'PAYLOAD_TOO_LARGE', message: expect.stringContaining('16 kB') } },
    ]);
  });

  it('what is no HTTP is told so, with a code', async () => {
    const { port } = new URL(await open());
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    socket.write('{ datasets { totalCount } }\r\n\r\n');
    let text = '';
    for await (const part of socket) text += String(part);
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(text).toContain('{"error":{"code":"BAD_REQUEST"');
  });

  it('an address below the API’s is nothing to a program, and a page to a person', async () => {
    const url = await open();
    const sent = { method: 'POST', headers: json, body: '{"query":"{ __typename }"}' };
    for (const [path, options] of [
      ['/graphql/v1', sent],
      ['/graphql/v1', { headers: { accept: 'application/json' } }],
    ] as const) {
      const response = await fetch(url + path, options);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
    const page = await fetch(`${url}/graphql/reference`, { headers: { accept: 'text/html' } });
    expect(await page.json()).toMatchObject({ url: '/graphql/reference' });
    expect(await (await fetch(`${url}/graphql/`, sent)).json()).toMatchObject({
      data: { __typename: 'Query' },
    });
  });
});

it('the schema need not be sent again while it is the same', async () => {
  const url = `${await open()}/graphql/schema`;
  const tag = (await fetch(url)).headers.get('etag')!;
  const again = await fetch(url, { headers: { 'if-none-match': `W/${tag}` } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('files of figures tell what is left after what was asked of the API', async () => {
  const { url } = await openApp({
    graph,
    meter: new Meter({ anonymous: 100, read: 1, ledger: 1, admin: 1 }),
  });
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: json,
    body: '{"query":"{ rateLimit { limit } }"}',
  });
  for (const authorization of ['', 'Bearer nonsense']) {
    const { headers } = await fetch(`${url}/figures/none.csv`, { headers: { authorization } });
    expect(headers.get('ratelimit-remaining')).toBe('99');
  }
});
