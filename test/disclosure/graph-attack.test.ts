import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { isolates, type Equation } from './attacker.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph('empty');
});
afterAll(() => graph.close());

const sectors = ['law', 'code', 'art'];
const years = [2024, 2025];
const access = { mayReadLedgers: false, mayReadAggregates: true };

const rowsOf: fc.Arbitrary<LedgerRow[]> = fc
  .array(
    fc.array(
      fc.record({
        sector: fc.constantFrom(...sectors),
        year: fc.constantFrom(...years),
        units: fc.integer({ min: 1, max: 40 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    { minLength: 12, maxLength: 70, size: 'max' },
  )
  .map((people) =>
    people.flatMap((places, i) =>
      places.map(({ sector, year, units }) => ({ expert: `e${i}`, sector, date: `${year}-02-03`, units })),
    ),
  );

/** A filter as text, and the rows that it means. */
interface Asked {
  filter: string;
  matches: (row: LedgerRow) => boolean;
}

/** All sectors and periods that can be asked for, each of both alone or together. */
function everyFilter(slug: string): Asked[] {
  const chosen = Array.from({ length: 8 }, (_, bits) => sectors.filter((_name, i) => (bits >> i) & 1));
  const periods = [null, ...years];
  return chosen.flatMap((names) =>
    periods.map((year) => {
      const parts = [
        ...(names.length === 0 ? [] : [`sector: [${names.map((name) => `"${slug}.${name}"`).join(',')}]`]),
        ...(year === null ? [] : [`from: "${year}-01-01", to: "${year}-12-31"`]),
      ];
      return {
        filter: `{ ${parts.join(', ')} }`,
        matches: (row) =>
          (names.length === 0 || names.includes(row.sector!)) &&
          (year === null || row.date!.startsWith(String(year))),
      };
    }),
  );
}

test('answers of the API to every filter, at every release, never add up to what one contributor has', async () => {
  let ledger = 0;
  let told = 0;
  await fc.assert(
    fc.asyncProperty(rowsOf, fc.integer({ min: 1, max: 30 }), async (rows, later) => {
      const slug = `l${(ledger += 1)}`;
      const releases = [rows.slice(0, Math.max(1, rows.length - later)), rows];
      for (const own of releases) await publishLedger(graph.database, slug, own, { protected: true });
      const equations: Equation[] = [];
      for (const [i, own] of releases.entries()) {
        for (const { filter, matches } of everyFilter(slug)) {
          const { data, errors } = await graph.execute(
            `{ dataset(slug: "${slug}") { concentration(measure: UNITS, release: ${i + 1}, filter: ${filter}) { total contributors } } }`,
            {},
            { access },
          );
          const code = errors?.[0]?.extensions?.['code'];
          expect([undefined, 'DISCLOSURE_RISK']).toContain(code);
          if (errors !== undefined) continue;
          const answer = (
            data as { dataset: { concentration: { total: number | null; contributors: number } } }
          ).dataset.concentration;
          if (answer.total === null) {
            expect(answer.contributors).toBe(0);
            continue;
          }
          const matching = own.map((row, place) => ({ ...row, place })).filter(matches);
          // What is told is true.
          expect(answer.total).toBe(matching.reduce((sum, row) => sum + row.units!, 0));
          equations.push(new Map(matching.map((row) => [`${row.expert.slice(1)}:${row.place}`, 1])));
        }
      }
      told += equations.length;
      for (const person of new Set(rows.map((row) => Number(row.expert.slice(1)))))
        expect(isolates(equations, new Set([person]))).toBe(false);
    }),
    { numRuns: 6 },
  );
  expect(told).toBeGreaterThan(20);
}, 120_000);
