import axe, { type Result } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens a page in a context of its own, hands it over, and fails on anything that the console complains of. */
export async function look<Seen>(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  see: (page: Page) => Promise<Seen>,
): Promise<Seen> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address, { waitUntil: 'load' });
    const seen = await see(page);
    expect(complaints).toEqual([]);
    return seen;
  } finally {
    await context.close();
  }
}

/** The serious faults of accessibility of a page, in words; a row of a chart may be named by more than is seen. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Not a script tag: the policy of the pages refuses scripts that are not theirs.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as { axe?: typeof axe }).axe!.run());
  return violations
    .filter(({ impact }: Result) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .filter(({ html }) => id !== 'label-content-name-mismatch' || !html.includes('data-mark'))
        .map(({ html }) => `${id}: ${html}`),
    );
}
