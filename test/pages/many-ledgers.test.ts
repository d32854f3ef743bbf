import { afterAll, beforeAll, expect, test } from 'vitest';
import { lendGraph } from '../../server/http/dashboard.ts';
import { publishLedger } from '../analytics/earning-filter/publish-ledger.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';

/** The pages' side of the house as it runs, not as it is checked: its types are those of SvelteKit. */
const dashboard = new URL('../../web/src/lib/concentration', import.meta.url).pathname;
interface Ledger {
  slug: string;
  measures: string[];
}
interface Shares {
  ledger: Ledger;
  shares: Partial<Record<'UNITS' | 'HOURS', object>>;
  releases: number[];
}

/** More than one page of a list, and than one operation of shares. */
const count = 101;

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph('empty');
  await publishLedger(graph.database, 'ledger', [{ expert: 'a', units: 1 }], {
    measures: ['UNITS', 'HOURS'],
  });
  await graph.database.pool.query(
    `insert into dataset overriding system value
     select (jsonb_populate_record(dataset, jsonb_build_object('id', id + at, 'slug', 'ledger-' || at,
       'measures', case when at % 50 = 0 then measures else array['UNITS'] end))).*
     from dataset, generate_series(1, $1::int) as at`,
    [count - 1],
  );
  await graph.database.pool.query(
    `insert into release overriding system value
     select (jsonb_populate_record(release, jsonb_build_object('id', release.id + dataset.id - dataset_id,
       'dataset_id', dataset.id))).*
     from release, dataset where dataset.id <> dataset_id`,
  );
  lendGraph(graph.execute, () => true);
});
afterAll(() => graph?.close());

test('the figures that compare all ledgers leave none out, however many there are', async () => {
  const { readLedgers } = (await import(`${dashboard}/ledgers.ts`)) as {
    readLedgers: (locale: 'EN') => Promise<Ledger[]>;
  };
  const { readShares } = (await import(`${dashboard}/shares.ts`)) as {
    readShares: (ledgers: readonly Ledger[]) => Promise<Shares[]>;
  };
  const ledgers = await readLedgers('EN');
  expect(new Set(ledgers.map(({ slug }) => slug)).size).toBe(count);
  const shares = await readShares(ledgers);
  expect(shares).toHaveLength(count);
  for (const { ledger, shares: told, releases } of shares) {
    expect([ledger.slug, told.UNITS !== undefined, releases]).toEqual([ledger.slug, true, [1]]);
    expect([ledger.slug, told.HOURS !== undefined]).toEqual([ledger.slug, ledger.measures.includes('HOURS')]);
  }
});
