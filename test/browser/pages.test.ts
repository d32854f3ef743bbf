import type {} from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aVisitor } from '../support/visitor.ts';

const charts = ['/', '/concentration', '/pay', '/conversion', '/market'];
const both = (path: string) => [path, path === '/' ? '/fr' : `/fr${path}`];

const visitor = aVisitor();
const { visit } = visitor;

describe.each(charts)('%s without JavaScript', (path) => {
  test.each(both(path))('shows a headline and a chart with marks at %s', async (address) => {
    for (const width of [360, 1280]) {
      await visit(address, { javaScriptEnabled: false, viewport: { width, height: 800 } }, async (page) => {
        expect((await page.locator('h1').textContent())?.length).toBeGreaterThan(20);
        const chart = page.locator('figure svg:visible').first();
        expect(await chart.locator('rect, circle, path, line').count()).toBeGreaterThan(10);
        expect((await chart.boundingBox())!.width).toBeGreaterThan(250);
        expect(await page.locator('figure svg:visible').count()).toBe(await page.locator('figure').count());
      });
    }
  });
});

describe('the switch of the theme', () => {
  test('appears with JavaScript, turns the page dark, and is remembered', async () => {
    await visit('/', { colorScheme: 'light' }, async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const day = await paper();
      await page.getByRole('button', { name: 'Dark' }).click();
      const night = await paper();
      expect(night).not.toBe(day);
      await page.goto(`${visitor.url}/pay`);
      expect(await paper()).toBe(night);
      expect(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe('true');
    });
  });

  test('is not there without JavaScript, and the page follows the system', async () => {
    await visit('/', { colorScheme: 'dark', javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false);
    });
  });
});

test('the first stop of the Tab key skips to the content', async () => {
  await visit('/pay', {}, async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});

test('a picture of another state is one form away: choosing a ledger changes headline and address', async () => {
  await visit('/concentration', { javaScriptEnabled: false }, async (page) => {
    await page.locator('select[name=curve]').first().selectOption('prism');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL('**/concentration?curve=prism');
    expect(await page.locator('h1').textContent()).toContain('PRISM');
  });
});

test('the masthead finds a profession by an everyday name, and whatever else is called so, without JavaScript', async () => {
  await visit('/fr/market', { javaScriptEnabled: false }, async (page) => {
    await page.getByRole('search').getByRole('searchbox').fill('mercor');
    await page.getByRole('search').getByRole('button').click();
    await page.waitForURL('**/fr/search?q=mercor');
    expect(await page.locator('main a[href="/fr/organisations/mercor"]').count()).toBe(1);
    await page.goto(`${visitor.url}/search?q=banker`);
    expect(await page.locator('main li a').first().getAttribute('href')).toBe('/professions/13-2051');
    await page.goto(`${visitor.url}/search?q=crowdspeech`);
    expect(await page.locator('main a[href="/concentration?curve=crowdspeech"]').count()).toBe(1);
    await page.goto(`${visitor.url}/search?q=xyzzy`);
    expect(await page.locator('h1').textContent()).toContain('xyzzy');
  });
});
