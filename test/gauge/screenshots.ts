import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath } from '../../server/project-root.ts';
import { openBrowser } from '../support/browser.ts';
import { everyAddress, inFrench } from './addresses.ts';

// Every page as a picture, at 360 and 1280 pixels, by day and by night, in English and French:
// npm run screenshots -- [http://127.0.0.1:4000] [words that the address must hold]
// They are written to .build/screenshots, which git ignores. --readme also renews the two of the README in .github.

const words = process.argv.slice(2);
const site = words.find((word) => word.startsWith('http')) ?? 'http://127.0.0.1:4000';
const wanted = words.filter((word) => word.startsWith('/'));
const folder = projectPath('.build', 'screenshots');

const nameOf = (address: string): string =>
  address === '/' ? 'claims' : address.slice(1).replaceAll(/[^\w-]+/g, '-');

const browser = await openBrowser();
try {
  await mkdir(folder, { recursive: true });
  const addresses = await everyAddress(site);
  const kept = wanted.length === 0 ? addresses : addresses.filter((one) => wanted.includes(one));
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      // The first page of a visit may stay in the machine's own faces: it is one that is not kept.
      await page.goto(`${site}/methods`, { waitUntil: 'networkidle' });
      for (const address of kept)
        for (const [locale, path] of [
          ['en', address],
          ['fr', inFrench(address)],
        ] as const) {
          await page.goto(site + path, { waitUntil: 'networkidle' });
          // What is laid out only when the reader comes near.
          await page.evaluate(() => {
            for (const part of document.querySelectorAll<HTMLElement>('main > *'))
              part.style.contentVisibility = 'visible';
          });
          const file = `${nameOf(address)}.${locale}.${width}.${colorScheme}.png`;
          await page.screenshot({ path: join(folder, file), fullPage: true });
          process.stdout.write(`${file}\n`);
        }
      await context.close();
    }
  if (words.includes('--readme')) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${site}/methods`, { waitUntil: 'networkidle' });
    for (const [path, file, height] of [
      ['/', 'claims.png', 1000],
      ['/conversion', 'conversion.png', 1420],
    ] as const) {
      await page.setViewportSize({ width: 1280, height });
      await page.goto(site + path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: projectPath('.github', file) });
    }
    await context.close();
  }
} finally {
  await browser.close();
}
