import type { Page } from 'playwright-core';

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
export async function watchShifts(page: Page): Promise<() => Promise<Shifts>> {
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
