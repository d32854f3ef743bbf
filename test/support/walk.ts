import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';

/**
 * Walks a loaded page as its strictest readers do and tells in words what is wrong: with the keyboard alone
 * through every chart, with a checker of accessibility, on a screen of 320 px, and there with the wide spacing that WCAG
 * 1.4.12 allows a reader. One load for all of it: loading is what takes the time.
 */
export async function walkPage(page: Page): Promise<string[]> {
  return [
    ...(await faultsByKeyboard(page)),
    ...(await faultsOfAccess(page)),
    ...(await faultsWhenNarrow(page)),
  ];
}

/** All that axe finds, of whatever weight, the size of targets included. */
async function faultsOfAccess(page: Page): Promise<string[]> {
  // Not a script tag: the policy of the pages refuses scripts that are not theirs.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as { axe?: typeof axe }).axe!.run({
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
      preload: false,
    }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
}

async function faultsWhenNarrow(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const plain = await wide();
  if (plain > 0) return [`at 320 px it is ${plain} px too wide`];
  await page.evaluate(() => {
    const { style } = document.body;
    style.setProperty('line-height', '1.5');
    style.setProperty('letter-spacing', '0.12em');
    style.setProperty('word-spacing', '0.16em');
  });
  const spaced = await wide();
  return spaced > 0 ? [`with wide spacing at 320 px it is ${spaced} px too wide`] : [];
}

/** Tab leads into the first chart; in each of them arrows, Home and End say marks, and Escape leaves. */
async function faultsByKeyboard(page: Page): Promise<string[]> {
  const figures = page.locator('figure:has(svg [data-mark])');
  const found: string[] = [];
  const count = await figures.count();
  if (count > 0 && !(await tabsInto(page))) found.push('Tab does not lead into the first chart');
  for (let index = 0; index < count; index++) {
    const figure = figures.nth(index);
    const name = (await figure.getAttribute('id')) ?? String(index);
    found.push(...(await faultsOfChart(page, figure)).map((fault) => `figure ${name}: ${fault}`));
  }
  const silent = await page
    .locator('[data-mark]')
    .evaluateAll((marks) =>
      marks
        .filter((mark) => !mark.getAttribute('aria-label') && !mark.querySelector('title')?.textContent)
        .map((mark) => mark.outerHTML.slice(0, 120)),
    );
  return [...found, ...silent.map((mark) => `a mark says nothing: ${mark}`)];
}

async function faultsOfChart(page: Page, figure: Locator): Promise<string[]> {
  const chart = figure.locator('svg:visible').first();
  const panel = figure.locator('[data-readout]');
  const found: string[] = [];
  const said = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    return (await panel.textContent()) ?? '';
  };
  await chart.focus();
  const hint = (await panel.textContent()) ?? '';
  const first = await said('Home');
  const marks = await chart.locator('[data-mark]').count();
  if (first === hint || first.length < 4) found.push(`the first mark says "${first}"`);
  if (marks > 1) {
    if ((await said('End')) === first) found.push('the last mark says what the first does');
    if ((await said('ArrowLeft')) === hint) found.push('arrows leave the chart');
  }
  if ((await said('Escape')) !== hint) found.push('Escape does not leave the marks');
  return found;
}

/** Whether the Tab key alone reaches a chart, and shows there that it did. */
async function tabsInto(page: Page): Promise<boolean> {
  await page.locator('main').focus();
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused?.tagName.toLowerCase() !== 'svg') return null;
      return getComputedStyle(focused).outlineStyle !== 'none';
    });
    if (at !== null) return at;
  }
  return false;
}
