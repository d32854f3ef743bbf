import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { decode } from 'fast-png';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rasterise } from '../../server/figures/files/png.ts';
import { darkPalette, lightPalette } from '../../web/src/lib/charts/theme.ts';
import { openers, type Opened } from '../figures/open-files.ts';
import { pagesWithFigures } from '../figures/pages.ts';
import { openBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { mapOfFile, mapOfPage, type MapSeen } from '../support/map-seen.ts';
import { apart } from '../support/pixels-apart.ts';
import { walkPage } from '../support/walk.ts';
import { openSite, type Site } from '../support/site.ts';

const desk = { viewport: { width: 1280, height: 900 } };

let site: Site;
let browser: Browser;
let pages: string[];
/** The path of the figure of /concentration. */
let figure: string;
/** The path of a figure of each page. */
const figures = new Map<string, string>();
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
  pages = await pagesWithFigures({ ask: (query) => ask(site.url, query) });
  figure = await look(browser, `${site.url}/concentration`, desk, cite);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The data of an operation that must succeed. */
async function ask<Data>(url: string, query: string): Promise<Data> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: Data }).data;
}

/** Freezes the first figure of the page by its button; the path of where it lives. */
async function cite(page: Page): Promise<string> {
  await page.locator('figure form[action$="/figures"] button').first().click();
  await page.waitForURL(/\/figures\/[0-9a-f]{20}$/);
  return new URL(page.url()).pathname;
}

test('from each page a figure is taken by one button, and every file of it opens elsewhere, in its language', async () => {
  const taken = await inTurn(pages, 2, async (path) => {
    const french = await look(browser, `${site.url}/fr${path}`, desk, async (page) => {
      const at = await cite(page);
      return { at, title: await page.locator('h1').textContent(), links: await filesOf(page) };
    });
    expect([path, french.at]).toEqual([path, expect.stringMatching(/^\/fr\/figures\/[0-9a-f]{20}$/)]);
    expect([path, french.links]).toEqual([path, ['svg', 'pdf', 'csv', 'xlsx', 'parquet', 'json', 'zip']]);
    const opened: Record<string, Opened> = {};
    for (const [extension, open] of Object.entries(openers)) {
      const answer = await fetch(`${site.url}${french.at}.${extension}`);
      expect([path, extension, answer.status]).toEqual([path, extension, 200]);
      opened[extension] = await open(await answer.bytes());
    }
    return { path, title: french.title, at: french.at, opened };
  });
  for (const { path, title, at, opened } of taken) {
    const said = new Set(Object.values(opened).flatMap((one) => one.title ?? []));
    expect([path, [...said]]).toEqual([path, [title]]);
    const rows = new Set(Object.values(opened).flatMap((one) => one.rows ?? []));
    expect([path, rows.size]).toEqual([path, 1]);
    const english = (await (await fetch(site.url + at.slice('/fr'.length) + '.json')).json()) as {
      facts: { title: string };
    };
    expect([path, english.facts.title === title]).toEqual([path, false]);
    figures.set(path, at.slice('/fr'.length));
  }
}, 300_000);

/** Does something with each of a list, so many at a time; what came of it, in the order of the list. */
async function inTurn<T, R>(list: readonly T[], most: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const at = next;
      next += 1;
      done[at] = await work(list[at]!);
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return done;
}

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

test('takes the theme in a foreign page that is asked for, and without one that of the reader', async () => {
  const embed = figure.replace('/figures/', '/embed/');
  const frames = ['auto', 'light', 'dark']
    .map((theme) => `<iframe src="${site.url}${embed}?theme=${theme}" title="${theme}"></iframe>`)
    .join('');
  const foreign = await openForeign(
    `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">${frames}`,
  );
  /** The paper, the ink of the words and of the words in the chart. */
  const painted = () => {
    const colour = (selector: string, property: 'backgroundColor' | 'color' | 'fill') =>
      getComputedStyle(document.querySelector(selector)!)[property];
    return [colour('body', 'backgroundColor'), colour('h1', 'color'), colour('svg text', 'fill')];
  };
  try {
    const seen = await Promise.all(
      (['light', 'dark'] as const).map((colorScheme) =>
        look(browser, foreign.url, { ...desk, colorScheme }, async (page) => {
          const [, ...all] = page.frames();
          return Promise.all(all.map((frame) => frame.evaluate(painted)));
        }),
      ),
    );
    const [[auto, light, dark], [darkAuto, ...others]] = seen as [string[][], string[][]];
    expect([light![0], dark![0]]).toEqual([lightPalette.paper, darkPalette.paper].map(asRgb));
    expect([light![1], dark![1]]).toEqual([lightPalette.ink, darkPalette.ink].map(asRgb));
    expect(light![2]).not.toBe(dark![2]);
    expect(auto).toEqual(light);
    expect(darkAuto).toEqual(dark);
    expect(others).toEqual([light, dark]);
  } finally {
    foreign.server.close();
  }
  expect((await fetch(`${site.url}${embed}?theme=sepia`)).status).toBe(400);
});

