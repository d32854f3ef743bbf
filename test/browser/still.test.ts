import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAddress, inFrench } from '../gauge/addresses.ts';
import { settled, shiftsOf } from '../gauge/shifts.ts';
import { abreast } from '../support/abreast.ts';
import { openBrowser } from '../support/browser.ts';
import { openSite, type Site } from '../support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('a first visit, with typefaces that come late', () => {
  test.each([
    { width: 360, inLanguage: inFrench },
    { width: 1280, inLanguage: (address: string) => address },
  ])('moves nothing at $width pixels', { timeout: 120_000 }, async ({ width, inLanguage }) => {
    const moved: Record<string, number> = {};
    let late = 0;
    const look = async (address: string) => {
      const { score, painted, dressed } = await shiftsOf(browser, site.url + address, width);
      if (score >= 0.01) moved[address] = score;
      if (dressed > painted) late += 1;
    };
    const addresses = (await everyAddress(site.url)).map(inLanguage);
    // Several at a time: each mostly waits for its typefaces.
    await abreast(addresses, look);
    expect(moved).toEqual({});
    expect(late).toBe(addresses.length);
  });
});

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(site.url + address, { waitUntil: 'load' });
  await settled(page);
}

test('who was here before finds the typefaces and the chosen theme in the first paint', async () => {
  const context = await browser.newContext({ colorScheme: 'light' });
  const page = await context.newPage();
  await visit(page, '/');
  await page.locator('[data-theme-switch]').click();
  await page.addInitScript(() => {
    new PerformanceObserver(() => {
      const { theme, fonts } = document.documentElement.dataset;
      Object.assign(window, {
        first: { theme, fonts, ground: getComputedStyle(document.documentElement).backgroundColor },
      });
    }).observe({ type: 'paint' });
  });
  await visit(page, '/market');
  expect(await page.evaluate(() => (window as unknown as { first: unknown }).first)).toEqual({
    theme: 'dark',
    ground: 'rgb(16, 22, 31)',
  });
  await context.close();
});
