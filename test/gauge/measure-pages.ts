import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { projectPath } from '../../server/project-root.ts';
import { openBrowser } from '../support/browser.ts';
import { everyAddress } from './addresses.ts';
import { interactionsOf } from './interactions.ts';
import { lighthouse, scoresOf } from './lighthouse.ts';
import { shiftsOf } from './shifts.ts';
import { budget, weigh } from './weigh.ts';

// What every page weighs, how soon and how still it is, and how it scores:
// npm run measure:pages -- [http://127.0.0.1:4000] [--weight-only] [--write] [words that the address must hold]
// Prints tables of a running site; --write also puts them into test/gauge/PAGES.md. Sizes are kilobytes (1,000 bytes) as
// gzip sends them; LCP is Lighthouse's simulation of slow 4G on a phone four times slower than this machine. Each page is
// asked for three times before, as a site that is read is. The first run fetches Lighthouse, which is no dependency.

const words = process.argv.slice(2);
const site = words.find((word) => word.startsWith('http')) ?? 'http://127.0.0.1:4000';
const wanted = words.filter((word) => word.startsWith('/'));
const weightOnly = words.includes('--weight-only');
const port = 9_222 + (process.pid % 5_000);

const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const row = (cells: readonly string[]): void => say(`| ${cells.join(' | ')} |`);
const head = (cells: readonly string[]): void => {
  row(cells);
  row(cells.map((_, index) => (index === 0 ? '---' : '--:')));
};
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const browser = await openBrowser([`--remote-debugging-port=${port}`]);
try {
  const sizes = ['HTML', 'CSS', 'JS', 'fonts', 'all'];
  const scores = ['LCP s', 'CLS', 'perf', 'a11y', 'best', 'SEO', 'faults'];
  head(['page', ...sizes, 'elements', ...(weightOnly ? [] : scores)]);
  const addresses = await everyAddress(site);
  for (const address of addresses.filter((one) => wanted.length === 0 || wanted.includes(one))) {
    for (let time = 0; time < 3; time += 1)
      await fetch(site + address, { headers: { accept: 'text/html', 'accept-encoding': 'br' } });
    const { html, css, script, font, total, elements } = await weigh(browser, site, address);
    const cells = [address, ...[html, css, script, font, total].map(kilobytes), String(elements)];
    if (!weightOnly) {
      // The worse of a phone and a desk, with typefaces that come after the first paint.
      const shifts = await Promise.all([360, 1280].map((width) => shiftsOf(browser, site + address, width)));
      const told = await scoresOf(site + address, port);
      cells.push(told.largestPaint.toFixed(2), Math.max(...shifts.map(({ score }) => score)).toFixed(3));
      cells.push(...[told.performance, told.accessibility, told.bestPractices, told.seo].map(String));
      cells.push(told.faults.join(' '));
    }
    if (script > budget.script || total > budget.total) cells[0] += ' (over budget)';
    row(cells);
  }
  if (!weightOnly && (wanted.length === 0 || wanted.includes('/conversion'))) {
    const { arrows, slider, search } = await interactionsOf(browser, site);
    say('');
    head([
      'with all 830 occupations on screen, processor slowed down four times',
      'arrow keys',
      'slider',
      'search',
    ]);
    row(['slowest, from the key to the frame that shows it, ms', ...[arrows, slider, search].map(String)]);
  }
} finally {
  await browser.close();
}

if (words.includes('--write'))
  await writeFile(
    projectPath('test', 'gauge', 'PAGES.md'),
    [
      '# What pages weigh, and how soon they are there',
      '',
      'Written by `npm run measure:pages -- ADDRESS --write`; the script says what is measured.',
      '',
      `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores of ${cpus()[0]?.model.trim()}, Node ${process.version}, Chromium ${browser.version()}, ${lighthouse}.`,
      '',
      ...lines,
      '',
    ].join('\n'),
  );
