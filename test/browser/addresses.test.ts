import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { openSite, type Site } from '../support/site.ts';

/** Pages that answer choices in place, by turns in both languages. */
const asking = [
  '/concentration',
  '/fr/pay',
  '/conversion',
  '/fr/market',
  '/experts',
  '/fr/projects',
  '/know-how',
  '/fr/sources',
  '/organisations',
];
/** A busy machine answers late, and no sooner for being asked again. */
const patient = { timeout: 20_000, interval: 200 };
const desk = { viewport: { width: 1280, height: 900 } };

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What a page shows: its words, and every mark of its charts. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    document.title,
    document.querySelector('h1')?.textContent ?? '',
    ...[...document.querySelectorAll('main td, main th')].map((cell) => cell.textContent?.trim() ?? ''),
    ...[...document.querySelectorAll('figure svg :is(path, circle, rect, text):not([data-handle] *)')].map(
      (mark) => ['d', 'x', 'y', 'cx', 'cy', 'width'].map((name) => mark.getAttribute(name)).join(' '),
    ),
  ]);

/** Chooses the first thing of the first control that is not chosen already; the values that it can take. */
const chooseOther = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    for (const select of document.querySelectorAll<HTMLSelectElement>('main form[data-live] select')) {
      const other = [...select.options].find(
        ({ selected, value, disabled }) => !selected && value && !disabled,
      );
      if (!other) continue;
      select.value = other.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    }
    return false;
  });

test.each(asking)(
  '%s: a choice has an address, back and forward walk it, and pasted elsewhere it shows the same',
  async (path) => {
    let address = '';
    let chosen: string[] = [];
    await look(browser, site.url + path, desk, async (page) => {
      const before = await shown(page);
      expect(await chooseOther(page)).toBe(true);
      await page.waitForURL((url) => url.search !== '');
      await expect.poll(() => shown(page), patient).not.toEqual(before);
      address = page.url();
      chosen = await shown(page);
      await page.goBack();
      await expect.poll(() => shown(page), patient).toEqual(before);
      expect(new URL(page.url()).search).toBe('');
      await page.goForward();
      await expect.poll(() => shown(page), patient).toEqual(chosen);
      expect(page.url()).toBe(address);
    });
    await look(browser, address, desk, async (page) => expect(await shown(page)).toEqual(chosen));
  },
);

test.each(asking)(
  '%s leaves defaults out of its address, and says which words of it mean nothing',
  async (path) => {
    const ask = (query: string) =>
      fetch(site.url + path + query, { headers: { accept: 'text/html' }, redirect: 'manual' });
    const answer = await ask('?colour=red');
    expect(answer.status).toBe(200);
    expect((await answer.text()).match(/class="notice[^]*?colour/)).not.toBeNull();
    const form = await look(browser, site.url + path, { ...desk, javaScriptEnabled: false }, async (page) => {
      await page
        .locator('main form[data-live] button[type=submit], main form[data-live] button')
        .first()
        .click();
      await page.waitForLoadState();
      return new URL(page.url());
    });
    expect(form.pathname + form.search).toBe(path);
  },
);
