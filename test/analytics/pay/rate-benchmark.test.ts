import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.drop());

interface Rate {
  n: number;
  median: number | null;
}
interface Benchmark {
  n: number;
  statedCountry: number;
  freshness: string | null;
  published: Rate | null;
  publishedInCountry: Rate | null;
  market: { median: number } | null;
  provenance: { n: number; sources: { slug: string }[] };
}

async function benchmark(socCode: string, country: string): Promise<Benchmark> {
  const { rateBenchmark } = await ask<{ rateBenchmark: Benchmark }>(
    database,
    `{ rateBenchmark(socCode: "${socCode}", country: "${country}") { n statedCountry freshness
      published { n median } publishedInCountry { n median } market { median } provenance { n sources { slug } } } }`,
  );
  return rateBenchmark;
}

test('what is published about a country is told apart from what states none', async () => {
  const here = await benchmark('23-1011', 'US');
  const there = await benchmark('23-1011', 'DE');
  expect(here.publishedInCountry?.n).toBe(here.statedCountry);
  expect(here.statedCountry).toBeGreaterThan(0);
  expect(here.published!.n).toBeGreaterThan(here.statedCountry);
  // Nobody has published a German lawyer's rate: what is left states no country, and is said to.
  expect(there).toMatchObject({ statedCountry: 0, publishedInCountry: null, market: null });
  expect(there.published!.n).toBe(here.published!.n - here.statedCountry);
});

test('each number says on how many observations it rests, how old they are, and where they stand', async () => {
  const { n, published, freshness, provenance, market } = await benchmark('29-1229', 'US');
  expect(published!.n).toBe(n);
  expect(provenance.n).toBe(n);
  expect(freshness).toMatch(/^20\d\d/);
  expect(market!.median).toBeGreaterThan(0);
  // The wage statistics and at least one listing.
  expect(provenance.sources.length).toBeGreaterThan(1);
});

test('nothing observed is nothing published, not nought', async () => {
  const untouched = await benchmark('53-7065', 'FR');
  expect(untouched).toMatchObject({ n: 0, published: null, publishedInCountry: null, freshness: null });
});
