import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aVisitor } from '../support/visitor.ts';

const { visit } = aVisitor({ viewport: { width: 1280, height: 900 } });

const headline = (page: Page) => page.locator('h1').textContent();
const fills = (page: Page) =>
  page
    .locator('#stages a[data-mark]')
    .evaluateAll((marks) => marks.map((mark) => `${mark.getAttribute('href')} ${mark.getAttribute('fill')}`));
const ready = (page: Page) => page.waitForSelector('#stages [data-readout]:not([hidden])');

describe('the picture of all occupations', () => {
  test('has every occupation once, named and linked to its page, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false])
      await visit('/conversion?area=people', { javaScriptEnabled }, async (page) => {
        const marks = page.locator('#stages a[data-mark]');
        expect(await marks.count()).toBe(830);
        const told = await marks.evaluateAll((all) =>
          all.filter(
            (mark) =>
              /^\/professions\/\d\d-\d{4}$/.test(mark.getAttribute('href') ?? '') &&
              /: \w+, /.test(mark.getAttribute('aria-label') ?? ''),
          ),
        );
        expect(told).toHaveLength(830);
      });
  });

  test('is walked by keyboard: one stop, arrows, Home and End, and Enter shows the evidence', async () => {
    await visit('/conversion', {}, async (page) => {
      await ready(page);
      const map = page.locator('#stages svg').first();
      const said = page.locator('#stages [data-readout]');
      await map.focus();
      await page.keyboard.press('Home');
      expect(await said.textContent()).toMatch(/^Retail Salespersons: Untouched, \$\d+\sbillion$/);
      const heard = new Set<string | null>();
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'End']) {
        await page.keyboard.press(key);
        heard.add(await said.textContent());
      }
      expect(heard.size).toBe(5);
      await page.keyboard.press('Enter');
      await page.waitForURL(/occupation=\d\d-\d{4}/);
      expect(await page.locator('#evidence h2').textContent()).toContain(':');
      expect(await page.locator('#evidence').textContent()).toContain('It would need:');
    });
  });

  test('zooms to a sector: only its cells, more of them named, and the headline is about it', async () => {
    await visit('/conversion?sector=law', {}, async (page) => {
      expect(await headline(page)).toMatch(/^Law: \d+(\.\d)?% of the wage bill is/);
      const marks = page.locator('#stages a[data-mark]');
      expect(await marks.count()).toBe(10);
      expect(await page.locator('#stages a[data-mark] text:visible').count()).toBeGreaterThan(5);
    });
  });

  test('lights a typed name at once, and lists what it found when asked', async () => {
    await visit('/conversion', {}, async (page) => {
      await ready(page);
      await page.locator('input[name=search]').pressSequentially('lawy');
      const bright = page.locator('#stages a[data-mark]:not([opacity])');
      await expect.poll(() => bright.count()).toBe(1);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/conversion?search=lawy');
      await expect.poll(() => page.locator('#stages [role=status] a').allTextContents()).toEqual(['Lawyers']);
    });
  });
});

describe('the date', () => {
  test('moves by keyboard: the cells recolour at once, the headline and the address follow', async () => {
    await visit('/conversion', {}, async (page) => {
      await ready(page);
      const before = await fills(page);
      const slider = page.locator('#until-slider');
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      expect(await fills(page)).not.toEqual(before);
      await page.waitForURL(/until=2026-05/);
      await expect.poll(() => headline(page)).toMatch(/^By May 2026, /);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('until-slider');
    });
  });

  test('is also typed, and what the script coloured is what the server draws', async () => {
    await visit('/conversion', {}, async (page) => {
      await ready(page);
      const colouredHere = await page.evaluate(() => {
        const slider = document.querySelector<HTMLInputElement>('#until-slider')!;
        slider.value = String(Number(slider.max) - 12);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        return [...document.querySelectorAll('#stages a[data-mark]')].map(
          (mark) => `${mark.getAttribute('href')} ${mark.getAttribute('fill')}`,
        );
      });
      await page.locator('input[name=until]').fill('2025-06');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/conversion?until=2025-06');
      await expect.poll(() => headline(page)).toMatch(/^By June 2025, /);
      expect(await fills(page)).toEqual(colouredHere);
    });
  });

  test('works without JavaScript by the form, and leaves the newest month out of the address', async () => {
    await visit('/conversion', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('#until-slider').isVisible()).toBe(false);
      await page.locator('input[name=until]').fill('2024-12');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/conversion?until=2024-12');
      expect(await headline(page)).toMatch(/^By December 2024, /);
      await page.locator('input[name=until]').fill('2026-06');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/conversion');
    });
  });

  test('recolours all 830 cells, painted, in under 100 ms', async () => {
    await visit('/conversion', {}, async (page) => {
      await ready(page);
      const times = await page.evaluate(async () => {
        const slider = document.querySelector<HTMLInputElement>('#until-slider')!;
        const ends = [0, Number(slider.max)];
        const taken: number[] = [];
        for (let run = 0; run < 9; run++) {
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const start = performance.now();
          slider.value = String(ends[run % 2]);
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          // Style and layout of every cell, as the next frame would need them.
          document.querySelector('#stages svg')!.getBoundingClientRect();
          taken.push(performance.now() - start);
        }
        return taken.sort((a, b) => a - b);
      });
      expect(times[4]).toBeLessThan(100);
    });
  });
});

describe('the address', () => {
  test('gives the same picture to whoever it is sent to, and back and forward walk its states', async () => {
    await visit('/conversion', {}, async (page) => {
      await ready(page);
      await page.locator('select[name=sector]').selectOption('finance');
      await page.waitForURL('**/conversion?sector=finance');
      await expect.poll(() => headline(page)).toMatch(/^Finance: /);
      await page.locator('select[name=stage]').selectOption('CONTESTED');
      await page.waitForURL('**/conversion?sector=finance&stage=CONTESTED');
      const chosen = await fills(page);
      await page.goBack();
      await expect.poll(() => page.locator('#stages a[data-mark][opacity]').count()).toBe(0);
      await page.goForward();
      await expect.poll(() => page.locator('#stages a[data-mark][opacity]').count()).toBeGreaterThan(0);
      expect(await fills(page)).toEqual(chosen);
      await visit('/conversion?sector=finance&stage=CONTESTED', {}, async (other) => {
        expect(await fills(other)).toEqual(chosen);
      });
    });
  });

  test('resets what does not fit, and says so', async () => {
    await visit('/conversion?sector=alchemy&until=1999-01&occupation=99-9999', {}, async (page) => {
      const notice = await page.locator('.notice').textContent();
      for (const value of ['alchemy', '1999-01', '99-9999']) expect(notice).toContain(value);
      expect(await page.locator('#stages a[data-mark]').count()).toBeGreaterThan(800);
    });
  });
});
