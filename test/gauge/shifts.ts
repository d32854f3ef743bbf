import type { Browser, BrowserContext, Page } from 'playwright-core';

/** How much of a page moved while nobody touched it. */
export interface Shifts {
  /** Cumulative layout shift, all of it: no window of time is left out. */
  score: number;
  /** When the first content was painted, and when the last typeface was there, in milliseconds. */
  painted: number;
  dressed: number;
  /** Whether it is set in them; where they would have moved what is on the screen, only the next page is. */
  worn: boolean;
}

/** Watches the next page from its first moment; the answer tells what was seen. */
async function watchShifts(page: Page): Promise<() => Promise<Shifts>> {
  await page.addInitScript(() => {
    const seen = { score: 0 };
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) seen.score += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => ({
      ...(window as unknown as { shifts: { score: number } }).shifts,
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      worn: document.documentElement.dataset['fonts'] === undefined,
      dressed: Math.max(
        0,
        ...(performance.getEntriesByType('resource') as PerformanceResourceTiming[])
          .filter(({ name }) => name.endsWith('.woff2'))
          .map(({ responseEnd }) => responseEnd),
      ),
    }));
}

/** Typefaces that come after whatever is painted first. */
async function delayTypefaces(context: BrowserContext): Promise<void> {
  await context.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await route.continue();
  });
}

/** How much a first visit moves when its typefaces come late. */
export async function shiftsOf(browser: Browser, address: string, width: number): Promise<Shifts> {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 740 : 900 } });
  try {
    await delayTypefaces(context);
    const page = await context.newPage();
    const shifts = await watchShifts(page);
    await page.goto(address, { waitUntil: 'load' });
    await settled(page);
    return await shifts();
  } finally {
    await context.close();
  }
}

/** Waits until a page has its typefaces, and was painted with them. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => sessionStorage.getItem('fonts') !== null);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
