import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate } from '../../server/simulation/simulate.ts';
import { publishLedger } from '../analytics/earning-filter/publish-ledger.ts';
import { inFrench, known, listedAddresses } from '../gauge/addresses.ts';
import { openBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { openSite, type Site } from '../support/site.ts';
import { walkPage } from '../support/walk.ts';

/** States of pages that their first address does not show: choices made, nothing found, ledgers of one's own. */
const states = [
  '/concentration?curve=mmteb&curve=openai-evals&curve=prism&curve=self-dialogue.amount&top=12.5',
  '/concentration?curve=squality&curve=tscircuit.amount',
  '/concentration?curve=market',
  '/concentration?curve=payouts',
  '/concentration?curve=few',
  '/pay?by=sector',
  '/pay?platform=mercor&country=FR',
  '/pay?ledger=market',
  '/conversion?area=people&sector=finance&stage=CONTESTED&until=2026-01&occupation=13-2011',
  '/conversion/occupations?stage=CONTESTED',
  '/conversion/occupations?page=2',
  '/experts?ledger=market',
  '/experts?ledger=payouts',
  '/experts?ledger=few',
  '/experts/match?ledger=market&profession=lawyer&seniority=SENIOR&rate=100',
  '/projects?ledger=market',
  '/projects?ledger=public-record',
  '/projects?ledger=few',
  '/know-how?subject=secrets',
  '/professions?q=doctor',
  '/professions/13-2051',
  '/professions/39-4011',
  '/claims/up-to-200-an-hour',
  '/claims/expert-work-displaced-crowd-work',
  '/claims/company-age-and-valuation',
  '/organisations/bain',
  '/graphql/reference',
  '/graphql/reference/Dataset',
  '/graphql/changelog',
  '/graphql/clients',
  '/search',
  '/search?q=xyzzy',
  '/no-such-page',
];

let site: Site;
let browser: Browser;
beforeAll(async () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ expert: `e${index}`, units: 5 + (index % 7) }));
  [site, browser] = await Promise.all([
    openSite(async (database) => {
      await simulate(database, { slug: 'market', experts: 400, earnings: 8000, seed: 3 });
      await publishLedger(database, 'payouts', people(40), { protected: true });
      await publishLedger(database, 'few', people(4), { protected: true });
    }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Walks a page in both languages; the words differ by language, the colours by light, and neither by the other. */
async function walkBoth(address: string): Promise<string[]> {
  const found = await Promise.all(
    (
      [
        ['light', address],
        ['dark', inFrench(address)],
      ] as const
    ).map(async ([colorScheme, at]) => {
      const options = { viewport: { width: 1280, height: 900 }, colorScheme };
      const expected = at.includes('no-such-page') ? /404/ : undefined;
      const faults = await look(browser, site.url + at, options, walkPage, expected);
      return faults.map((fault) => `${at}: ${fault}`);
    }),
  );
  return found.flat();
}

const sound =
  'no fault of accessibility by day or night, every chart by keyboard, fits 320 px, a quiet console';

test.concurrent.each([...known, ...states])(
  `%s in both languages: ${sound}`,
  { timeout: 120_000 },
  async (address) => {
    expect(await walkBoth(address)).toEqual([]);
  },
);

test(`what the lists lead to, in both languages: ${sound}`, { timeout: 240_000 }, async () => {
  const addresses = await listedAddresses(site.url);
  expect(addresses).toHaveLength(4);
  for (const address of addresses) expect(await walkBoth(address)).toEqual([]);
});
