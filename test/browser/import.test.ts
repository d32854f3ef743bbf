import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openSite, type Site } from '../support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A union's survey in French: semicolons, decimal commas, a day first, twelve people; one bad amount on request. */
function survey({ bad = false } = {}): { name: string; mimeType: string; buffer: Buffer } {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const amount = bad && i === 20 ? 'beaucoup' : `${40 + (i % 12) * 7},50`;
    return `membre ${i % 12};${25 - (i % 3)}/0${1 + (i % 6)}/2026;${amount};EUR;${2 + (i % 4)},25`;
  });
  const text = ['contributeur;date;montant;devise;heures', ...rows].join('\n');
  return { name: 'enquête.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function onPage(path: string, look: (page: Page) => Promise<void>): Promise<void> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    // The form that scripts bring takes the place of the plain one after the first paint.
    await page.locator('form.import').waitFor();
    await look(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

test('a chosen file is looked at, its columns are proposed, and it becomes a dataset with its curve', async () => {
  await onPage('/fr/import', async (page) => {
    await page.setInputFiles('input[type=file]', survey());
    const name = page.locator('input[name=dataset]');
    await name.waitFor();
    expect(await page.locator('main').innerText()).toContain('47,50');
    await name.fill('enquete');
    await page.locator('main button[type=submit]').click();
    const curve = page.locator('a[href*="ledger=enquete"]');
    await curve.waitFor();
    await curve.click();
    await page.waitForURL('**/fr/concentration?curve=enquete**');
    expect(await page.locator('figure svg:visible').count()).toBeGreaterThan(0);
  });
});

test('a bad row is told by its line and reason, and nothing is loaded', async () => {
  await onPage('/import', async (page) => {
    await page.setInputFiles('input[type=file]', survey({ bad: true }));
    await page.locator('input[name=dataset]').fill('survey-with-a-fault');
    await page.locator('main button[type=submit]').click();
    const told = page.getByText('beaucoup');
    await told.last().waitFor();
    expect(await page.locator('main').innerText()).toMatch(/22/);
  });
  const answer = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ dataset(slug: "survey-with-a-fault") { slug } }' }),
  });
  expect(await answer.json()).toMatchObject({ data: { dataset: null } });
});
