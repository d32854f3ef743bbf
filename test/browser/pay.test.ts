import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aVisitor } from '../support/visitor.ts';

const visitor = aVisitor();
const { visit } = visitor;

const headline = (page: Page) => page.locator('h1').textContent();
const picture = (page: Page) => page.locator('figure svg:visible').first().innerHTML();

test('the keyboard alone walks a chart, hears each mark, and follows one that is a link', async () => {
  await visit('/professions/13-2051', { viewport: { width: 1280, height: 900 } }, async (page) => {
    const chart = page.locator('figure#rates svg:visible');
    await chart.focus();
    await page.keyboard.press('ArrowDown');
    const said = () => page.locator('figure#rates [data-readout]').textContent();
    const first = await said();
    expect(first).toMatch(/\$\d/);
    await page.keyboard.press('ArrowDown');
    expect(await said()).not.toBe(first);
    await page.keyboard.press('End');
    const last = await said();
    await page.keyboard.press('Home');
    expect(await said()).toBe(first);
    expect(last).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sources/**');
  });
});

describe('a search', () => {
  test('for a banker shows Financial and Investment Analysts first, without JavaScript too', async () => {
    await visit('/pay', { javaScriptEnabled: false }, async (page) => {
      await page.locator('main input[name=q]').fill('banker');
      await page.locator('main form[role=search] button').click();
      await page.waitForURL('**/professions?q=banker');
      expect(await page.locator('tbody tr').first().locator('th a').textContent()).toBe(
        'Financial and Investment Analysts',
      );
    });
  });

  test('for a name that one profession bears goes to its page, in the language of the reader', async () => {
    await visit('/fr/professions?q=AVOCATES', {}, async (page) => {
      expect(page.url()).toBe(`${visitor.url}/fr/professions/23-1011`);
      expect(await headline(page)).toContain('Avocats');
    });
  });

  test('for nothing known says so and offers the whole list', async () => {
    await visit('/professions?q=zzyzx', {}, async (page) => {
      expect(await headline(page)).toContain('zzyzx');
      expect(await page.locator('main details').count()).toBeGreaterThan(20);
    });
  });
});

test('a wrong code is not found, and the nearest codes are offered', async () => {
  const answer = await fetch(`${visitor.url}/professions/13-2059`);
  expect(answer.status).toBe(404);
  const html = await answer.text();
  expect(html).toContain('href="/professions/13-2051"');
  const loose = await fetch(`${visitor.url}/professions/132051`, { redirect: 'manual' });
  expect(loose.headers.get('location')).toBe('/professions/13-2051');
});

test('the sitemap lists every profession in both languages', async () => {
  const xml = await (await fetch(`${visitor.url}/sitemap.xml`)).text();
  expect(xml.match(/<loc>[^<]*\/professions\/\d\d-\d{4}<\/loc>/g)).toHaveLength(1660);
});

test('a pasted address gives the same picture, and back and forward give each its own', async () => {
  await visit('/pay?sector=law', { viewport: { width: 1280, height: 900 } }, async (page) => {
    const law = [await headline(page), await picture(page)];
    await page.locator('select[name=sector]').selectOption('finance');
    await page.waitForURL('**/pay?sector=finance');
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, law[0]);
    const finance = await headline(page);
    await page.goBack();
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent === before, law[0]);
    expect(await picture(page)).toBe(law[1]);
    await page.goForward();
    await page.waitForFunction((now) => document.querySelector('h1')?.textContent === now, finance);
  });
});

test('a choice that leaves nothing says which condition to leave out, and leaving it out shows rates', async () => {
  await visit('/pay?platform=mercor&country=FR', {}, async (page) => {
    const ways = page.locator('main ul a[data-live]');
    expect(await ways.count()).toBe(2);
    await ways.filter({ hasText: 'in any country' }).click();
    await page.waitForURL('**/pay?platform=mercor');
    await page.locator('figure#pay-ranges svg:visible').waitFor();
  });
});

test('what one ledger shows paid is drawn beside what is advertised', async () => {
  await visit('/fr/pay', {}, async (page) => {
    const figure = page.locator('figure#realised');
    expect(await figure.locator('h2').textContent()).toMatch(/\d,\d\d\s?\$/);
    expect(await figure.locator('svg:visible rect').count()).toBeGreaterThan(5);
  });
});
