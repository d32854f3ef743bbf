import type { Browser } from 'playwright-core';
import { gzipSync } from 'node:zlib';

/** What a page weighs, in bytes as gzip sends them, and how many elements it has. */
export interface Weight {
  address: string;
  html: number;
  css: number;
  script: number;
  font: number;
  total: number;
  elements: number;
}

type Kind = 'html' | 'css' | 'script' | 'font';
const kinds: Record<string, Kind> = {
  document: 'html',
  stylesheet: 'css',
  script: 'script',
  font: 'font',
};

/** At most this much, in bytes: the script of a page, and all that its first visit fetches. */
export const budget = { script: 90_000, total: 250_000 } as const;

/**
 * Weighs what a first visit fetches, at gzip's usual level whatever the server sent, so that the same page weighs the
 * same on every machine. Fonts and pictures are packed already and weigh what they are.
 */
export async function weigh(browser: Browser, site: string, address: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const weights: Promise<[Kind | null, number]>[] = [];
    page.on('requestfinished', (request) => {
      if (!request.url().startsWith(site)) return;
      const kind = kinds[request.resourceType()] ?? null;
      weights.push(
        request
          .response()
          .then((response) => response?.body())
          .then((body) => [kind, packed(body ?? Buffer.alloc(0), kind)]),
      );
    });
    await page.goto(site + address, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    const all = await Promise.all(weights);
    const sum = (wanted: Kind | null) =>
      all.reduce((bytes, [kind, size]) => (wanted === null || kind === wanted ? bytes + size : bytes), 0);
    return {
      address,
      html: sum('html'),
      css: sum('css'),
      script: sum('script'),
      font: sum('font'),
      total: sum(null),
      elements: await page.evaluate(() => document.querySelectorAll('*').length),
    };
  } finally {
    await context.close();
  }
}

const packed = (body: Buffer, kind: Kind | null): number =>
  kind === 'font' || kind === null ? body.length : gzipSync(body).length;
