import type { Page } from 'playwright-core';

/** Waits until a page answers to keys and choices, where scripts run; they begin after its first paint. */
export async function alive(page: Page): Promise<void> {
  if (await page.evaluate(() => 'scripted' in document.documentElement.dataset))
    await page.locator('html[data-alive]').waitFor({ state: 'attached' });
}
