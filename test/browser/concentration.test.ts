import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aVisitor } from '../support/visitor.ts';

const { visit } = aVisitor();

const desk = { viewport: { width: 1280, height: 900 } };

const headline = (page: Page) => page.locator('h1').textContent();
const handle = (page: Page) => page.locator('#lorenz [data-handle]:visible');
const written = async (page: Page) =>
  (await page.locator('#lorenz svg:visible [data-part="number"]').textContent())?.trim();
const search = (page: Page) => new URL(page.url()).search;

describe('the handle of the top share', () => {
  test('moves by arrows: the share follows at once, then headline and address', async () => {
    await visit('/concentration', desk, async (page) => {
      const before = await headline(page);
      await handle(page).focus();
      expect(await written(page)).toBe('71%');
      for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
      // At once, read off the curve; the exact one comes with the page.
      expect(await written(page)).toBe('53%');
      expect(await handle(page).getAttribute('aria-valuenow')).toBe('10');
      expect(await handle(page).getAttribute('aria-valuetext')).toMatch(/top 10%: 5[23]\.\d%/);
      await page.waitForURL('**/concentration?top=10');
      await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, before);
      expect(await headline(page)).toContain('the top 10% of the contributors made 53%');
      await page.waitForFunction(() => document.activeElement?.hasAttribute('data-handle'));
      await page.goBack();
      await page.waitForFunction((was) => document.querySelector('h1')?.textContent === was, before);
      expect(search(page)).toBe('');
      await page.goForward();
      await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, before);
      expect(search(page)).toBe('?top=10');
    });
  });

  test('answers in less than a tenth of a second', async () => {
    await visit('/concentration?curve=mmteb&curve=openai-evals&curve=prism&curve=rte', desk, async (page) => {
      await handle(page).waitFor();
      const longest = await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('input[name="top"]')!;
        const times = Array.from({ length: 50 }, (_, index) => {
          const start = performance.now();
          field.value = String(index + 1);
          field.dispatchEvent(new Event('input', { bubbles: true }));
          return performance.now() - start;
        });
        return Math.max(...times);
      });
      expect(longest).toBeLessThan(100);
    });
  });

  test('is dragged, and typed into the sentence', async () => {
    await visit('/concentration', { viewport: { width: 1280, height: 1600 } }, async (page) => {
      const box = (await handle(page).locator('circle').boundingBox())!;
      const plot = (await page.locator('#lorenz svg:visible [data-part="strip"]').boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      // The strip is a fifth of the square: as far again to the left is two fifths.
      await page.mouse.move(plot.x - plot.width, box.y, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL(/top=(39|40|41)(\.\d)?$/);
      await page.locator('input[name=top]').fill('12.5');
      await page.locator('input[name=top]').press('Enter');
      await page.waitForURL('**/concentration?top=12.5');
      await page.locator('h1', { hasText: '12.5%' }).waitFor();
    });
  });

  test('is a number field and a button without JavaScript', async () => {
    await visit('/concentration?curve=prism', { ...desk, javaScriptEnabled: false }, async (page) => {
      expect(await handle(page).count()).toBe(0);
      await page.locator('input[name=top]').fill('5');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/concentration?curve=prism&top=5');
      expect(await headline(page)).toContain('the top 5%');
    });
  });
});

describe('the curves', () => {
  test('are read with the keyboard alone: Tab into the chart, arrows along them, the words in the panel', async () => {
    await visit('/concentration?curve=mmteb&curve=rte', desk, async (page) => {
      await page.getByRole('button', { name: 'Show' }).focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('svg');
      const panel = page.locator('#lorenz [data-readout]');
      const said = new Set<string>();
      for (const key of ['Home', ...Array<string>(8).fill('ArrowLeft'), 'ArrowUp', 'ArrowRight', 'End']) {
        await page.keyboard.press(key);
        said.add((await panel.textContent()) ?? '');
      }
      expect(said.size).toBeGreaterThan(5);
      for (const text of said) expect(text).toMatch(/\d%/);
      expect(
        [...said].some((text) => /least active \d+% account for [\d.]+% \(95% interval/.test(text)),
      ).toBe(true);
      await page.keyboard.press('Escape');
      expect(await panel.textContent()).toMatch(/arrow keys/);
    });
  });

  test('are the same in a pasted address as where it was copied', async () => {
    let drawn = '';
    let address = '';
    const picture = (page: Page) =>
      page.evaluate(() => {
        const svg = document.querySelector('#lorenz .at-720 svg')!.cloneNode(true) as Element;
        for (const added of svg.querySelectorAll('[data-handle]')) added.remove();
        return svg.querySelector('[data-top]')!.innerHTML;
      });
    await visit('/concentration', desk, async (page) => {
      await page.locator('select[name=curve]').nth(1).selectOption('openai-evals');
      await page.locator('h1', { hasText: 'beyond chance' }).waitFor();
      await page.locator('select[name=curve]').nth(2).selectOption('self-dialogue.hours');
      await page.waitForURL('**/concentration?curve=mmteb&curve=openai-evals&curve=self-dialogue.hours');
      await page.locator('select[name=curve]').nth(3).waitFor();
      address = search(page);
      drawn = await picture(page);
    });
    await visit(`/concentration${address}`, desk, async (page) => {
      expect((await picture(page)).replaceAll(/ (tabindex|data-lit)="[^"]*"/g, '')).toBe(
        drawn.replaceAll(/ (tabindex|data-lit)="[^"]*"/g, ''),
      );
    });
  });

  test('are compared with a plain verdict, and a part opens beside its whole', async () => {
    await visit('/fr/concentration', desk, async (page) => {
      await page.locator('#parts svg:visible a').first().click();
      await page.waitForURL(/\/fr\/concentration\?curve=mmteb\.sector-[\w-]+&curve=mmteb$/);
      expect(await page.locator('#difference svg:visible [data-mark]').count()).toBe(2);
    });
  });
});
