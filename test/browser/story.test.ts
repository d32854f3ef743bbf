import axe, { type Result } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openSite, type Site } from '../support/site.ts';

const pages = [
  '/claims/top-contributors',
  '/claims/up-to-200-an-hour',
  '/claims/expert-work-displaced-crowd-work',
  '/claims/company-age-and-valuation',
  '/know-how',
  '/market',
  '/organisations',
  '/organisations/mercor',
  '/organisations/bain',
];
const both = pages.flatMap((path) => [path, `/fr${path}`]);

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
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.url + path, { waitUntil: 'load' });
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

describe.each(both)('%s', (path) => {
  test('is read mark by mark with the keyboard alone, and each mark says something of its own', async () => {
    await visit(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const figures = page.locator('figure:has(svg [data-mark])');
      for (let index = 0; index < (await figures.count()); index++) {
        const figure = figures.nth(index);
        const chart = figure.locator('svg:visible').first();
        const panel = figure.locator('[data-readout]');
        await chart.focus();
        const hint = await panel.textContent();
        await page.keyboard.press('Home');
        const first = await panel.textContent();
        await page.keyboard.press('End');
        const last = await panel.textContent();
        expect(first!.length).toBeGreaterThan(5);
        expect(first).not.toBe(hint);
        if ((await chart.locator('[data-mark]').count()) > 1) expect(last).not.toBe(first);
        await page.keyboard.press('Escape');
        expect(await panel.textContent()).toBe(hint);
      }
      const silent = await page
        .locator('[data-mark]')
        .evaluateAll((marks) =>
          marks.filter(
            (mark) => !mark.getAttribute('aria-label') && !mark.querySelector('title')?.textContent,
          ),
        );
      expect(silent).toEqual([]);
    });
  });

  test('has no serious fault of accessibility by day or night, nor sideways scrolling at 320 px', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(path, { colorScheme, viewport: { width: 1280, height: 900 } }, async (page) => {
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => (globalThis as { axe?: typeof axe }).axe!.run());
        expect(violations.filter(isGrave).flatMap(told)).toEqual([]);
      });
    }
    await visit(path, { viewport: { width: 320, height: 700 } }, async (page) => {
      const [needed, given] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(needed).toBeLessThanOrEqual(given!);
    });
  });
});

describe('the page of know-how', () => {
  const marksOf = (page: Page, figure: string) =>
    page
      .locator(`${figure} svg:visible [data-mark]`)
      .evaluateAll((marks) => marks.map((mark) => mark.outerHTML));

  test('answers a choice in place, and its address pasted elsewhere gives the same picture', async () => {
    let address = '';
    let marks: string[] = [];
    await visit('/know-how', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const before = await marksOf(page, '#disputes');
      await page.locator('select[name=disputes]').selectOption('TRADE_SECRETS');
      await page.waitForURL('**/know-how?disputes=TRADE_SECRETS');
      await expect
        .poll(() => marksOf(page, '#disputes').then(({ length }) => length))
        .toBeLessThan(before.length);
      marks = await marksOf(page, '#disputes');
      address = new URL(page.url()).pathname + new URL(page.url()).search;
      await page.goBack();
      await expect.poll(() => marksOf(page, '#disputes').then(({ length }) => length)).toBe(before.length);
    });
    await visit(address, { viewport: { width: 1280, height: 900 } }, async (page) => {
      expect(await marksOf(page, '#disputes')).toEqual(marks);
    });
  });

  test('keeps one choice when the other is made, without JavaScript', async () => {
    await visit('/know-how?disputes=OWNERSHIP', { javaScriptEnabled: false }, async (page) => {
      await page.locator('select[name=count]').selectOption('offers');
      await page.locator('#origins').getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/know-how?count=offers&disputes=OWNERSHIP');
    });
  });
});

test('a claim that nobody made is a 404 in the page’s language', async () => {
  for (const [path, words] of [
    ['/claims/nothing', 'There is no claim called nothing'],
    ['/fr/claims/nothing', 'Il n’y a pas d’affirmation nommée nothing'],
  ] as const) {
    const answer = await fetch(site.url + path, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(words);
  }
});
