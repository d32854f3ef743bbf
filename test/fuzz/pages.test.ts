import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyAddress } from '../gauge/addresses.ts';
import { openBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { openSite, type Site } from '../support/site.ts';
import { learnParameters, writeAddress, type PageParameters } from './page-states.ts';

/** How many states of pages: few in every run, some thousand with "npm run test:fuzz". */
const states = Math.ceil(Number(process.env['TACIT_FUZZ'] ?? 480) / 8);
const seed = Number(process.env['TACIT_FUZZ_SEED'] ?? 20261129);
const longest = 20_000;

let site: Site;
let parameters: PageParameters;
beforeAll(async () => {
  site = await openSite();
  const addresses = await everyAddress(site.url);
  parameters = await learnParameters(site.url, addresses);
});
afterAll(() => site.close());

/** Charts of a page that show nothing, or were drawn of what is no number. */
function emptyCharts(html: string): string[] {
  return [...html.matchAll(/<figure.*?<\/figure>/gs)].flatMap(([figure]) => {
    const charts = [...figure.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg);
    if (charts.length === 0) return [];
    const marks = charts.reduce(
      (sum, svg) => sum + svg.split(/<(?:path|rect|circle|line|polygon)\b/).length - 1,
      0,
    );
    const told = figure.slice(0, 200);
    const faults: string[] = [];
    if (marks === 0) faults.push(`${marks} marks: ${told}`);
    if (figure.includes('<table') && !figure.includes('<td')) faults.push(`a table without a row: ${told}`);
    const odd = charts.map((svg) => /[\s"(,](NaN|undefined|-?Infinity)[\s",)]/.exec(svg)?.[0]).find(Boolean);
    if (odd !== undefined) faults.push(`${odd} is drawn: ${told}`);
    return faults;
  });
}

async function faultOf(address: string): Promise<string | undefined> {
  const response = await fetch(site.url + address, {
    headers: { accept: 'text/html' },
    redirect: 'manual',
    signal: AbortSignal.timeout(longest),
  });
  const html = await response.text();
  if (response.status >= 500) return `${response.status} at ${address}`;
  if (response.status === 200) shown += 1;
  const empty = response.status === 200 ? emptyCharts(html) : [];
  if (empty.length > 0) return `${empty.join('\n')} at ${address}`;
  if (/<script>alert|<svg onload/.test(html)) return `a script was let in at ${address}`;
  return undefined;
}

let shown = 0;

test(
  'a page in any state is shown or refused in words: no fault of the server, no empty chart',
  async () => {
    const found: string[] = [];
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const address = writeAddress(g, parameters);
        asked += 1;
        const fault = await faultOf(address).catch(
          (error: unknown) => `no answer: ${String(error)} at ${address}`,
        );
        if (fault !== undefined) found.push(fault);
      }),
      { numRuns: states, seed },
    );
    expect(found.slice(0, 20)).toEqual([]);
    expect(shown / asked).toBeGreaterThan(0.5);
    if (states > 200) process.stdout.write(`${asked} states of ${parameters.size} pages, ${shown} shown\n`);
  },
  60_000 + states * 300,
);

test('a browser has nothing to complain of in states that nobody foresaw', async () => {
  const browser = await openBrowser();
  try {
    const some = fc.sample(
      fc.gen().map((g) => writeAddress(g, parameters)),
      { numRuns: 40, seed },
    );
    const drawn: string[] = [];
    for (const address of some) {
      if (drawn.length === 5) break;
      const { status } = await fetch(site.url + address, { headers: { accept: 'text/html' } });
      if (status !== 200 || !address.includes('?')) continue;
      await look(browser, site.url + address, {}, (page) => page.waitForTimeout(100));
      drawn.push(address);
    }
    expect(drawn).toHaveLength(5);
  } finally {
    await browser.close();
  }
});
