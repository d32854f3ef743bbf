import type { Browser } from 'playwright-core';
import { chromium as playwright } from 'playwright-core';

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

/** A real Chromium: the one of CHROME_PATH, or else the one inside the npm package, which needs nothing of the machine. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...launchArguments, ...more];
  return playwright.launch({ executablePath: await chromiumPath(), args, headless: true });
}

async function chromiumPath(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return chosen;
  // Read when the package is loaded: with it, its Chromium brings the libraries that a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
