import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';
import { publishLedger, type LedgerRow } from '../earning-filter/publish-ledger.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const slug = 'growing';
const sizes = Array.from({ length: 40 }, (_, i) => 0.1 * (i + 1) ** 2);
const first: LedgerRow[] = sizes.map((units, i) => ({ expert: `e${i}`, project: `p${i % 3}`, units }));
const second: LedgerRow[] = [...first.slice(5), { expert: 'e1', project: 'p1', units: 12.3 }];

async function figures(args: string): Promise<unknown> {
  const statistics = `contributors excluded total gini { value interval { low high } } theil hhi p90p10
    topShare(fraction: 0.1) { value interval { low high } } halfShare { value interval { low high } }
    lorenz(points: 11) { measureShare low high } provenance { release n }`;
  const query = `{ dataset(slug: "${slug}") {
    concentration(measure: UNITS ${args}) { ${statistics} }
    concentrationBy(measure: UNITS, dimension: PROJECT ${args}) { key concentration { ${statistics} } }
    keyExperts(measure: UNITS ${args}) { count experts { rank total share cumulativeShare expert { pseudonym } } }
  } }`;
  return (await ask<{ dataset: unknown }>(database, query)).dataset;
}

test('a release gives the same figures to the last digit whatever is published after it', async () => {
  await publishLedger(database, slug, first);
  const then = await figures('');
  expect(then).toMatchObject({ concentration: { contributors: 40, provenance: { release: 1, n: 40 } } });

  await publishLedger(database, slug, second);
  expect(await figures(', release: 1')).toEqual(then);
  expect(await figures(', release: 1, filter: { from: "0001-01-02" }')).toMatchObject({
    concentration: { contributors: 0 },
  });
  const now = await figures('');
  expect(now).toMatchObject({ concentration: { contributors: 36, provenance: { release: 2 } } });
  expect(await figures(', release: 2')).toEqual(now);
});

test('a contributor whose rows were all reversed is no longer there, not counted as excluded', async () => {
  expect(await figures('')).toMatchObject({ concentration: { excluded: 0 } });
});

test('a release that does not exist is an error that says which do', async () => {
  await expect(figures(', release: 3')).rejects.toMatchObject({
    code: 'UNKNOWN_RELEASE',
    message: 'The dataset "growing" has no release 3: it has releases 1 to 2.',
  });
});
