import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from '../../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

interface Claim {
  slug: string;
  howTested: string;
  french: string;
  turningPoints: { becomes: string; condition: string }[];
  counterEvidence: {
    text: string;
    test: { value: number; dataset: { slug: string } | null } | null;
    source: { slug: string } | null;
    marketFact: { key: string } | null;
  }[];
  releases: { number: number; dataset: { slug: string } }[];
  provenance: { n: number };
}

async function claims(): Promise<Map<string, Claim>> {
  const data = await graph.ask<{ claims: Claim[] }>(`{ claims {
    slug howTested french: howTested(locale: FR)
    turningPoints { becomes condition }
    counterEvidence { text test { value dataset { slug } } source { slug } marketFact { key } }
    releases { number dataset { slug } }
    provenance { n }
  } }`);
  return new Map(data.claims.map((claim) => [claim.slug, claim]));
}

test('every claim says how it is tested, what speaks against it and what would turn it', async () => {
  for (const claim of (await claims()).values()) {
    expect(claim.howTested.length).toBeGreaterThan(60);
    expect(claim.french).not.toBe(claim.howTested);
    expect(claim.turningPoints.length).toBeGreaterThanOrEqual(2);
    expect(claim.counterEvidence.length).toBeGreaterThanOrEqual(2);
    for (const { test: own, source } of claim.counterEvidence) expect(own === null).toBe(source !== null);
  }
});

test('the ledger against the first claim is its first counter-evidence, with its share in words', async () => {
  const { counterEvidence } = (await claims()).get('top-contributors')!;
  expect(counterEvidence[0]!.test!.dataset!.slug).toBe('openai-evals');
  expect(counterEvidence[0]!.text).toContain(`${Math.round(counterEvidence[0]!.test!.value * 100)}%`);
});

test('the turning points of the first claim follow from nine for and one against', async () => {
  const { turningPoints } = (await claims()).get('top-contributors')!;
  expect(
    turningPoints.map(({ becomes, condition }) => [becomes, parseInt(condition, 10)]).slice(0, 2),
  ).toEqual([
    ['MIXED', 2],
    ['CONTRADICTED', 35],
  ]);
});

test('a claim tested on ledgers rests on their releases and contributors, another on the public record', async () => {
  const all = await claims();
  const { releases, provenance } = all.get('top-contributors')!;
  expect(releases).toHaveLength(12);
  const { rows } = await graph.database.pool.query<{ n: number }>(
    `select sum(contributors) as n from release join dataset on dataset.id = dataset_id
     where dataset.kind = 'LEDGER' and dataset.allotment = 'OPEN' and release.number = dataset.version`,
  );
  expect(provenance.n).toBe(Number(rows[0]!.n));
  expect(all.get('up-to-200-an-hour')!.releases.map(({ dataset }) => dataset.slug)).toEqual([
    'public-record',
  ]);
});
