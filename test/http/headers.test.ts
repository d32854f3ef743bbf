import { describe, expect, it } from 'vitest';
import { openApp, tellingDashboard } from './support.ts';

describe('every response', () => {
  it.each(['/', '/graphql/schema', '/healthz', '/graphql'])(
    '%s forbids sniffing and framing',
    async (path) => {
      const { url } = await openApp({ dashboard: tellingDashboard });
      const { headers } = await fetch(url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('content-security-policy')).toBe(
        "script-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('asks for https from then on where the site is served over it', async () => {
    const { url } = await openApp({ config: { trustProxy: false, publicUrl: 'https://tacit.example' } });
    expect((await fetch(url)).headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('may be framed only as an embed', async () => {
    const { url } = await openApp({ dashboard: tellingDashboard });
    const { headers } = await fetch(`${url}/embed/abc`);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('content-security-policy')).not.toContain('frame-ancestors');
  });

  it('has an id of its own, or that of a trusted proxy', async () => {
    const given = { headers: { 'x-request-id': 'from-proxy.1' } };
    const alone = await openApp();
    const behind = await openApp({ config: { trustProxy: true, publicUrl: undefined } });
    const ids = await Promise.all(
      [
        fetch(alone.url, given),
        fetch(alone.url, given),
        fetch(behind.url, given),
        fetch(behind.url, { headers: { 'x-request-id': 'not "well" formed' } }),
      ].map(async (response) => (await response).headers.get('x-request-id')),
    );
    expect(ids[2]).toBe('from-proxy.1');
    expect(new Set(ids).size).toBe(4);
    for (const id of [ids[0], ids[1], ids[3]]) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
