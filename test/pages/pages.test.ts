import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';

const pages = [
  '/',
  '/concentration',
  '/pay',
  '/conversion',
  '/market',
  '/know-how',
  '/organisations',
  '/organisations/scale-ai',
];
const everyPage = [
  ...pages,
  '/claims/top-contributors',
  '/sources',
  '/methods',
  '/personal-data',
  '/graphql',
];
const inFrench = (path: string) => (path === '/' ? '/fr' : `/fr${path}`);

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function read(path: string): Promise<{ status: number; html: string; headers: Headers; url: string }> {
  const response = await fetch(site.url + path, { headers: { accept: 'text/html' } });
  return {
    status: response.status,
    html: await response.text(),
    headers: response.headers,
    url: response.url,
  };
}

const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1];
const headlineOf = (html: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '');

describe.each(everyPage)('%s', (path) => {
  test('answers in both languages with a headline, a title that is the finding, and its twin', async () => {
    for (const [lang, address] of [
      ['en', path],
      ['fr', inFrench(path)],
    ] as const) {
      const { status, html } = await read(address);
      expect(status).toBe(200);
      expect(html).toContain(`<html lang="${lang}">`);
      expect(titleOf(html)).toBe(`${headlineOf(html)} — Tacit`);
      expect(html).toContain(`hreflang="fr" href="${site.url}${inFrench(path)}"`);
      expect(html).toContain(`hreflang="en" href="${site.url}${path}"`);
      expect(html).toContain(`<link rel="canonical" href="${site.url}${address}"`);
      expect(html).toMatch(/<meta name="description" content="[^"]{40,}"/);
    }
  });

  test('ships no script but the one of its frame, which the policy names, no style sheet as a file, and no cookie', async () => {
    const { html, headers } = await read(path);
    expect(html.match(/<script(?! type="application\/ld\+json")[^>]*>/g)).toEqual(['<script>']);
    expect(html).not.toMatch(/<link[^>]*rel="?(stylesheet|preload|modulepreload)/);
    const [, frame] = /<script>(.*?)<\/script>/s.exec(html)!;
    const hash = createHash('sha256').update(frame!).digest('base64');
    expect(headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(html).not.toContain('<!--');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe.each(pages)('the figures of %s', (path) => {
  test('are drawn by the server, with a table, a source line and the query that makes them', async () => {
    for (const address of [path, inFrench(path)]) {
      const { html } = await read(address);
      const figures = html.split('<figure').slice(1);
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) {
        expect(figure).toMatch(/<svg[\s\S]*<\/svg>/);
        expect(figure).toMatch(/<details[\s\S]*<table[\s\S]*<\/details>/);
        expect(figure).toMatch(/<figcaption[\s\S]*href="[^"]*\/(sources|methods)/);
        expect(figure).toMatch(/href="(\/fr)?\/graphql\?query=/);
      }
    }
  });

  test('open a query that the explorer answers without an error', async () => {
    const { html } = await read(path);
    for (const link of html.matchAll(/href="(\/graphql\?query=[^"]*)"/g)) {
      const answer = await read(link[1]!.replaceAll('&amp;', '&'));
      const printed = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(answer.html)?.[1];
      expect(printed).toContain('"data"');
      expect(printed).not.toContain('"errors"');
    }
  });

  test('hold French numbers on French pages: no decimal point before a percent sign', async () => {
    const { html } = await read(inFrench(path));
    const text = html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '\n');
    expect(text.match(/\d\.\d+\u202f?%/g)).toBeNull();
    expect(text.match(/\d%/g)).toBeNull();
    expect(text.match(/\$\d/g)).toBeNull();
  });
});

describe('the state in the address', () => {
  test('leaves defaults out, so that one state has one address', async () => {
    const { url } = await read('/concentration?ledger=mmteb&measure=UNITS&compare=&compare=');
    expect(url).toBe(`${site.url}/concentration`);
  });

  test.each([
    ['ledger=prism', 'curve=prism'],
    ['measure=UNITS&ledger=prism&compare=mmteb', 'curve=prism&curve=mmteb'],
    ['ledger=self-dialogue&measure=AMOUNT', 'curve=self-dialogue.amount'],
    ['curve=mmteb.units&top=20.0', ''],
    ['top=12,5&curve=prism', 'curve=prism&top=12.5'],
  ])('in other words, %s, leads to the one address', async (said, canonical) => {
    const { url } = await read(`/concentration?${said}`);
    expect(url).toBe(`${site.url}/concentration${canonical && '?'}${canonical}`);
  });

  test('is kept by a link to the other language', async () => {
    const { html } = await read('/concentration?curve=crowdspeech');
    expect(html).toContain('href="/fr/concentration?curve=crowdspeech"');
  });

  test.each([
    ['/concentration?ledger=nobody', 'nobody'],
    ['/concentration?measure=SMILES', 'SMILES'],
    ['/concentration?ledger=prism&measure=AMOUNT', 'prism.amount'],
    ['/concentration?curve=mmteb.sector-sorcery', 'mmteb.sector-sorcery'],
    ['/concentration?curve=not%20a%20curve', 'not a curve'],
    ['/concentration?top=400', '400'],
    ['/concentration?curve=prism&by=quarter', 'quarter'],
    ['/concentration?ledger=tscircuit&measure=AMOUNT&compare=prism', 'prism'],
    ['/pay?sector=sorcery', 'sorcery'],
    ['/conversion?area=moon', 'moon'],
    ['/market?about=nobody', 'nobody'],
    ['/know-how?count=sheep', 'sheep'],
    ['/organisations?role=WIZARD', 'WIZARD'],
    ['/know-how?disputes=duels', 'duels'],
    ['/claims/up-to-200-an-hour?hocus=pocus', 'hocus'],
    ['/sources?kind=rumour', 'rumour'],
    ['/pay?hocus=pocus', 'hocus'],
    ['/?hocus=pocus', 'hocus'],
  ])('of %s falls back with a notice', async (path, value) => {
    for (const address of [path, inFrench(path)]) {
      const { status, html } = await read(address);
      expect(status).toBe(200);
      expect(/role="status"[\s\S]*?<\/div>/.exec(html)?.[0]).toContain(value);
    }
  });
});

describe('a source', () => {
  test('has a page with every number that rests on it', async () => {
    const { html } = await read('/sources');
    const slug = /href="\/sources\/([^"]+)"/.exec(html)![1]!;
    const page = await read(`/sources/${slug}`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('<dl');
  });

  test.each([
    ['bi-bankers-pay', 'The 2 rates of pay it gives'],
    ['bls-oews-2025', 'The wages and employment of 830 occupations'],
    ['ledger-mmteb', 'The ledgers that come from it'],
  ])('%s shows what it gives', async (slug, words) => {
    expect((await read(`/sources/${slug}`)).html).toContain(words);
  });

  test('that does not exist is a 404 that says so and what to do', async () => {
    for (const [address, words] of [
      ['/sources/nothing-of-the-kind', 'There is no source called nothing-of-the-kind'],
      ['/fr/sources/nothing-of-the-kind', 'Il n’y a pas de source nommée nothing-of-the-kind'],
    ] as const) {
      const { status, html } = await read(address);
      expect(status).toBe(404);
      expect(html).toContain(words);
      expect(html).toContain('noindex');
    }
  });

  test('list turns its pages by links', async () => {
    const { html } = await read('/sources');
    const next = /rel="next" href="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    const second = await read(next);
    expect(second.status).toBe(200);
    expect(second.html).toContain('rel="prev"');
  });
});

test('the page of methods carries the sentence that O*NET asks for, and names the BLS', async () => {
  for (const address of ['/methods', '/fr/methods']) {
    const html = (await read(address)).html.replace(/\s+/g, ' ');
    expect(html).toContain('This product includes information from the O*NET 30.3 Database');
    expect(html).toContain('Bureau of Labor Statistics');
    expect(html).toContain('<math');
  }
});

test('robots.txt points to a sitemap with every page in both languages', async () => {
  const robots = await read('/robots.txt');
  expect(robots.html).toContain(`Sitemap: ${site.url}/sitemap.xml`);
  const { html } = await read('/sitemap.xml');
  for (const path of pages) expect(html).toContain(`<loc>${site.url}${inFrench(path)}</loc>`);
  expect(html).not.toContain('/search');
});

test('answers of the search are kept from search engines, in both languages, and no other page is', async () => {
  for (const path of ['/search', '/search?q=banker', '/fr/search?q=banquier'])
    expect((await read(path)).html).toContain('<meta name="robots" content="noindex"');
  for (const path of ['/', '/conversion/occupations?page=2'])
    expect((await read(path)).html).not.toContain('noindex');
});

describe('the table of all occupations', () => {
  const rowsOf = (html: string) =>
    [
      ...html
        .slice(html.indexOf('<main'))
        .matchAll(/<th scope="row"[^>]*><a href="(?:\/fr)?\/professions\/([\d-]+)"/g),
    ].map(([, code]) => code!);

  test('is parted by rows: links without scripts lead to every one of the 830, each once', async () => {
    const found: string[] = [];
    for (let next: string | undefined = '/fr/conversion/occupations'; next !== undefined;) {
      const { status, html, url } = await read(next);
      expect([status, url]).toEqual([200, site.url + next]);
      expect(rowsOf(html).length).toBeLessThanOrEqual(100);
      found.push(...rowsOf(html));
      next = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(found).toHaveLength(830);
    expect(new Set(found).size).toBe(830);
  });

  test('keeps the choice of stage and sector from page to page, and says which page there is not', async () => {
    const { html } = await read('/conversion/occupations?stage=UNTOUCHED&page=2');
    expect(html).toContain('href="/conversion/occupations?stage=UNTOUCHED&amp;page=3"');
    const beyond = await read('/conversion/occupations?sector=law&page=7');
    expect(beyond.html).toMatch(/class="notice[^]*?7/);
    expect(rowsOf(beyond.html).length).toBeGreaterThan(5);
    expect((await read('/conversion/occupations?page=1')).url).toBe(`${site.url}/conversion/occupations`);
  });
});

test('the explorer says what is wrong with variables that are not JSON', async () => {
  const { html } = await read(`/graphql?query=${encodeURIComponent('{ __typename }')}&variables=%7Boops`);
  expect(html).toContain('BAD_USER_INPUT');
});

test('every page names a picture to be shared with, and it is there', async () => {
  for (const path of [
    '/market',
    '/methods',
    '/organisations/appen',
    '/fr/professions',
    '/fr/conversion/occupations',
  ]) {
    const { html } = await read(path);
    const image = /property="og:image" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    const answer = await fetch(image!);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
    await answer.body?.cancel();
  }
});

test('a cursor that is none is reset with a notice, and left out of the canonical address', async () => {
  for (const path of ['/market', '/sources', '/projects']) {
    const { status, html } = await read(`${path}?after=nowhere1`);
    expect([path, status]).toEqual([path, 200]);
    expect(html).toContain('“nowhere1” under “after”');
    expect(html).toContain(`<link rel="canonical" href="${site.url}${path}"`);
  }
});
