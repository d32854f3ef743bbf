import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';

/**
 * Walks a loaded page as its strictest readers do and tells in words what is wrong: with the keyboard alone
 * through every chart, with a checker of accessibility, on a screen of 320 px, there with the focus on everything that
 * takes it and with the wide spacing that WCAG 1.4.12 allows, and with motion reduced. One load for all of it: loading
 * is what takes the time.
 */
export async function walkPage(page: Page): Promise<string[]> {
  return [
    ...(await faultsByKeyboard(page)),
    ...(await faultsOfAccess(page)),
    ...(await faultsWhenNarrow(page)),
    ...(await faultsOfMotion(page)),
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
  const hidden = await faultsOfFocus(page);
  if (hidden.length > 0) return hidden;
  await page.evaluate(() => {
    const { style } = document.body;
    style.setProperty('line-height', '1.5');
    style.setProperty('letter-spacing', '0.12em');
    style.setProperty('word-spacing', '0.16em');
  });
  const spaced = await wide();
  return spaced > 0 ? [`with wide spacing at 320 px it is ${spaced} px too wide`] : [];
}

/** Whatever takes the focus can be seen then, at least in part: nothing lies over all of it (WCAG 2.4.11). */
function faultsOfFocus(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What is laid out only when the reader comes near is laid out now: there is no frame between one stop and the next.
    for (const part of document.querySelectorAll<HTMLElement>('main > *'))
      part.style.contentVisibility = 'visible';
    const stops = [
      ...document.querySelectorAll<HTMLElement | SVGElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ].filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
    /** Whether a point of the screen shows it, or its label, which stands in for it. */
    const shows = (x: number, y: number, one: Element) => {
      const seen = document.elementFromPoint(x, y);
      return (
        seen !== null &&
        (one.contains(seen) ||
          [...((one as HTMLInputElement).labels ?? [])].some((label) => label.contains(seen)))
      );
    };
    const inSight = (one: Element) =>
      [...one.getClientRects()].some(({ left, right, top, bottom }) => {
        const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
        const [width, height] = [Math.min(right, innerWidth) - x, Math.min(bottom, innerHeight) - y];
        if (width <= 0 || height <= 0) return false;
        return [0.5, 0.1, 0.9].some((across) =>
          [0.5, 0.1, 0.9].some((down) => shows(x + across * width, y + down * height, one)),
        );
      });
    return stops.flatMap((one) => {
      one.focus();
      if (document.activeElement !== one || inSight(one)) return [];
      return [`the focus is not seen on ${one.outerHTML.slice(0, 160)}`];
    });
  });
}

/** Nothing moves, and nothing would, for who asks for that. */
async function faultsOfMotion(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page.evaluate(() => {
    const moving = [...document.querySelectorAll('*')].filter((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
      return (
        !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior !== 'auto'
      );
    });
    return [
      ...moving.map((one) => `it moves all the same: ${one.outerHTML.slice(0, 120)}`),
      ...document.getAnimations().map(() => 'something is animated'),
    ];
  });
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
    if (!(await isInSight(panel))) found.push('the last mark is out of sight when it is reached');
    if ((await said('ArrowLeft')) === hint) found.push('arrows leave the chart');
    await said('Home');
    if (!(await isInSight(panel))) found.push('the first mark is out of sight when it is reached');
  }
  if ((await said('Escape')) !== hint) found.push('Escape does not leave the marks');
  return found;
}

/** Whether the mark that was walked to is on the screen, and not wholly under what it says. */
function isInSight(panel: Locator): Promise<boolean> {
  return panel.evaluate((words) => {
    const mark = words.closest('figure')?.querySelector('[data-lit]')?.getBoundingClientRect();
    if (!mark || mark.bottom <= 0 || mark.top >= innerHeight) return false;
    const over = words.getBoundingClientRect();
    return mark.top < over.top || mark.bottom > over.bottom;
  });
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
