import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alive } from '../support/alive.ts';
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

/** What a busy machine may take to answer. */
const slow = { timeout: 20_000 };

async function open(path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  await alive(page);
  return page;
}

test('a query is formatted, run by the keyboard and answered in place with its cost; a key stays out of the address', async () => {
  const page = await open('/graphql');
  await page.fill('#query', '{claims{verdict}}');
  await page.fill('#variables', '');
  await page.click('[data-format]');
  await expect.poll(() => page.inputValue('#query'), slow).toBe('{\n  claims {\n    verdict\n  }\n}');
  await page.fill('#key', 'not-a-key');
  await page.focus('#query');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.textContent('[data-answer]'), slow).toContain('UNAUTHENTICATED');
  expect(page.url()).not.toContain('not-a-key');
  await page.fill('#key', '');
  await page.click('main button[type="submit"]');
  // A second and more where nobody asked for the claims before: their intervals are drawn anew.
  await expect.poll(() => page.textContent('[data-answer]'), { timeout: 15_000 }).toContain('SUPPORTED');
  expect(await page.textContent('[data-said]')).toMatch(/Status 200, .* cost \d+ of \d+ points/);
  expect(new URL(page.url()).searchParams.get('query')).toContain('verdict');
  await page.context().close();
});

test('variables that are no object are refused where they stand', async () => {
  const page = await open('/fr/graphql');
  await page.fill('#variables', '[1]');
  await page.click('main button[type="submit"]');
  expect(await page.textContent('[data-said]')).toContain('ne sont pas un objet JSON');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('variables');
  await page.context().close();
});

test('the reference finds a field by its name and leads to it', async () => {
  const page = await open('/graphql/reference');
  await page.fill('#schema-search', 'topShare');
  await page.click('main button[type="submit"]');
  await page.click('a[href="/graphql/reference/Concentration#topShare"]');
  expect(await page.textContent('#topShare')).toContain('fraction');
  await page.context().close();
});

test('the editor completes and runs a query under a policy that lets nothing else run, by day and by night', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const asked = new URLSearchParams({
      query: 'query ($slug: String!) { claim(slug: $slug) { verdict } }',
      variables: '{ "slug": "top-contributors" }',
    });
    const response = await page.goto(`${site.url}/graphql/editor?${asked}`, { waitUntil: 'networkidle' });
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(/script-src [^;]*/.exec(policy)?.[0]).toMatch(/^script-src 'self'( 'sha256-[^' ]*')*$/);
    await page.click('.graphiql-execute-button');
    await expect
      .poll(() => page.textContent('.graphiql-response'), { timeout: 20_000 })
      .toContain('SUPPORTED');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }),
    );
    // Its tabs hold the button that closes them, which is theirs to change.
    expect(
      violations.filter(({ id }) => id !== 'nested-interactive').map(({ id, nodes }) => [id, nodes[0]?.html]),
    ).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  }
}, 90_000);

test('the editor and the explorer offer the same ten examples, each at an address of its own', async () => {
  const page = await open('/graphql');
  const names = (list: string) => page.locator(`${list} a[href*="query="]`).allTextContents();
  const offered = await names('.examples');
  expect(offered).toHaveLength(10);
  await page.goto(`${site.url}/graphql/editor`, { waitUntil: 'load' });
  expect(await names('main')).toEqual(offered);
  await page.context().close();
});
