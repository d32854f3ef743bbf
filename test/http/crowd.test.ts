import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Room } from '../../server/http/room.ts';
import type { Dashboard } from '../../server/http/dashboard.ts';
import { eventually } from '../embedded/support.ts';
import { openApp } from './support.ts';

/** A dashboard that answers nobody until it is told to. */
function holding() {
  const held: (() => void)[] = [];
  const dashboard: Dashboard = (_request, response) => void held.push(() => response.end('drawn'));
  return { held, dashboard, letGo: () => held.splice(0).forEach((answer) => answer()) };
}

const room = { atWork: 2, waiting: 2, patience: 60_000 };
const person = { headers: { accept: 'text/html' } };

describe('a server of which more is asked than it can answer', () => {
  it('works on some, lets some wait, and turns the others away at once with when to come again', async () => {
    const { dashboard, held, letGo } = holding();
    const { url } = await openApp({ dashboard, room: new Room(room) });
    const letIn = Array.from({ length: 4 }, () => fetch(`${url}/pay`, person));
    await eventually(() => expect(held).toHaveLength(2));
    await wait(50);
    const refused = await fetch(`${url}/pay`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.json()).toMatchObject({ error: { code: 'SERVICE_UNAVAILABLE' } });
    const page = await fetch(`${url}/pay`, person);
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const query = await fetch(`${url}/graphql?query={hello}`);
    expect([query.status, query.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    expect(await query.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    letGo();
    await eventually(() => expect(held).toHaveLength(2));
    letGo();
    expect((await Promise.all(letIn)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('still says that it lives, and gives what it tells of itself', async () => {
    const { dashboard, held, letGo } = holding();
    const { url } = await openApp({ dashboard, room: new Room({ ...room, waiting: 0 }) });
    const busy = [fetch(url), fetch(url)];
    await eventually(() => expect(held).toHaveLength(2));
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await fetch(url + path)).status).toBe(200);
    letGo();
    await Promise.all(busy);
  });

  it('turns away whoever has waited too long, and keeps no place for whoever has left', async () => {
    const { dashboard, held, letGo } = holding();
    const { url } = await openApp({ dashboard, room: new Room({ atWork: 1, waiting: 1, patience: 200 }) });
    const first = fetch(url);
    await eventually(() => expect(held).toHaveLength(1));
    expect((await fetch(url)).status).toBe(503);
    const leaving = new AbortController();
    const left = fetch(url, { signal: leaving.signal }).catch(() => 'left');
    await wait(50);
    leaving.abort();
    expect(await left).toBe('left');
    await wait(50);
    const next = fetch(url);
    await wait(20);
    letGo();
    await eventually(() => expect(held).toHaveLength(1));
    letGo();
    expect([(await first).status, (await next).status]).toEqual([200, 200]);
  });

  it('gives back the place of whoever hangs up while being served', async () => {
    const { dashboard, held, letGo } = holding();
    const { url } = await openApp({ dashboard, room: new Room({ atWork: 1, waiting: 0 }) });
    const leaving = new AbortController();
    const left = fetch(url, { signal: leaving.signal }).catch(() => 'left');
    await eventually(() => expect(held).toHaveLength(1));
    leaving.abort();
    await left;
    await eventually(async () => {
      const next = fetch(url);
      await eventually(() => expect(held).toHaveLength(2), 200).catch(() => undefined);
      letGo();
      expect((await next).status).toBe(200);
    });
  });
});
