import { get, type IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Dashboard } from '../../server/http/dashboard.ts';
import { brotliOf } from '../../server/http/pages/brotli.ts';
import { packWell } from '../../server/http/pages/pack-well.ts';
import { openApp } from './support.ts';

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** As a browser asks for a page; node's own client, since fetch lets nobody name another Host. */
function read(url: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, fail) => {
    get(url, { headers: { accept: 'text/html', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts);
        const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[
          response.headers['content-encoding'] ?? ''
        ];
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: (body.length > 0 && unpack ? unpack(body) : body).toString(),
        });
      });
    }).on('error', fail);
  });
}

/** A dashboard whose pages tell what they were drawn from, and how many were drawn before. */
async function openTelling(options: Parameters<typeof openApp>[0] & { status?: number } = {}) {
  const state = {
    drawn: 0,
    edition: 'first',
    terms: ['ledger 1 open'],
    day: 20_000,
    duringDraw: (_path: string): unknown => undefined,
  };
  const dashboard: Dashboard = async (request, response) => {
    state.drawn += 1;
    const told = JSON.stringify({
      url: request.url,
      headers: request.headers,
      edition: state.edition,
      day: state.day,
    });
    await state.duringDraw(request.url!);
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-security-policy', "script-src 'sha256-of-this-page'");
    response.writeHead(options.status ?? 200);
    response.end(`<p>${told}</p>`);
  };
  const { url } = await openApp({
    dashboard,
    edition: async () => ({ data: state.edition, terms: state.terms, day: state.day }),
    ...options,
  });
  return { url, state };
}

