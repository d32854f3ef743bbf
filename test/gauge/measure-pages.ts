import { openBrowser } from '../support/browser.ts';
import { everyAddress, inFrench, unlisted } from './addresses.ts';
import { interactionsOf } from './interactions.ts';
import { lighthouse, scoresOf } from './lighthouse.ts';
import { linesOf, unlistedMark, writePages, type Table } from './pages-table.ts';
import { shiftsOf } from './shifts.ts';
import { budget, weigh } from './weigh.ts';

// What every page weighs, how soon and how still it is, and how it scores, in both languages:
// npm run measure:pages -- [http://127.0.0.1:4000] [--weight-only] [--write] [--part 2/6] [words that the address must hold]
// Prints tables of a running site; --write also puts them into test/gauge/PAGES.md, where it leaves the rows of what was not
// measured as they were: all takes a quarter of an hour, a part of six a few minutes. Sizes are kilobytes (1,000 bytes) as
// gzip sends them; LCP is Lighthouse's simulation of slow 4G on a phone four times slower than this machine. Each page is
// asked for before until it is kept, as on a site that is read. The first run fetches Lighthouse, which is no dependency.

const words = process.argv.slice(2);
const site = words.find((word) => word.startsWith('http')) ?? 'http://127.0.0.1:4000';
const wanted = words.filter((word) => word.startsWith('/'));
const weightOnly = words.includes('--weight-only');
const [part, parts] = (words[words.indexOf('--part') + 1]?.match(/^(\d+)\/(\d+)$/)?.slice(1) ?? [1, 1]).map(
  Number,
);
const port = 9_222 + (process.pid % 5_000);

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const figures = (names: readonly string[]) => names.map((name) => ({ name }));

const pages: Table = {
  columns: [
    { name: 'page', words: true },
    ...figures(['HTML', 'CSS', 'JS', 'fonts', 'all', 'elements']),
    ...(weightOnly ? [] : figures(['LCP s', 'CLS', 'perf', 'a11y', 'best', 'SEO'])),
    ...(weightOnly ? [] : [{ name: 'faults', words: true }]),
  ],
  rows: new Map(),
};
const interactions: Table = {
  columns: [
    { name: 'with all 830 occupations on screen, processor slowed down four times', words: true },
    ...figures(['arrow keys', 'slider', 'search']),
  ],
  rows: new Map(),
};
const interaction = 'slowest, from the key to the frame that shows it, ms';
const keyOf = (address: string): string => (unlisted.test(address) ? `${address} ${unlistedMark}` : address);

const browser = await openBrowser([`--remote-debugging-port=${port}`]);
const addresses = (await everyAddress(site)).flatMap((address) => [address, inFrench(address)]);
try {
  const chosen = addresses.filter(
    (one, index) => (wanted.length === 0 || wanted.includes(one)) && index % parts! === part! - 1,
  );
  for (const address of chosen) {
    // Kept from the second time on, packed best from the fourth.
    for (let time = 0; time < 4; time += 1)
      await fetch(site + address, { headers: { accept: 'text/html', 'accept-encoding': 'br' } });
    const { html, css, script, font, total, elements } = await weigh(browser, site, address);
    const cells = [keyOf(address), ...[html, css, script, font, total].map(kilobytes), String(elements)];
    if (!weightOnly) {
      // The worse of a phone and a desk, with typefaces that come after the first paint.
      const shifts = await Promise.all([360, 1280].map((width) => shiftsOf(browser, site + address, width)));
      const told = await scoresOf(site + address, port);
      cells.push(told.largestPaint.toFixed(2), Math.max(...shifts.map(({ score }) => score)).toFixed(3));
      cells.push(...[told.performance, told.accessibility, told.bestPractices, told.seo].map(String));
      cells.push(told.faults.join(' '));
    }
    if (script > budget.script || total > budget.total) cells[0] += ' (over budget)';
    pages.rows.set(keyOf(address), cells);
    process.stdout.write(`${linesOf({ ...pages, rows: new Map([['', cells]]) })[2]}\n`);
  }
  if (!weightOnly && (wanted.length === 0 ? part === 1 : wanted.includes('/conversion'))) {
    const { arrows, slider, search } = await interactionsOf(browser, site);
    interactions.rows.set(interaction, [interaction, ...[arrows, slider, search].map(String)]);
    process.stdout.write(`\n${linesOf(interactions).join('\n')}\n`);
  }
  if (words.includes('--write'))
    await writePages(
      [
        { table: pages, order: addresses.map(keyOf) },
        { table: interactions, order: [interaction] },
      ],
      browser.version(),
      lighthouse,
    );
} finally {
  await browser.close();
}
