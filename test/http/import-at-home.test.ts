import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { homeRule, type HomeOptions } from '../../server/http/at-home.ts';
import { form, openImports } from './import-service.ts';

const lone: HomeOptions['config'] = {
  host: '127.0.0.1',
  adminKey: undefined,
  publicUrl: undefined,
  trustProxy: false,
};

/** The server of one person: without keys, on her own machine; the address, and a POST as her browser sends it. */
async function openHome(config: Partial<HomeOptions['config']> = {}, hasAdminKey = false) {
  const isAtHome = homeRule({ config: { ...lone, ...config }, hasAdminKey: async () => hasAdminKey });
  const { url, received } = await openImports({}, { isAtHome });
  const page = { origin: url, 'sec-fetch-site': 'same-origin' };
  return { url, received, page, send: (headers: Record<string, string | undefined>) => send(url, headers) };
}

/** By Node's client, which sends any header as told. */
function send(url: string, headers: Record<string, string | undefined>): Promise<number> {
  const defined = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((resolve, fail) => {
    const options = {
      method: 'POST',
      headers: { 'content-type': 'text/csv', ...(defined as Record<string, string>) },
    };
    httpRequest(`${url}/import?dataset=mine&expert=who`, options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', fail)
      .end('who\na\n');
  });
}

describe('the server of a lone analyst', () => {
  it('takes a file from its own page without a key', async () => {
    const { url, page, send } = await openHome();
    expect(await send(page)).toBe(201);
    expect(await send({ origin: url })).toBe(201);
    const localhost = url.replace('127.0.0.1', 'localhost');
    expect(await send({ origin: localhost, host: new URL(localhost).host })).toBe(201);
    const response = await fetch(`${url}/import`, {
      method: 'POST',
      body: form({ dataset: 'mine', expert: 'who' }),
      headers: { origin: url },
    });
    expect(response.status).toBe(201);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['nowhere in particular', { origin: undefined }],
    ['a page that the browser says is another', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses what comes from %s', async (_where, headers) => {
    const { page, send, received } = await openHome();
    expect(await send({ ...page, ...headers })).toBe(403);
    expect(received).toEqual([]);
  });

  it('refuses a name that was made to point here', async () => {
    const { page, send } = await openHome();
    expect(await send({ ...page, host: 'evil.example', origin: 'http://evil.example' })).toBe(401);
  });

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])(
    'asks for a key where %s tells of a proxy',
    async (name) => {
      const { page, send } = await openHome();
      expect(await send({ ...page, [name]: '203.0.113.9' })).toBe(401);
    },
  );

  it('takes a key all the same, from anywhere', async () => {
    const { send } = await openHome();
    expect(await send({ authorization: 'Bearer admin', origin: 'https://evil.example' })).toBe(201);
    expect(await send({ authorization: 'Bearer ledger' })).toBe(403);
  });
});

describe('any other server asks even its own page for a key', () => {
  it.each([
    ['ADMIN_KEY is set', { adminKey: 'x'.repeat(16) }],
    ['it listens to all the world', { host: '0.0.0.0' }],
    ['it listens to all the world by IPv6', { host: '::' }],
    ['PUBLIC_URL is set', { publicUrl: 'https://tacit.example' }],
    ['TRUST_PROXY is set', { trustProxy: 1 }],
  ])('%s', async (_why, config) => {
    const { page, send } = await openHome(config);
    expect(await send(page)).toBe(401);
  });

  it('an admin key was made', async () => {
    const { page, send } = await openHome({}, true);
    expect(await send(page)).toBe(401);
  });
});

it.each(['::1', 'localhost', '127.0.0.2'])('%s is a loopback address too', async (host) => {
  const { page, send } = await openHome({ host });
  expect(await send(page)).toBe(201);
});
