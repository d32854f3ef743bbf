import axe, { type Result } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openSite, type Site } from '../support/site.ts';

const charts = ['/', '/concentration', '/pay', '/conversion', '/market'];
const others = [
  '/import',
  '/sources',
  '/sources/bi-bankers-pay',
  '/methods',
  '/graphql',
  '/graphql/reference',
  '/graphql/reference/Dataset',
  '/graphql/changelog',
  '/no-such-page',
];
const both = (path: string) => [path, path === '/' ? '/fr' : `/fr${path}`];

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const isGrave = ({ impact }: Result) => impact === 'serious' || impact === 'critical';

/** A fault in words. What is seen in a mark is its name cut to its room, so the whole name need not contain it. */
const told = ({ id, nodes }: Result) =>
  nodes
    .filter(({ html }) => id !== 'label-content-name-mismatch' || !html.includes('data-mark'))
    .map(({ html }) => `${id}: ${html}`);

/** Opens a page, hands it over, and fails on anything that the console complains of. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      const expected = path.includes('no-such-page') && message.text().includes('404');
      if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.url + path, { waitUntil: 'load' });
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

describe.each(charts)('%s without JavaScript', (path) => {
  test.each(both(path))('shows a headline and a chart with marks at %s', async (address) => {
    for (const width of [360, 1280]) {
      await visit(address, { javaScriptEnabled: false, viewport: { width, height: 800 } }, async (page) => {
        expect((await page.locator('h1').textContent())?.length).toBeGreaterThan(20);
        const chart = page.locator('figure svg:visible').first();
        expect(await chart.locator('rect, circle, path, line').count()).toBeGreaterThan(10);
        expect((await chart.boundingBox())!.width).toBeGreaterThan(250);
        expect(await page.locator('figure svg:visible').count()).toBe(await page.locator('figure').count());
      });
    }
  });
});

describe.each([...charts, ...others])('%s', (path) => {
  test.each(both(path))('needs no sideways scrolling at 320 px: %s', async (address) => {
    await visit(address, { viewport: { width: 320, height: 700 } }, async (page) => {
      const [needed, given] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(needed).toBeLessThanOrEqual(given!);
    });
  });

  test.each(both(path))('has no serious fault of accessibility by day or night: %s', async (address) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(address, { colorScheme, viewport: { width: 1280, height: 900 } }, async (page) => {
        // Not a script tag: the policy of the pages refuses scripts that are not theirs.
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => (globalThis as { axe?: typeof axe }).axe!.run());
        expect(violations.filter(isGrave).flatMap(told)).toEqual([]);
      });
    }
  });
});

describe('the switch of the theme', () => {
  test('appears with JavaScript, turns the page dark, and is remembered', async () => {
    await visit('/', { colorScheme: 'light' }, async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const day = await paper();
      await page.getByRole('button', { name: 'Dark' }).click();
      const night = await paper();
      expect(night).not.toBe(day);
      await page.goto(`${site.url}/pay`);
      expect(await paper()).toBe(night);
      expect(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe('true');
    });
  });

  test('is not there without JavaScript, and the page follows the system', async () => {
    await visit('/', { colorScheme: 'dark', javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false);
    });
  });
});

test('the first stop of the Tab key skips to the content', async () => {
  await visit('/pay', {}, async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});

test('a picture of another state is one form away: choosing a ledger changes headline and address', async () => {
  await visit('/concentration', { javaScriptEnabled: false }, async (page) => {
    await page.locator('select[name=curve]').first().selectOption('prism');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL('**/concentration?curve=prism');
    expect(await page.locator('h1').textContent()).toContain('PRISM');
  });
});
