import { openBrowser } from '../support/browser.ts';
import { everyAddress } from './addresses.ts';
import { scoresOf } from './lighthouse.ts';
import { budget, weigh } from './weigh.ts';

// What every page weighs and how it scores: npm run measure:pages -- [http://127.0.0.1:4000] [--weight-only]
// Prints a table of a running site. Sizes are kilobytes (1,000 bytes) as gzip sends them; LCP is Lighthouse's simulation
// of slow 4G on a phone four times slower than this machine. The first run fetches Lighthouse, which is no dependency.

const site = process.argv.slice(2).find((word) => word.startsWith('http')) ?? 'http://127.0.0.1:4000';
const weightOnly = process.argv.includes('--weight-only');
const port = 9_222 + (process.pid % 5_000);

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const browser = await openBrowser([`--remote-debugging-port=${port}`]);
try {
  const head = ['page', 'HTML', 'CSS', 'JS', 'fonts', 'all', 'elements'];
  if (!weightOnly) head.push('LCP s', 'perf', 'a11y', 'best', 'SEO', 'faults');
  say(`| ${head.join(' | ')} |`);
  say(`| ${head.map((_, index) => (index === 0 ? '---' : '--:')).join(' | ')} |`);
  for (const address of await everyAddress(site)) {
    const weight = await weigh(browser, site, address);
    const { html, css, script, font, total, elements } = weight;
    const cells = [address, ...[html, css, script, font, total].map(kilobytes), String(elements)];
    if (!weightOnly) {
      const { performance, accessibility, bestPractices, seo, largestPaint, faults } = await scoresOf(
        site + address,
        port,
      );
      cells.push(largestPaint.toFixed(2), ...[performance, accessibility, bestPractices, seo].map(String));
      cells.push(faults.join(' '));
    }
    if (script > budget.script || total > budget.total) cells[0] += ' (over budget)';
    say(`| ${cells.join(' | ')} |`);
  }
} finally {
  await browser.close();
}
