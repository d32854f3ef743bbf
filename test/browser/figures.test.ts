import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { walkPage } from '../support/walk.ts';
import { openSite, type Site } from '../support/site.ts';

const desk = { viewport: { width: 1280, height: 900 } };
const pages = ['/experts', '/projects', '/concentration', '/market', '/pay', '/professions/23-1011'];

let site: Site;
let browser: Browser;
/** The path of the figure of /concentration. */
let figure: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
  figure = await look(browser, `${site.url}/concentration`, desk, cite);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Freezes the first figure of the page by its button; the path of where it lives. */
async function cite(page: Page): Promise<string> {
  await page.locator('figure form[action$="/figures"] button').first().click();
  await page.waitForURL(/\/figures\/[0-9a-f]{20}$/);
  return new URL(page.url()).pathname;
}

test('from each page its first figure is taken by one button, in both languages', async () => {
  for (const path of pages) {
    const [english, french] = await Promise.all(
      ['', '/fr'].map((prefix) =>
        look(browser, site.url + prefix + path, desk, async (page) => {
          const at = await cite(page);
          return { at, title: await page.locator('h1').textContent(), links: await filesOf(page) };
        }),
      ),
    );
    expect([path, french!.at]).toEqual([path, `/fr${english!.at}`]);
    expect([path, french!.title === english!.title]).toEqual([path, false]);
    expect(english!.links).toEqual(['svg', 'pdf', 'csv', 'xlsx', 'parquet', 'json', 'zip']);
  }
}, 120_000);

const filesOf = (page: Page) =>
  page
    .locator('.files a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.replace(/^.*\.|\?.*$/g, '')));

test('the page of a figure has no serious fault, by day and night and in French', async () => {
  for (const [address, colorScheme] of [
    [figure, 'light'],
    [`/fr${figure}`, 'dark'],
  ] as const)
    expect(await look(browser, site.url + address, { ...desk, colorScheme }, walkPage)).toEqual([]);
});

test('is copied from by button, in the words of the page, and read without JavaScript', async () => {
  const context = { ...desk, permissions: ['clipboard-read', 'clipboard-write'] };
  await look(browser, `${site.url}/fr${figure}`, context, async (page) => {
    await page.getByRole('button', { name: 'Copier APA' }).click();
    await page.getByRole('button', { name: 'Copié APA' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Tacit\. \(\d{4}\)\. .* \[Figure.*\/fr\/figures\/[0-9a-f]{20}$/);
  });
  const without = { ...desk, javaScriptEnabled: false };
  await look(browser, site.url + figure, without, async (page) => {
    expect(await page.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
    expect(await page.locator('figure svg:visible').count()).toBeGreaterThan(0);
  });
});

test('its page describes it as a data set of schema.org, and leads to its oEmbed', async () => {
  const [linked, discovery] = await look(browser, site.url + figure, desk, (page) =>
    page.evaluate(() => [
      document.querySelector('script[type="application/ld+json"]')!.textContent,
      document.querySelector<HTMLLinkElement>('link[type="application/json+oembed"]')!.href,
    ]),
  );
  expect(JSON.parse(linked!)).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    url: site.url + figure,
    name: expect.any(String) as string,
    description: expect.stringMatching(/.{50,}/) as string,
    license: expect.any(String) as string,
    distribution: expect.arrayContaining([
      expect.objectContaining({ encodingFormat: 'text/csv', contentUrl: `${site.url}${figure}.csv` }),
    ]) as unknown[],
  });
  const oembed = (await (await fetch(discovery!)).json()) as {
    type: string;
    html: string;
    thumbnail_url: string;
  };
  expect(oembed.type).toBe('rich');
  expect(oembed.html).toContain(`${site.url}${figure.replace('/figures/', '/embed/')}`);
});

/** A page of somebody else's, on an origin of its own. */
async function openForeign(html: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, server };
}

test('stands in a foreign page, tells it its height, sets no cookie and is light', async () => {
  const embed = figure.replace('/figures/', '/embed/');
  const foreign = await openForeign(
    `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,"><script>
      addEventListener('message', ({ data }) => { if (data.type === 'tacit:height') window.told = data.height; });
    </script><iframe src="${site.url}${embed}" width="700" height="300" title="figure"></iframe></html>`,
  );
  try {
    await look(browser, foreign.url, desk, async (page) => {
      await page.waitForFunction(() => (globalThis as { told?: number }).told !== undefined);
      const told = await page.evaluate(() => (globalThis as { told?: number }).told!);
      const frame = page.frames()[1]!;
      expect(await frame.locator('svg:visible').count()).toBe(1);
      expect(told).toBe(await frame.evaluate(() => document.documentElement.scrollHeight));
      expect(told).toBeGreaterThan(300);
      expect(await page.context().cookies()).toEqual([]);
    });
  } finally {
    foreign.server.close();
  }
  const sizes = await Promise.all(
    [embed, '/embed.css', '/embed.js'].map(
      async (path) => gzipSync(await (await fetch(site.url + path)).bytes()).length,
    ),
  );
  expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(60_000);
});

test('is the same picture on its page, in its file and in a frame', async () => {
  const drawn = (path: string) =>
    look(browser, site.url + path, desk, (page) =>
      page.evaluate(() => {
        const svgs = [...document.querySelectorAll('svg')];
        return svgs
          .filter((svg) => svg.getAttribute('viewBox')?.startsWith('0 0 720 '))
          .map((svg) => {
            const marks = [...svg.querySelectorAll('[data-mark]')].flatMap((mark) => [
              mark,
              ...mark.querySelectorAll('*'),
            ]);
            const names = [
              'x',
              'y',
              'x1',
              'x2',
              'y1',
              'y2',
              'cx',
              'cy',
              'r',
              'd',
              'width',
              'height',
              'points',
            ];
            return {
              shapes: marks.map((mark) => names.map((name) => mark.getAttribute(name))),
              texts: marks.map(({ textContent }) => textContent),
            };
          });
      }),
    );
  const [onPage] = await drawn(figure);
  const [inFile] = await drawn(`${figure}.svg?shape=1:1`);
  const [inFrame] = await drawn(figure.replace('/figures/', '/embed/'));
  expect(onPage!.shapes.length).toBeGreaterThan(1);
  expect(inFrame).toEqual(onPage);
  expect(inFile).toEqual(onPage);
});
