import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../../web/src/lib/pages.ts';
import { settled } from '../gauge/shifts.ts';
import { abreast } from '../support/abreast.ts';
import { alive } from '../support/alive.ts';
import { openBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { openSite, type Site } from '../support/site.ts';

/** A sheet of A4 at 96 pixels an inch, without its margins. */
const sheet = { width: 680, height: 994 };
const paths = [...pages, '/graphql', '/experts/match?profession=lawyer', '/projects?ledger=public-record'];

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What moved on a page while it loaded, its fonts at hand. */
async function shifts(path: string, width: number): Promise<{ value: number; what: string }[]> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  await context.addInitScript(() => {
    const kept = globalThis as { moved?: { value: number; what: string }[] };
    kept.moved = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
          sources: { node?: Element | null }[];
        };
        if (!shift.hadRecentInput)
          kept.moved!.push({
            value: shift.value,
            what: shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 90) ?? '').join(' | '),
          });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  try {
    const page = await context.newPage();
    // The first visit brings the fonts; how soon they come is the network's doing, and no layout's.
    for (const _visit of ['first', 'second']) {
      await page.goto(site.url + path, { waitUntil: 'load' });
      await alive(page);
      await settled(page);
    }
    // Shifts are told a moment after the frame.
    await page.waitForTimeout(100);
    return await page.evaluate(
      () => (globalThis as { moved?: { value: number; what: string }[] }).moved ?? [],
    );
  } finally {
    await context.close();
  }
}

test('no page moves while it loads, the fonts at hand', { timeout: 120_000 }, async () => {
  const all = paths.flatMap((path) => [360, 1280].map((width) => ({ path, width })));
  await abreast(all, async ({ path, width }) => {
    const moved = await shifts(path, width);
    const sum = moved.reduce((known, { value }) => known + value, 0);
    expect(sum, `${path} at ${width}: ${JSON.stringify(moved)}`).toBeLessThan(0.01);
  });
});

/** What is wrong with a page on paper: nothing, or something of this. */
async function seenOnPaper(path: string): Promise<unknown> {
  return look(browser, site.url + path, { viewport: sheet }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(({ width, height }) => {
      const visible = (element: Element) => element.getClientRects().length > 0;
      const figures = [...document.querySelectorAll('figure')];
      return {
        controls: [...document.querySelectorAll('form, nav, [data-readout], button')].filter(visible).length,
        undrawn: figures.filter(
          (figure) => figure.querySelector('svg') && ![...figure.querySelectorAll('svg')].some(visible),
        ).length,
        cut: [...document.querySelectorAll('figure svg')].filter(visible).flatMap((svg) => {
          const box = svg.getBoundingClientRect();
          // A part of a chart shows what lies between two cuts; together they show all of it.
          if (svg.matches('.print-only')) {
            const parts = [...svg.parentElement!.querySelectorAll('.print-only')];
            const drawn = parts.reduce(
              (sum, part) => sum + (part as SVGSVGElement).viewBox.baseVal.height,
              0,
            );
            const whole = svg.parentElement!.querySelector('svg')!.viewBox.baseVal.height;
            return box.height > height || Math.abs(drawn - whole) > 1 ? [`${drawn} of ${whole}`] : [];
          }
          const low = Math.max(
            0,
            ...[...svg.querySelectorAll('[data-mark]')].map((mark) => mark.getBoundingClientRect().bottom),
          );
          return box.right > width + 1 || box.height > height || low > box.bottom + 1
            ? [`${box.width} × ${box.height}, its marks down to ${low - box.top}`]
            : [];
        }),
        closed: [...document.querySelectorAll('figure details')].filter(
          (details) =>
            !details.querySelector('tbody tr:nth-child(41)') &&
            ![...details.querySelectorAll('td')].some(visible),
        ).length,
        address: [...document.querySelectorAll('.print-only')].some(visible),
      };
    }, sheet);
    const pdf = await page.pdf({ format: 'A4' });
    return { path, ...seen, pdf: pdf.subarray(0, 5).toString() };
  });
}

test(
  'every page prints as an article: figures whole, short tables open, no controls',
  { timeout: 120_000 },
  async () => {
    const sound = { controls: 0, undrawn: 0, cut: [], closed: 0, address: true, pdf: '%PDF-' };
    await abreast(paths, async (path) => expect(await seenOnPaper(path)).toEqual({ path, ...sound }));
  },
);

test('forced colours leave the words of a chart as legible as those of the page', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await look(browser, `${site.url}/`, { forcedColors: 'active', colorScheme }, async (page) => {
      const [text, paper] = await page.evaluate(() => {
        const label = document.querySelector('figure svg text')!;
        return [getComputedStyle(label).fill, getComputedStyle(document.body).color];
      });
      expect(text).toBe(paper);
    });
  }
});

test('a wall-sized screen is filled as a desk is', async () => {
  const share = (width: number) =>
    look(browser, `${site.url}/`, { viewport: { width, height: 1200 } }, async (page) => {
      const box = await page.locator('figure').first().boundingBox();
      return box!.width / width;
    });
  expect(await share(3840)).toBeGreaterThan(0.5);
});
