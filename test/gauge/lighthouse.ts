import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The scores of a page, 0 to 100, and when its largest content was painted on Lighthouse's slow 4G, in seconds. */
export interface Scores {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  largestPaint: number;
  faults: string[];
}

// Not among the dependencies: it brings two hundred packages that only this table needs.
export const lighthouse = 'lighthouse@12.8.2';
const run = promisify(execFile);

interface Report {
  categories: Record<'performance' | 'accessibility' | 'best-practices' | 'seo', { score: number }>;
  audits: Record<string, { score: number | null; scoreDisplayMode: string; numericValue?: number }>;
}

/** Runs Lighthouse, as a phone, in the Chromium that listens at a port. */
export async function scoresOf(url: string, port: number): Promise<Scores> {
  const { stdout } = await run(
    'npx',
    [
      '--yes',
      lighthouse,
      url,
      `--port=${port}`,
      '--output=json',
      '--quiet',
      '--only-categories=performance,accessibility,best-practices,seo',
    ],
    { maxBuffer: 2 ** 27, timeout: 120_000 },
  );
  const { categories, audits } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report;
  const score = (name: keyof Report['categories']) => Math.round(categories[name].score * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    largestPaint: (audits['largest-contentful-paint']?.numericValue ?? 0) / 1000,
    faults: Object.entries(audits)
      .filter(([, audit]) => audit.scoreDisplayMode === 'binary' && audit.score === 0)
      .map(([name]) => name),
  };
}
