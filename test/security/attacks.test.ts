import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importText } from '../imports/support.ts';
import { openSite, type Site } from '../support/site.ts';

const script = '<script>alert(1)</script>';
const svg = '"><svg onload=alert(1)>';
const formula = '=HYPERLINK("http://evil.example","x")';

let site: Site;
beforeAll(async () => {
  site = await openSite((database) => {
    const names = [script, svg, formula, '@SUM(1)', '+1', '-1+2'];
    const rows = Array.from({ length: 240 }, (_, row) => {
      const name = names[row % names.length]!.replaceAll('"', '""');
      return `w${row % 40},"${name} ${row % names.length}",${1 + (row % 9)}`;
    });
    return importText(database, `who,what,n\n${rows.join('\n')}\n`, {
      slug: 'hostile',
      dataset: { title: `${script}${svg}`, protected: false },
      mapping: { expert: 'who', project: 'what', units: 'n' },
    });
  });
});
afterAll(() => site.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });

/** Sent as it is written: fetch would tidy the path up first. */
function getRaw(
  path: string,
  { headers = {}, method = 'GET' }: { headers?: Record<string, string>; method?: string } = {},
): Promise<{ status: number; text: string; location: string | undefined }> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, fail) => {
    request({ hostname, port, path, headers, method }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, text, location: answer.headers.location }),
      );
    })
      .on('error', fail)
      .end();
  });
}

async function freeze(page: string, figure: string): Promise<string> {
  const query = `mutation ($page: String!, $figure: String!) { figureCreate(input: { page: $page, figure: $figure }) {
    figure { id } userErrors { message } } }`;
  const answer = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { page, figure } }),
  });
  const { data } = (await answer.json()) as { data: { figureCreate: { figure: { id: string } } } };
  return data.figureCreate.figure.id;
}

const pages = [
  '/',
  '/fr',
  '/concentration',
  '/pay',
  '/import',
  '/graphql',
  '/nowhere',
  '/experts?ledger=hostile',
];

