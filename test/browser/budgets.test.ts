import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyAddress, inFrench } from '../gauge/addresses.ts';
import { budget, weigh } from '../gauge/weigh.ts';
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

test(
  'no page fetches more than its budget: 90 kB of script, 250 kB in all',
  { timeout: 120_000 },
  async () => {
    const addresses = await everyAddress(site.url);
    expect(addresses.length).toBeGreaterThan(15);
    // French is the heavier edition; the heaviest page is weighed in both.
    await abreast([...addresses.map(inFrench), '/conversion'], async (address) => {
      const { script, total, html, font } = await weigh(browser, site.url, address);
      expect(html, `${address} has a document`).toBeGreaterThan(2_000);
      expect(font, `${address} has its typefaces`).toBeGreaterThan(50_000);
      expect(script, `the script of ${address}`).toBeLessThanOrEqual(budget.script);
      expect(total, `all of ${address}`).toBeLessThanOrEqual(budget.total);
    });
  },
);

test('the picture of all 830 occupations is a page of at most 66 kB, with its style sheets in it', async () => {
  for (const address of ['/conversion', '/fr/conversion'])
    expect((await weigh(browser, site.url, address)).html).toBeLessThanOrEqual(66_000);
});
