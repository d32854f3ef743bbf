import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { alive } from './alive.ts';
import { openBrowser } from './browser.ts';
import { openSite, type Site } from './site.ts';

/** Whoever looks at pages in a browser, in one file of tests. */
export interface Visitor {
  /** Where the site is, once the tests run. */
  readonly url: string;
  /** Opens a page, hands it over, and fails on anything that the console complains of. */
  visit(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void>;
}

/** A site with the seeds and a browser, opened before the tests of a file and closed after them. */
export function aVisitor(usual: BrowserContextOptions = {}): Visitor {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    get url() {
      return site.url;
    },
    async visit(path, options, look) {
      const context = await browser.newContext({ ...usual, ...options });
      try {
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        await page.goto(site.url + path, { waitUntil: 'load' });
        await alive(page);
        await look(page);
        expect(complaints).toEqual([]);
      } finally {
        await context.close();
      }
    },
  };
}