/** A colour as browsers write it. */
function asRgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}

describe('one state of each page', () => {
  test('has the same marks and words on its page, in its file and in a frame', async () => {
    const blank = await browser.newPage();
    await blank.goto(`${site.url}/healthz`);
    for (const [path, figure] of figures) {
      const seen = await blank.evaluate(marksOf, figure);
      expect([path, seen.file.shapes.length > 0]).toEqual([path, true]);
      expect([path, seen.frame]).toEqual([path, seen.file]);
      // The map of occupations is drawn once for all widths on its page, by other paths: its marks are counted there.
      if (path === '/conversion') expect(seen.counts).toEqual([825, 825]);
      else expect([path, seen.page]).toEqual([path, seen.file]);
    }
    await blank.close();
  }, 120_000);

  test('has on its map, which its page draws in other words, the same of each occupation: words, colours, place, sector', async () => {
    const state = '/conversion?stage=RECRUITED';
    const { at, drawn } = await look(browser, `${site.url}${state}`, desk, async (page) => ({
      drawn: await page.evaluate(mapOfPage),
      at: await cite(page),
    }));
    const blank = await browser.newPage();
    await blank.goto(`${site.url}/healthz`);
    const kept = await blank.evaluate(mapOfFile, at);
    await blank.close();
    expect(drawn.cells.length).toBeGreaterThan(800);
    expect(new Set(drawn.cells.map(({ opacity }) => opacity)).size).toBe(2);
    const inOrder = (map: MapSeen) => map.cells.toSorted((a, b) => a.code.localeCompare(b.code));
    const [ofPage, ofFile] = [inOrder(drawn), inOrder(kept)];
    const said = ({ box: _box, ...rest }: MapSeen['cells'][number]) => rest;
    expect(ofPage.map(said)).toEqual(ofFile.map(said));
    const apart = ofPage.flatMap(({ box }, index) =>
      box.map((edge, side) => Math.abs(edge - ofFile[index]!.box[side]!)),
    );
    expect(Math.max(...apart)).toBeLessThanOrEqual(1.5);
    expect(drawn.sectors).toEqual(kept.sectors);
  });

  test('is in its PNG what its SVG is in a browser: of blocks of 4 × 4 no mark is a quarter of the scale apart, 1 in 1,000 a tenth', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    for (const [path, figure] of figures) {
      const file = `${site.url}${figure}`;
      const svg = await (await fetch(`${file}.svg?shape=16:9`)).text();
      const png = await (await fetch(`${file}.png?shape=16:9&scale=1`)).bytes();
      expect([path, Buffer.compare(png, await rasterise(svg, 1))]).toEqual([path, 0]);
      // Two programs set the same text a hair apart; the marks between are to be where they are.
      const marks = svg.replace(/<text[^]*?<\/text>/g, '');
      await page.setContent(`<!doctype html><style>body{margin:0} svg{display:block}</style>${marks}`);
      const drawn = decode(await page.screenshot());
      const rastered = decode(await rasterise(marks, 1));
      expect([path, rastered.width, rastered.height]).toEqual([path, drawn.width, drawn.height]);
      const [tenth, quarter] = apart(drawn, rastered, [0.1, 0.25]);
      expect([path, quarter, tenth! < 0.001]).toEqual([path, 0, true]);
    }
    await context.close();
  }, 120_000);
});

/** The marks of a figure with their words on its page, in its file and in a frame: in the widest layout that all have. */
async function marksOf(figure: string) {
  const read = async (path: string, type: DOMParserSupportedType) =>
    new DOMParser().parseFromString(await (await fetch(path)).text(), type);
  const geometry = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'd', 'width', 'height', 'points'];
  const marks = (document: Document, width: number) => {
    const svg = [...document.querySelectorAll('svg')].find((one) =>
      one.getAttribute('viewBox')?.startsWith(`0 0 ${width} `),
    );
    const found = [...(svg?.querySelectorAll('[data-mark]') ?? [])].flatMap((mark) => [
      mark,
      ...mark.querySelectorAll('*'),
    ]);
    return {
      shapes: found.map((mark) => geometry.map((name) => mark.getAttribute(name))),
      texts: found.map(({ textContent }) => textContent),
    };
  };
  const page = await read(figure, 'text/html');
  const width = marks(page, 1100).shapes.length > 0 ? 1100 : 720;
  const shape = width === 1100 ? 'natural' : '1:1';
  const file = await read(`${figure}.svg?shape=${shape}`, 'image/svg+xml');
  return {
    counts: [page, file].map((document) => document.querySelectorAll('[data-mark]').length),
    page: marks(page, width),
    frame: marks(await read(figure.replace('/figures/', '/embed/'), 'text/html'), width),
    file: marks(file, width),
  };
}
