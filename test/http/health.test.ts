import { describe, expect, it } from 'vitest';
import { openApp } from './support.ts';

describe('health', () => {
  it('says that the process lives, whatever the database does', async () => {
    const { url } = await openApp({ checks: { database: () => Promise.reject(new Error('gone')) } });
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'alive' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is ready while every check holds, and says which does not', async () => {
    let database = true;
    const { url } = await openApp({
      checks: {
        database: async () => database || Promise.reject(new Error('gone')),
        migrations: async () => true,
      },
    });
    const ask = async () => {
      const response = await fetch(`${url}/readyz`);
      return [response.status, await response.json()];
    };
    expect(await ask()).toEqual([200, { status: 'ready', checks: { database: true, migrations: true } }]);
    database = false;
    expect(await ask()).toEqual([
      503,
      { status: 'unavailable', checks: { database: false, migrations: true } },
    ]);
    database = true;
    expect((await ask())[0]).toBe(200);
  });

  it('does not wait long for a database that does not answer', async () => {
    const { url } = await openApp({ checks: { database: () => new Promise(() => undefined) } });
    const began = performance.now();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('counts requests by route and status for Prometheus', async () => {
    const { url } = await openApp();
    await fetch(`${url}/healthz`);
    await fetch(`${url}/healthz`);
    await fetch(`${url}/nowhere`);
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    expect(text).toContain('http_requests_total{method="GET",route="/healthz",status="200"} 2');
    expect(text).toContain('http_requests_total{method="GET",route="/*",status="404"} 1');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });
});
