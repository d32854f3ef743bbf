import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aVisitor } from '../support/visitor.ts';

const visitor = aVisitor();
const { visit } = visitor;

describe('the page of know-how', () => {
  const marksOf = (page: Page, figure: string) =>
    page
      .locator(`${figure} svg:visible [data-mark]`)
      .evaluateAll((marks) => marks.map((mark) => mark.outerHTML));

  test('answers a choice in place, and its address pasted elsewhere gives the same picture', async () => {
    let address = '';
    let marks: string[] = [];
    await visit('/know-how', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const before = await marksOf(page, '#disputes');
      await page.locator('select[name=disputes]').selectOption('TRADE_SECRETS');
      await page.waitForURL('**/know-how?disputes=TRADE_SECRETS');
      await expect
        .poll(() => marksOf(page, '#disputes').then(({ length }) => length))
        .toBeLessThan(before.length);
      marks = await marksOf(page, '#disputes');
      address = new URL(page.url()).pathname + new URL(page.url()).search;
      await page.goBack();
      await expect.poll(() => marksOf(page, '#disputes').then(({ length }) => length)).toBe(before.length);
    });
    await visit(address, { viewport: { width: 1280, height: 900 } }, async (page) => {
      expect(await marksOf(page, '#disputes')).toEqual(marks);
    });
  });

  test('keeps one choice when the other is made, without JavaScript', async () => {
    await visit('/know-how?disputes=OWNERSHIP', { javaScriptEnabled: false }, async (page) => {
      await page.locator('select[name=count]').selectOption('offers');
      await page.locator('#origins').getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/know-how?count=offers&disputes=OWNERSHIP');
    });
  });
});

test('a claim that nobody made is a 404 in the page’s language', async () => {
  for (const [path, words] of [
    ['/claims/nothing', 'There is no claim called nothing'],
    ['/fr/claims/nothing', 'Il n’y a pas d’affirmation nommée nothing'],
  ] as const) {
    const answer = await fetch(visitor.url + path, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(words);
  }
});
