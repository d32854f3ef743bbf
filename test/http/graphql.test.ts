import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openApp, tellingDashboard } from './support.ts';

const json = { 'content-type': 'application/json' };

describe('/graphql', () => {
  it('answers a program', async () => {
    const { url } = await openApp({ dashboard: tellingDashboard });
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: json,
      body: '{"query":"{ hello }"}',
    });
    expect(await response.json()).toEqual({ data: { hello: 'hello' } });
    const get = await fetch(`${url}/graphql?query={hello}`, {
      headers: { accept: '*/*', 'apollo-require-preflight': 'yes' },
    });
    expect(await get.json()).toEqual({ data: { hello: 'hello' } });
  });

  it('shows a browser the page of the dashboard, and tells caches that the two differ', async () => {
    const { url } = await openApp({ dashboard: tellingDashboard });
    const response = await fetch(`${url}/graphql?query=x`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(await response.json()).toMatchObject({ url: '/graphql?query=x' });
    expect(response.headers.get('vary')).toContain('accept');
  });

  it.each([
    ['what is not JSON', { headers: json, body: '{' }, 400, 'BAD_REQUEST'],
    ['an empty body', { headers: json, body: '' }, 400, 'BAD_REQUEST'],
    [
      'another type of body',
      { headers: { 'content-type': 'text/csv' }, body: 'a,b' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['too much', { headers: json, body: `{"query":"${'x'.repeat(1_100_000)}"}` }, 413, 'PAYLOAD_TOO_LARGE'],
  ])('refuses %s in the words of the registry', async (_what, options, status, code) => {
    const { url } = await openApp();
    const response = await fetch(`${url}/graphql`, { method: 'POST', ...options });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('refuses %s and says which methods it takes', async (method) => {
    const { url } = await openApp({ dashboard: tellingDashboard });
    const response = await fetch(`${url}/graphql`, { method, headers: json, body: '{}' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST, OPTIONS');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  });

  it('gives the schema as text', async () => {
    const { url } = await openApp();
    const response = await fetch(`${url}/graphql/schema`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('type Query {');
  });

  it('refuses a Host that is none', async () => {
    const { url } = await openApp();
    const status = await new Promise((resolve, fail) => {
      request(`${url}/graphql`, { method: 'POST', headers: { host: 'a]b' } }, ({ statusCode }) =>
        resolve(statusCode),
      )
        .on('error', fail)
        .end();
    });
    expect(status).toBe(400);
  });
});