describe('a page that everybody sees alike', () => {
  it('is drawn no more once it was asked for twice, and says so in the metrics', async () => {
    const { url, state } = await openTelling();
    const texts = [];
    for (let time = 0; time < 5; time += 1) texts.push((await read(`${url}/pay?sector=law`)).text);
    expect(state.drawn).toBe(2);
    expect(new Set(texts).size).toBe(1);
    const { text } = await read(`${url}/metrics`, { accept: '*/*' });
    expect(text).toMatch(/cache_requests_total\{cache="pages",result="hit"\} 3/);
    expect(text).toMatch(/cache_requests_total\{cache="pages",result="miss"\} 2/);
  });

  it('is drawn once for all who ask at the same time', async () => {
    let asked = 0;
    let allAsked = () => {};
    const all = new Promise<void>((resolve) => (allAsked = resolve));
    const edition = async () => {
      asked += 1;
      if (asked === 10) allAsked();
      return { data: 'first', terms: [], day: 20_000 };
    };
    const { url, state } = await openTelling({ edition });
    state.duringDraw = () => all;
    await Promise.all(Array.from({ length: 10 }, () => read(`${url}/pay`)));
    expect(state.drawn).toBe(1);
  });

  it('is drawn from its address and from nothing else that its first reader sent', async () => {
    const { url } = await openTelling();
    const { text } = await read(`${url}/pay`, {
      cookie: 'session=of-the-first',
      'accept-language': 'tlh',
      'user-agent': 'first',
      'x-forwarded-host': 'evil.example',
      'x-tacit-host': 'evil.example',
      'x-planted': 'evil',
    });
    expect(JSON.parse(text.slice(3, -4))).toEqual({
      url: '/pay',
      edition: 'first',
      day: 20_000,
      headers: {
        accept: 'text/html',
        'x-tacit-protocol': 'http',
        'x-tacit-host': new URL(url).host,
        'x-tacit-address': '0.0.0.0',
      },
    });
  });

  it('is another one under another Host, so that a forged one is shown to nobody else', async () => {
    const { url } = await openTelling();
    for (let time = 0; time < 3; time += 1)
      expect((await read(`${url}/pay`, { host: 'evil.example' })).text).toContain('evil.example');
    for (let time = 0; time < 3; time += 1) expect((await read(`${url}/pay`)).text).not.toContain('evil');
  });

  it('is the same under every Host where PUBLIC_URL says where the site is', async () => {
    const { url, state } = await openTelling({ config: { publicUrl: 'https://tacit.example' } });
    for (const host of ['evil.example', 'tacit.example', 'evil.example'])
      expect((await read(`${url}/pay`, { host })).text).toMatch(/"x-tacit-host":"tacit.example"/);
    expect(state.drawn).toBe(2);
  });

  it('is another one in another language, in another state, and with a word that no page knows', async () => {
    const { url } = await openTelling();
    for (let time = 0; time < 3; time += 1)
      for (const path of ['/pay', '/fr/pay', '/pay?sector=law', '/pay?sector=law&hocus=pocus'])
        expect(JSON.parse((await read(url + path)).text.slice(3, -4))).toMatchObject({ url: path });
  });

  it('is of yesterday once after midnight, while today’s is drawn, and never older', async () => {
    const { url, state } = await openTelling();
    for (let time = 0; time < 3; time += 1) await read(`${url}/pay`);
    const dayOf = async () =>
      (JSON.parse((await read(`${url}/pay`)).text.slice(3, -4)) as { day: number }).day;
    state.day += 1;
    expect(await dayOf()).toBe(20_000);
    await expect.poll(dayOf).toBe(20_001);
    expect(state.drawn).toBe(3);
    state.day += 2;
    expect(await dayOf()).toBe(20_003);
  });

  it('is not kept where something was published while it was drawn', async () => {
    const { url, state } = await openTelling();
    await read(`${url}/pay`);
    state.duringDraw = () => (state.edition = 'second');
    await read(`${url}/pay`);
    state.duringDraw = () => undefined;
    state.edition = 'first';
    const drawn = state.drawn;
    await read(`${url}/pay`);
    expect(state.drawn).toBe(drawn + 1);
  });

  it('is packed as its reader can unpack it, always the same page with its policy', async () => {
    const { url } = await openTelling();
    const plain = await read(`${url}/pay`);
    for (const [accepted, coding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['identity', undefined],
      ['', undefined],
    ] as const)
      for (let time = 0; time < 4; time += 1) {
        const { headers, text } = await read(`${url}/pay`, { 'accept-encoding': accepted });
        expect(text).toBe(plain.text);
        expect(headers['content-encoding']).toBe(coding);
        expect(headers.vary).toContain('accept-encoding');
        expect(headers['content-security-policy']).toBe("script-src 'sha256-of-this-page'");
        expect(headers.etag).toBe(plain.headers.etag);
      }
  });

  it('is packed smaller once several have read it, by a thread of its own', async () => {
    const body = Buffer.from(Array.from({ length: 5000 }, (_, i) => `<p>${(i * 7919) % 1009}</p>`).join(''));
    const packed = await packWell(body);
    expect(brotliDecompressSync(packed).equals(body)).toBe(true);
    expect(packed.length).toBeLessThan(brotliCompressSync(body, brotliOf('quick', body.length)).length);
  });

  it('is not sent again to who has it, and never taken from a cache in between unasked', async () => {
    const { url } = await openTelling();
    const { headers } = await read(`${url}/pay`);
    expect(headers['cache-control']).toBe('public, no-cache');
    for (const known of [headers.etag!, headers.etag!.replace('W/', ''), `"other", ${headers.etag!}`]) {
      const again = await read(`${url}/pay`, { 'if-none-match': known });
      expect(again).toMatchObject({ status: 304, text: '' });
      expect(again.headers.etag).toBe(headers.etag);
    }
    expect((await read(`${url}/pay`, { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

describe('right after a release', () => {
  /** A page that was kept, and a release, after which another is being drawn until it is let go. */
  async function openReleased(...paths: string[]) {
    const { url, state } = await openTelling();
    for (let time = 0; time < 3; time += 1) for (const path of paths) await read(url + path);
    const former = await read(url + paths[0]!);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const drawing: string[] = [];
    state.duringDraw = (path) => {
      drawing.push(path);
      return held;
    };
    state.edition = 'second';
    void read(`${url}/other`).catch(() => undefined);
    await expect.poll(() => drawing).toEqual(['/other']);
    const editionOf = ({ text }: Got) => (JSON.parse(text.slice(3, -4)) as { edition: string }).edition;
    return { url, state, former, drawing, letGo, editionOf };
  }

  const now = performance.now.bind(performance);
  /** So much time has gone by, for whoever measures it. */
  function later(milliseconds: number): void {
    vi.spyOn(performance, 'now').mockImplementation(() => now() + milliseconds);
    onTestFinished(() => void vi.restoreAllMocks());
  }

  it('whoever comes while nothing is being drawn sees the new page', async () => {
    const { url, state } = await openTelling();
    for (let time = 0; time < 3; time += 1) await read(`${url}/pay`);
    const { headers } = await read(`${url}/pay`);
    state.edition = 'second';
    const after = await read(`${url}/pay`, { 'if-none-match': headers.etag! });
    expect(after).toMatchObject({ status: 200, text: expect.stringContaining('second') });
    expect(after.headers.etag).not.toBe(headers.etag);
  });

  it('the page of the release before is sent, as it was and with its ETag, while many are drawn, and the new one is drawn once', async () => {
    const { url, former, drawing, letGo, editionOf } = await openReleased('/pay');
    const meanwhile = await Promise.all(Array.from({ length: 10 }, () => read(`${url}/pay`)));
    for (const { text, headers } of meanwhile) {
      expect(text).toBe(former.text);
      expect(headers.etag).toBe(former.headers.etag);
      expect(headers['cache-control']).toBe('public, no-cache');
    }
    letGo();
    await expect.poll(async () => editionOf(await read(`${url}/pay`))).toBe('second');
    expect(drawing).toEqual(['/other', '/pay']);
    const known = await read(`${url}/pay`, { 'if-none-match': former.headers.etag! });
    expect(known).toMatchObject({ status: 200, text: expect.stringContaining('second') });
  });

  it('pages are drawn anew one at a time, first those that are asked for most', async () => {
    const { url, drawing, letGo } = await openReleased('/first', '/rare', '/frequent');
    await read(`${url}/first`);
    await read(`${url}/rare`);
    for (let time = 0; time < 3; time += 1) await read(`${url}/frequent`);
    expect(drawing).toEqual(['/other', '/first']);
    letGo();
    await expect.poll(() => drawing).toEqual(['/other', '/first', '/frequent', '/rare']);
  });

  it('whoever comes more than five seconds later waits for the new one', async () => {
    const { url, letGo, editionOf } = await openReleased('/pay');
    later(4000);
    expect(editionOf(await read(`${url}/pay`))).toBe('first');
    later(6000);
    const asked = read(`${url}/pay`);
    letGo();
    expect(editionOf(await asked)).toBe('second');
  });

  it('so does whoever comes first in a while: nobody knows how long ago it was', async () => {
    const { url, state, editionOf } = await openReleased('/pay');
    state.duringDraw = () => undefined;
    later(6000);
    expect(editionOf(await read(`${url}/pay`))).toBe('second');
  });

  it.each([
    ['reloads', { 'cache-control': 'max-age=0' }],
    ['reloads whatever is kept anywhere', { 'cache-control': 'no-cache', pragma: 'no-cache' }],
    ['comes from the report of an import', { referer: 'http://127.0.0.1/import?report=1' }],
    ['comes from it in French', { referer: 'https://tacit.example/fr/import?report=1' }],
  ])('whoever %s sees the new one at once, and so does everybody afterwards', async (_who, headers) => {
    const { url, state, editionOf } = await openReleased('/pay');
    state.duringDraw = () => undefined;
    expect(editionOf(await read(`${url}/pay`, headers))).toBe('second');
    expect(editionOf(await read(`${url}/pay`))).toBe('second');
  });

  it('nothing of before is sent where a ledger was retired, protected or had somebody erased, with a release or without', async () => {
    const { url, state, editionOf } = await openReleased('/pay');
    state.duringDraw = () => undefined;
    state.terms = ['ledger 1 retired'];
    expect(editionOf(await read(`${url}/pay`))).toBe('second');
  });

  it('and where that comes while the page of the release before is sent, it is sent no more', async () => {
    const { url, state, letGo, editionOf } = await openReleased('/pay');
    expect(editionOf(await read(`${url}/pay`))).toBe('first');
    [state.edition, state.terms] = ['third', ['ledger 1 erased']];
    const after = read(`${url}/pay`);
    letGo();
    expect(editionOf(await after)).toBe('third');
  });

  it('a page that cannot be drawn is tried again by whoever asks next', async () => {
    const { url, state, editionOf } = await openReleased('/pay');
    state.duringDraw = () => Promise.reject(new Error('not now'));
    expect(editionOf(await read(`${url}/pay`))).toBe('first');
    state.duringDraw = () => undefined;
    await expect.poll(async () => editionOf(await read(`${url}/pay`))).toBe('second');
  });
});

describe('what is not for everybody', () => {
  it('goes past the cache both ways for who sends a key', async () => {
    const { url, state } = await openTelling();
    for (let time = 0; time < 3; time += 1)
      expect((await read(`${url}/pay`, { authorization: 'Bearer ledger' })).text).toContain('Bearer ledger');
    expect(state.drawn).toBe(3);
    for (let time = 0; time < 3; time += 1) expect((await read(`${url}/pay`)).text).not.toContain('Bearer');
    expect((await read(`${url}/pay`, { authorization: 'Bearer ledger' })).text).toContain('Bearer ledger');
  });

  it('goes past it for a lone analyst at home, and is for no cache in between', async () => {
    const { url, state } = await openTelling({ isAtHome: async () => true });
    for (let time = 0; time < 4; time += 1)
      expect((await read(`${url}/pay`)).headers['cache-control']).toBe('private, no-cache');
    expect(state.drawn).toBe(4);
  });

  it.each([
    '/graphql?query={claims{slug}}',
    '/fr/graphql?query=x',
    '/import?report=1',
    '/figures/1',
    '/feed.xml',
  ])('is drawn each time: %s', async (path) => {
    const { url, state } = await openTelling();
    for (let time = 0; time < 3; time += 1) await read(url + path);
    if (state.drawn > 0) expect(state.drawn).toBe(3);
  });

  it.each([303, 404, 500, 503])('or an answer of status %d is not kept', async (status) => {
    const { url, state } = await openTelling({ status });
    for (let time = 0; time < 3; time += 1) expect((await read(`${url}/pay`)).status).toBe(status);
    expect(state.drawn).toBe(3);
  });

  it('is drawn all the same while the database does not say how the data stand', async () => {
    const { url, state } = await openTelling({ edition: () => Promise.reject(new Error('away')) });
    for (let time = 0; time < 3; time += 1) expect((await read(`${url}/pay`)).status).toBe(200);
    expect(state.drawn).toBe(3);
  });
});

it('remembers what was asked for without keeping it: made-up addresses push nothing out', async () => {
  const { url, state } = await openTelling();
  for (let time = 0; time < 3; time += 1) await read(`${url}/pay`);
  await Promise.all(Array.from({ length: 200 }, (_, index) => read(`${url}/pay?made-up=${index}`)));
  const { drawn } = state;
  await read(`${url}/pay`);
  expect(state.drawn).toBe(drawn);
});
