import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../../server/simulation/simulate.ts';
import { publishLedger } from '../analytics/earning-filter/publish-ledger.ts';
import { openBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { openSite, type Site } from '../support/site.ts';

const desk = { viewport: { width: 1280, height: 900 } };
const match = '/experts/match?ledger=market&profession=lawyer&seniority=SENIOR&rate=100';

let site: Site;
let browser: Browser;
/** The pages, with one expert and one project among them. */
let pages: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([
    openSite(async (database) => {
      await simulate(database, { slug: 'market', experts: 400, earnings: 8000, seed: 3 });
      const people = Array.from({ length: 40 }, (_, index) => ({
        expert: `e${index}`,
        units: 5 + (index % 7),
      }));
      await publishLedger(database, 'payouts', people, { protected: true });
    }),
    openBrowser(),
  ]);
  const paths = await look(browser, `${site.url}/experts?ledger=market`, desk, (page) =>
    page.locator('#ranking svg:visible a').first().getAttribute('href'),
  );
  const project = await look(browser, `${site.url}/projects?ledger=market`, desk, (page) =>
    page.locator('#projects svg:visible a').first().getAttribute('href'),
  );
  pages = [
    '/experts',
    '/experts?ledger=market',
    paths!,
    match,
    '/projects',
    project!,
    '/projects?ledger=public-record',
  ];
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = <Seen>(path: string, see: (page: Page) => Promise<Seen>, options = {}) =>
  look(browser, site.url + path, { ...desk, ...options }, see);

test('without JavaScript each page has a headline, and a chart or a table', async () => {
  for (const path of pages) {
    await open(
      path,
      async (page) => {
        expect((await page.locator('h1').textContent())!.length).toBeGreaterThan(10);
        expect(await page.locator('figure svg:visible, main > .table-scroll table').count()).toBeGreaterThan(
          0,
        );
      },
      { javaScriptEnabled: false },
    );
  }
});

describe('a ranking', () => {
  test('is walked by keyboard, said mark by mark, and a mark leads to its expert', async () => {
    await open('/experts', async (page) => {
      const chart = page.locator('#ranking svg:visible');
      await chart.focus();
      await page.keyboard.press('Home');
      const readout = page.locator('#ranking [data-readout]');
      const first = await readout.textContent();
      expect(first).toMatch(/^1\. \w+,? 28\.1%$/);
      await page.keyboard.press('ArrowDown');
      expect(await readout.textContent()).toMatch(/^2\. /);
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/experts/*');
      expect(await page.locator('h1').textContent()).toContain(/1\. (\w+)/.exec(first!)![1]!);
    });
  });

  test('turns its pages there and back, and a pasted address shows the same', async () => {
    await open('/experts?ledger=mmteb', async (page) => {
      const ranks = () =>
        page
          .locator('#ranking svg:visible [data-mark]')
          .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
      const first = await ranks();
      expect(first).toHaveLength(25);
      await page.getByRole('link', { name: 'Lower ranks' }).click();
      await page.waitForURL('**after=**');
      const second = await ranks();
      expect(second[0]).toMatch(/^26\. /);
      const drawn = (other: Page) =>
        other
          .locator('#ranking svg:visible :is(circle, path, text)')
          .evaluateAll((marks) => marks.map((mark) => mark.outerHTML));
      const { pathname, search } = new URL(page.url());
      expect(await open(pathname + search, drawn)).toEqual(await drawn(page));
      await page.getByRole('link', { name: 'Higher ranks' }).click();
      await page.waitForURL('**before=**');
      expect(await ranks()).toEqual(first);
      await page.goBack();
      expect((await ranks())[0]).toMatch(/^26\. /);
    });
  });

  test('says which values of the address it did not understand', async () => {
    await open('/experts?ledger=nonsense&after=abc&sector=law', async (page) => {
      const notice = await page.locator('[role=status].notice').textContent();
      for (const value of ['nonsense', 'abc', 'law']) expect(notice).toContain(value);
      expect(await page.locator('h1').textContent()).toContain('tscircuit');
    });
  });
});

test('what is simulated says so on its face and in each of its charts', async () => {
  for (const path of pages.filter((one) => one.includes('market'))) {
    await open(path, async (page) => {
      expect(await page.locator('.notice').first().textContent()).toContain('SIMULATED');
      for (const chart of await page.locator('figure svg:visible').all())
        expect(await chart.locator('text', { hasText: /^SIMULATED$/ }).count()).toBe(1);
    });
  }
});

test('simulated projects are not listed among those of the world', async () => {
  const text = await open('/projects', (page) => page.locator('#projects svg:visible').textContent());
  expect(text).not.toContain('SIMULATED');
});

test('a protected ledger tells how many it depends on, lists nobody, and says how to get at the rows', async () => {
  await open('/experts?ledger=payouts', async (page) => {
    expect(await page.locator('h2', { hasText: 'protected' }).count()).toBe(1);
    expect(await page.locator('#ranking').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('--scope ledger');
  });
});

test('a match is asked in a sentence without JavaScript, and each score is what its reasons add up to', async () => {
  await open(
    '/experts/match?ledger=market',
    async (page) => {
      await page.getByLabel('Profession, by name or code').fill('lawyer');
      await page.getByLabel('Highest hourly rate').fill('100');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/experts/match?ledger=market&profession=lawyer&rate=100');
      const first = page.locator('figure ol > li').first();
      const score = Number(/([\d.]+) of 100/.exec((await first.textContent())!)![1]);
      const adds = await first.locator('.adds').allTextContents();
      expect(adds.length).toBeGreaterThan(2);
      expect(adds.reduce((sum, one) => sum + Number(one), 0)).toBeCloseTo(score, 0);
      expect(await first.textContent()).toContain('Lawyers, as asked');
    },
    { javaScriptEnabled: false },
  );
});
