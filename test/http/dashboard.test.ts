import { describe, expect, it } from 'vitest';
import { Meter } from '../../server/access/index.ts';
import { lendGraph, type Dashboard } from '../../server/http/dashboard.ts';
import { openApp, tellingDashboard } from './support.ts';

interface Told {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

async function tell(url: string, options?: RequestInit): Promise<Told> {
  return (await (await fetch(url, options)).json()) as Told;
}

describe('the dashboard', () => {
  it('gets every address that is nothing else, with its body unread', async () => {
    const { url } = await openApp({ dashboard: tellingDashboard });
    expect((await tell(`${url}/fr/pay?sector=law`)).url).toBe('/fr/pay?sector=law');
    const posted = await tell(`${url}/form`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=1&b=2',
    });
    expect(posted).toMatchObject({ method: 'POST', body: 'a=1&b=2' });
  });

  it('takes very long addresses: a chart keeps its state there', async () => {
    const { url } = await openApp({ dashboard: tellingDashboard });
    const path = `/pay/${'x'.repeat(4000)}?${'y'.repeat(4000)}`;
    expect((await tell(url + path)).url).toBe(path);
  });

  it('is told http and the Host that was used, and no client can say otherwise', async () => {
    const { url } = await openApp({ dashboard: tellingDashboard });
    const { headers } = await tell(url, {
      headers: { 'x-tacit-protocol': 'https', 'x-tacit-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    expect(headers['x-tacit-protocol']).toBe('http');
    expect(headers['x-tacit-host']).toBe(new URL(url).host);
    expect(headers['x-tacit-address']).toBe('127.0.0.1');
  });

  it('believes a proxy that the configuration trusts', async () => {
    const { url } = await openApp({
      dashboard: tellingDashboard,
      config: { trustProxy: 1, publicUrl: undefined },
    });
    const { headers } = await tell(url, {
      headers: {
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'tacit.example',
        'x-forwarded-for': '203.0.113.9, 192.0.2.7',
      },
    });
    expect(headers).toMatchObject({
      'x-tacit-protocol': 'https',
      'x-tacit-host': 'tacit.example',
      'x-tacit-address': '192.0.2.7',
    });
  });

  it('takes its address from PUBLIC_URL where that is set', async () => {
    const { url } = await openApp({
      dashboard: tellingDashboard,
      config: { trustProxy: false, publicUrl: 'https://tacit.example' },
    });
    for (const path of ['/', '/graphql']) {
      const { headers } = await tell(url + path, { headers: { accept: 'text/html' } });
      expect(headers).toMatchObject({ 'x-tacit-protocol': 'https', 'x-tacit-host': 'tacit.example' });
    }
  });

  it('says how to build it while it is not built', async () => {
    const { url } = await openApp();
    const response = await fetch(url);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { code: 'NOT_FOUND', message: expect.stringContaining('npm run build') },
    });
  });

  it('does not take the server down when it fails', async () => {
    const { url } = await openApp({ dashboard: () => Promise.reject(new Error('secret detail')) });
    const response = await fetch(url);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('finds the API under a symbol of this process', async () => {
    const answer = { data: { hello: 'hello' } };
    lendGraph(
      async () => answer,
      () => true,
    );
    const execute = (globalThis as { [key: symbol]: unknown })[Symbol.for('tacit.graph')] as () => unknown;
    expect(await execute()).toBe(answer);
  });

  it('is shown what its own documents may see at home; what a visitor wrote is asked as a stranger, and counted', async () => {
    const asked: unknown[] = [];
    lendGraph(
      async (query, _variables, { access, purse } = {}) => {
        asked.push([query, access?.mayReadAggregates ?? false, purse?.standing.remaining ?? null]);
        return {};
      },
      (query) => query === '{ ours }',
    );
    const execute = (globalThis as { [key: symbol]: unknown })[Symbol.for('tacit.graph')] as (
      query: string,
    ) => Promise<unknown>;
    const dashboard: Dashboard = async (_request, response) => {
      await execute('{ ours }');
      response.end(JSON.stringify(await execute('{ theirs }')));
    };
    const meter = new Meter({ anonymous: 2, read: 2, ledger: 2, admin: 2 });
    const { url } = await openApp({ dashboard, meter, isAtHome: async () => true });
    expect(await (await fetch(url)).json()).toEqual({});
    await fetch(url);
    expect(await (await fetch(url)).json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    const ours = ['{ ours }', true, null];
    expect(asked).toEqual([ours, ['{ theirs }', false, 1], ours, ['{ theirs }', false, 0], ours]);
  });
});