describe('a page', () => {
  test.each(pages)('%s runs no script but its own, is framed by nobody and sets no cookie', async (path) => {
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('is the same for everyone: no header of a visitor changes its bytes or gets into it', async () => {
    const plain = await (await get('/concentration?curve=hostile')).text();
    const visitors: Record<string, string>[] = [
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      { 'x-tacit-host': 'evil.example', 'x-tacit-protocol': 'javascript' },
      { 'accept-language': 'fr' },
      { cookie: 'locale=fr; session=1' },
      { 'x-original-url': '/graphql', 'x-rewrite-url': '/graphql' },
    ];
    for (const headers of visitors) {
      expect(await (await get('/concentration?curve=hostile', headers)).text()).toBe(plain);
    }
  });

  test('writes names that came with a file as text', async () => {
    for (const path of [
      '/concentration?curve=hostile',
      '/projects?ledger=hostile',
      '/experts?ledger=hostile',
    ]) {
      const response = await get(path);
      const html = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      expect(html).not.toContain(script);
      expect(html).not.toContain('<svg onload');
    }
  });
});

describe('a figure of a ledger with hostile names', () => {
  test('is framed anywhere as an embed and nowhere else, and runs no script in either', async () => {
    const id = await freeze('/projects?ledger=hostile', 'projects');
    const embed = await get(`/embed/${id}`);
    const policy = embed.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors *');
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
    for (const text of [await embed.text(), await (await get(`/figures/${id}.svg`)).text()]) {
      expect(text).not.toContain(script);
      expect(text).not.toContain('<svg onload');
    }
    expect((await get(`/figures/${id}`)).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    );
  });

  test('gives spreadsheets no formula', async () => {
    const id = await freeze('/projects?ledger=hostile', 'projects');
    const csv = await (await get(`/figures/${id}.csv`)).text();
    expect(csv).toContain('HYPERLINK');
    for (const cell of csv.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=@\t]|^"?[+-](?![\d.]*$)/);
  });
});

describe('a path', () => {
  test.each([
    '/../../../../etc/passwd',
    '/_app/../../../../etc/passwd',
    '/_app/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/exports/..%2f..%2f..%2fetc%2fpasswd?expires=1&signature=x',
    '/figures/..%2f..%2f..%2f..%2fetc%2fpasswd.svg',
    '/figures/%00.svg',
    '/embed/..%5c..%5cpackage.json',
    '/import/reports/..%2f..%2f..%2fetc%2fpasswd/rejected.csv',
    '/feed.xml?page=/../../etc/passwd',
    '/page.zip?page=/../../etc/passwd',
    '/share.png?page=file:///etc/passwd',
    '/oembed?url=file:///etc/passwd',
    '/fr/%2e%2e/%2e%2e/package.json',
    '/%c0%ae%c0%ae/package.json',
  ])('%s leads out of nothing', async (path) => {
    const { status, text } = await getRaw(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/root:[^:]*:0:0|"dependencies"/);
  });
});

describe('a header of ours', () => {
  test.each([
    '/page.zip?page=/pay%0d%0aset-cookie:%20x=1',
    '/figures/00000000000000000000.csv?table=a%0d%0aset-cookie:%20x=1&download',
    '/experts?ledger=%0d%0aset-cookie:%20x=1',
    '/import?report=%0d%0aset-cookie:%20x=1',
    '/oembed?url=%0d%0aset-cookie:%20x=1&format=xml',
  ])('takes no line from %s', async (path) => {
    const response = await get(path);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.status).toBeLessThan(500);
  });
});

describe('an address of another server', () => {
  test.each([
    `/oembed?url=${encodeURIComponent('http://169.254.169.254/figures/00000000000000000000')}`,
    `/share.png?page=${encodeURIComponent('http://169.254.169.254/')}`,
    `/page.zip?page=${encodeURIComponent('//169.254.169.254/')}`,
  ])('%s is not fetched, but refused', async (path) => {
    const { status } = await getRaw(path);
    expect([400, 404]).toContain(status);
  });
});

describe('an address that looks like another host', () => {
  test.each([
    '//evil.example/',
    '//evil.example/pay/',
    '///evil.example//',
    '/\\\\evil.example/',
    '/fr//evil.example/',
    '/%2f%2fevil.example/',
    '/pay/?curve=//evil.example',
    '/concentration?ledger=//evil.example&compare=',
    '/professions?q=//evil.example',
    '/figures?next=//evil.example',
  ])('%s sends nobody there', async (path) => {
    const { location } = await getRaw(path);
    if (location !== undefined) expect(new URL(location, site.url).origin).toBe(site.url);
  });
});

describe('what is no page', () => {
  test.each([
    '/.git/HEAD',
    '/.git/',
    '/.env',
    '/package.json',
    '/server/main.ts',
    '/_app/',
    '/exports/',
    '/clients/',
  ])('%s is not shown: no folder, no source, no history', async (path) => {
    const { status, text } = await getRaw(path);
    expect([status, /"dependencies"|refs\/heads|Index of|import \{/.test(text)]).toEqual([404, false]);
  });

  test.each(['TRACE', 'TRACK', 'PROPFIND', 'CONNECT'])('the method %s does nothing', async (method) => {
    const secret = { authorization: 'Bearer overheard' };
    const answer = await getRaw('/graphql', { method, headers: secret }).catch(() => undefined);
    expect(answer?.status ?? 405).toBeGreaterThanOrEqual(400);
    expect(answer?.text ?? '').not.toContain('overheard');
  });
});

test('an operation that is given twice is refused, not chosen among', async () => {
  const twice = '/graphql?query={__typename}&query={claims{slug}}';
  const { status, text } = await getRaw(twice, { headers: { 'apollo-require-preflight': 'yes' } });
  expect([status, text.includes('slug')]).toEqual([400, false]);
});

test('whatever is answered says what it is, and texts how they are encoded', async () => {
  const addresses = [
    '/',
    '/nowhere',
    '/graphql/schema',
    '/graphql?query={__typename}',
    '/feed.xml',
    '/feed.json',
  ];
  const more = [
    '/sitemap.xml',
    '/robots.txt',
    '/healthz',
    '/metrics',
    '/oembed',
    '/share.png?page=/pay',
    '/figures/x.csv',
  ];
  for (const path of [...addresses, ...more]) {
    const type = (await get(path)).headers.get('content-type') ?? '';
    expect([path, type]).toEqual([
      path,
      expect.stringMatching(/^image\/png$|^(text|application)\/[a-z+.]+(;.*)?; ?charset=utf-8(;.*)?$/i),
    ]);
  }
});

test('what JSON calls __proto__ reaches the prototype of nothing', async () => {
  const bodies = [
    '{"query":"{ __typename }","variables":{"__proto__":{"polluted":true}}}',
    '{"query":"{ __typename }","__proto__":{"polluted":true}}',
    '{"query":"{ __typename }","constructor":{"prototype":{"polluted":true}}}',
  ];
  for (const body of bodies) {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    expect((await fetch(`${site.url}/graphql`, sent)).status).toBeLessThan(500);
  }
  const answer = await fetch(`${site.url}/graphql?query={__typename}`, {
    headers: { accept: 'application/json' },
  });
  expect(await answer.text()).not.toContain('polluted');
});
