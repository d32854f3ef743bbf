import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { alive } from './alive.ts';

/**
 * Opens a page in a context of its own, hands it over, and fails on anything that the console complains of, but for
 * what is expected of this page.
 */
export async function look<Seen>(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  see: (page: Page) => Promise<Seen>,
  expected?: RegExp,
): Promise<Seen> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !expected?.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address, { waitUntil: 'load' });
    await alive(page);
    const seen = await see(page);
    expect([address, complaints]).toEqual([address, []]);
    return seen;
  } finally {
    await context.close();
  }
}
