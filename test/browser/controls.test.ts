import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alive } from '../support/alive.ts';
import { openBrowser } from '../support/browser.ts';
import { openSite, type Site } from '../support/site.ts';

/** Pages with controls, by turns in both languages; some in a state that shows more of them. */
const pages = [
  '/concentration',
  '/fr/pay?platform=mercor',
  '/conversion?sector=law&search=lawy&occupation=23-1011',
  '/fr/conversion/occupations',
  '/market',
  '/fr/experts',
  '/experts/match?profession=lawyer',
  '/fr/projects',
  '/know-how',
  '/fr/sources',
  '/organisations',
];

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What a page shows: its words, what is chosen, and every mark of its charts. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    document.title,
    document.querySelector('h1')?.textContent ?? '',
    ...[...document.querySelectorAll<HTMLInputElement>('main form :is(select, input, output)')].map(
      ({ name, value }) => `${name}=${value}`,
    ),
    ...[...document.querySelectorAll('main :is(td, th, p, li)')].map(
      (cell) => cell.textContent?.trim() ?? '',
    ),
    ...[...document.querySelectorAll('figure svg :is(path, circle, rect, text):not([data-handle] *)')].map(
      (mark) => ['d', 'x', 'y', 'cx', 'cy', 'width', 'fill'].map((name) => mark.getAttribute(name)).join(' '),
    ),
  ]);

/** How many controls a page answers in place: fields of its forms, and one link of each kind. */
const controls = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        'main form[data-live] :is(select, input:not([type=hidden]))',
      ),
    ].filter((field) => field.checkVisibility());
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[data-live]')].filter(
      (link, index, all) =>
        all.findIndex((other) => other.parentElement?.parentElement === link.parentElement?.parentElement) ===
        index,
    );
    Object.assign(window, { controls: [...fields, ...links] });
    return fields.length + links.length;
  });

/** Works one of them as a reader would; what there is to choose it takes from the page. Null where there is no choice. */
const work = (page: Page, index: number): Promise<string | null> =>
  page.evaluate((at) => {
    const control = (
      window as unknown as { controls: (HTMLInputElement | HTMLSelectElement | HTMLAnchorElement)[] }
    ).controls[at]!;
    document.querySelector('main')!.dataset['before'] = '';
    if (control instanceof HTMLAnchorElement) {
      control.click();
      return control.href;
    }
    if (control instanceof HTMLSelectElement) {
      const other = [...control.options].findLast(
        ({ selected, disabled, value }) => !selected && !disabled && value,
      );
      if (!other) return null;
      control.value = other.value;
    } else if (control.type === 'range') {
      control.value = String(Math.round(Number(control.max) / 2));
      control.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (control.type === 'checkbox') control.checked = !control.checked;
    else if (control.type === 'month') control.value = control.min;
    else if (control.inputMode === 'decimal' || control.type === 'number') control.value = '15';
    else if (control.pattern) control.value = '2025-06';
    else control.value = 'law';
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return `${control.name || control.id}=${control.value}`;
  }, index);

/** Waits until the page has been answered in place, or gone to. */
async function answered(page: Page, did: string): Promise<void> {
  await page
    .locator('main:not([data-before])')
    .waitFor()
    .catch(() => expect.fail(`${did} is not answered at ${page.url()}`));
  await alive(page);
}

test.concurrent.each(pages)(
  '%s: whatever a control shows has an address that shows the same to somebody else',
  { timeout: 60_000 },
  async (path) => {
    const [hers, theirs] = await Promise.all([browser.newContext(), browser.newContext()]);
    try {
      const [page, other] = await Promise.all([hers.newPage(), theirs.newPage()]);
      await page.goto(site.url + path);
      await alive(page);
      const count = await controls(page);
      expect(count).toBeGreaterThan(0);
      for (let index = 0; index < count; index++) {
        const did = await work(page, index);
        if (did === null) continue;
        await answered(page, did);
        await other.goto(page.url());
        await alive(other);
        const [seen, told] = [await shown(page), await shown(other)];
        expect({ did, shows: seen }).toEqual({ did, shows: told });
        // An anchor of the same picture is a step back as well, but none that is answered.
        const [address, anchor] = page.url().split('#');
        await page.evaluate(() => (document.querySelector('main')!.dataset['before'] = ''));
        if (address !== site.url + path || anchor !== undefined) await page.goBack();
        if (address !== site.url + path) await answered(page, `Back from ${did}`);
        expect(await controls(page)).toBe(count);
      }
    } finally {
      await Promise.all([hers.close(), theirs.close()]);
    }
  },
);
