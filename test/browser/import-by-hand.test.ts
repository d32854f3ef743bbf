import type { Browser, Page } from 'playwright-core';
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

async function onPage(path: string, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
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

const people = Array.from({ length: 24 }, (_, i) => `w${i % 12},2026-0${1 + (i % 6)}-05,$${40 + i}.50`);
const payouts = ['worker,day,paid', ...people, ''].join('\n');

/** Drops a file on the field, as a hand with a mouse does: over it first, then let go. */
async function drop(page: Page, text: string, name: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([content, called]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content!], called!, { type: 'text/csv' }));
      return transfer;
    },
    [text, name],
  );
  const field = page.locator('label:has(input[type=file])');
  await field.dispatchEvent('dragover', { dataTransfer: data });
  expect(await field.getAttribute('class')).toContain('over');
  await field.dispatchEvent('drop', { dataTransfer: data });
}

test('a file that is dropped is read, its sign is told, and all of it can be tried without keeping it', async () => {
  await onPage('/import', async (page) => {
    await drop(page, payouts, 'payouts of may.csv');
    const name = page.locator('input[name=dataset]');
    await name.waitFor();
    expect(await name.inputValue()).toBe('payouts-of-may');
    const main = page.locator('main');
    await expect.poll(() => main.innerText()).toContain('stands for several currencies');
    await page.locator('summary', { hasText: 'How the file is written' }).click();
    await page.locator('input[name=currency-sign]').fill('$=CAD');
    await page.locator('input[name=currency-sign]').press('Tab');
    await expect.poll(() => main.innerText()).toContain('The first 24 rows are all good.');
    await page.locator('input[name=dry-run]').check();
    await page.locator('main button[type=submit]').click();
    await expect.poll(() => main.innerText()).toContain('nothing was loaded, as asked');
  });
});

test('the keyboard alone leads from the file to the published release', async () => {
  await onPage('/import', async (page) => {
    // The chooser of files is the browser's own: that it opens by a key is what the page has to see to.
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type === 'file'))
        break;
    }
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(payouts) });
    await page.locator('input[name=dataset]').waitFor();
    const seen = new Set<string>();
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        return {
          name: element.name || element.ariaLabel || element.id || element.tagName,
          type: element.type,
          seen: element.matches(':focus-visible'),
        };
      });
      expect(at.seen, `the focus shows on ${at.name}`).toBe(true);
      seen.add(at.name);
      if (at.name === 'Currency') {
        await page.keyboard.type('USD');
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('main').innerText()).toContain('24 rows are all good.');
        expect(await page.locator('.progress').count(), 'nothing is sent yet').toBe(0);
      }
      if (at.type === 'submit') break;
    }
    for (const name of ['Who did the work', 'Paid', 'Currency', 'dataset', 'open', 'append', 'keep-going'])
      expect([...seen]).toContain(name);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('main').innerText()).toContain('Release 1 of keys is published');
  });
});

test('a question that the file raises stays where it is when it is answered, and so does the focus', async () => {
  await onPage('/import', async (page) => {
    await page.setInputFiles('input[type=file]', {
      name: 'asked.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(payouts),
    });
    const asked = page.locator('#currency-asked');
    await asked.focus();
    await asked.press('C');
    await expect.poll(() => page.locator('main').innerText()).toContain('The first 24 rows are all good.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('currency-asked');
    expect(await asked.inputValue()).toBe('CAD');
    expect(await page.locator('main [aria-label="Currency"]').inputValue()).toBe('CAD');
  });
});

test('the focus is not lost with the table of bad rows, once there are none', async () => {
  await onPage('/import', async (page) => {
    await page.setInputFiles('input[type=file]', {
      name: 'bad.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(payouts),
    });
    // Answers wait, so that the focus is on the table when it goes.
    let answer = (): void => undefined;
    await page.route('**/import/preview*', async (route) => {
      await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
    const bad = page.getByRole('region', { name: 'Rejected cells' });
    await page.locator('#currency-asked').selectOption('CAD');
    await bad.focus();
    answer();
    await bad.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'The first 24 rows are all good.',
    );
  });
});

test('the French page says nothing in English, whatever is wrong', async () => {
  const english = /\b(is not|the|column|which|said?|holds|nothing was|cannot|of the first)\b/i;
  const rows = Array.from({ length: 12 }, (_, i) => `c${i},2025-01-${10 + i},${i + 1}`);
  const wrongDay = ['contributeur,date,nombre', ...rows, 'c1,2025-02-31,2', ''].join('\n');
  await onPage('/fr/import', async (page) => {
    const main = page.locator('main');
    const told: [string, string, RegExp][] = [
      ['vide.csv', '', /est vide/],
      ['classeur.csv', 'PK\u0003\u0004rest', /est un classeur ou une archive zip/],
      ['dates.csv', 'qui,jour\na,03/04/2025\nb,05/06/2025\nc,07/08/2025\n', /jour/],
      ['courriels.csv', 'email,n\na@b.org,1\nc@d.org,2\n', /adresses électroniques/],
      ['mauvais.csv', wrongDay, /n’est pas un jour du calendrier/],
      ['signe.csv', payouts, /vaut pour plusieurs monnaies/],
    ];
    for (const [name, text, words] of told) {
      await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
      await expect.poll(() => main.innerText(), { message: name }).toMatch(words);
      expect((await main.innerText()).replaceAll(/npm run \w+|JSON Lines|mapping/g, ''), name).not.toMatch(
        english,
      );
    }
    await page.setInputFiles('input[type=file]', {
      name: 'mauvais.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(wrongDay),
    });
    await expect.poll(() => main.innerText()).toContain('n’est pas un jour du calendrier');
    await page.locator('main button[type=submit]').click();
    await expect.poll(() => main.innerText()).toContain('Une ligne est mauvaise');
    expect(await main.innerText()).not.toMatch(english);
  });
});
