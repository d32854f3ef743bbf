import type { Browser } from 'playwright-core';

/** How long until the reader saw what she did, at worst, in milliseconds: from the key to the next frame. */
export interface Interactions {
  arrows: number;
  slider: number;
  search: number;
}

/** A phone four times slower than this machine, as Lighthouse takes it. */
const slower = 4;

/** Works the picture of all occupations by hand, on a slower processor, and takes the times that the browser tells. */
export async function interactionsOf(browser: Browser, site: string): Promise<Interactions> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const { duration, interactionId } of list.getEntries() as PerformanceEventTiming[])
          if (interactionId > 0) seen.push(duration);
      }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    });
    await page.goto(`${site}/conversion`, { waitUntil: 'networkidle' });
    await page.waitForSelector('#stages [data-readout]:not([hidden])');
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });

    /** The slowest of some keys; each is looked at once its frame and the answer in place are there. */
    const worst = async (keys: readonly string[]): Promise<number> => {
      await page.evaluate(() => void ((window as unknown as { seen: number[] }).seen.length = 0));
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(250);
      }
      // Below the threshold of 16 ms nothing is told: then it was one frame.
      return page.evaluate(() => Math.max(16, ...(window as unknown as { seen: number[] }).seen));
    };

    await page.locator('#stages svg').first().focus();
    const arrows = await worst([
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'ArrowDown',
      'ArrowLeft',
      'End',
    ]);
    await page.locator('input[name=search]').focus();
    const search = await worst(['l', 'a', 'w', 'y', 'Backspace', 'Backspace', 'Backspace', 'Backspace']);
    await page.locator('#until-slider').focus();
    const slider = await worst(['ArrowLeft', 'ArrowLeft', 'PageDown', 'Home']);
    return { arrows, slider, search };
  } finally {
    await context.close();
  }
}
