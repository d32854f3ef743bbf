import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../../server/graphql/access.ts';
import { cacheAsked, type CacheAsked } from '../../server/signals/caches.ts';
import { ask } from '../analytics/earning-filter/ask.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { people } from './people.ts';

const aggregates: Access = { mayReadLedgers: false, mayReadAggregates: true };
const ledger: Access = { mayReadLedgers: true };
const admin: Access = { mayReadLedgers: true, mayAdminister: true };

const first: LedgerRow[] = [
  ...people('law', 40, { sector: 'law', date: '2024-02-10' }),
  ...people('code', 30, { sector: 'code', date: '2025-05-10' }),
  ...people('art', 20, { sector: 'art', date: '2025-08-10' }),
  ...people('few', 4, { sector: 'few', date: '2025-08-10' }),
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const properties = { protected: true };
  await publishLedger(database, 'private', first, properties);
  // The second release adds three people only, the third a dozen more.
  await publishLedger(
    database,
    'private',
    [...first, ...people('new', 3, { sector: 'law', date: '2025-11-10' })],
    properties,
  );
  await publishLedger(
    database,
    'private',
    [...first, ...people('new', 15, { sector: 'law', date: '2025-11-10' })],
    properties,
  );
});
afterAll(() => database.drop());

interface Concentration {
  contributors: number;
  total: number | null;
  suppression: { reason: string } | null;
}

async function concentration(
  given: string,
  access: Access = aggregates,
  fields = 'contributors total suppression { reason }',
): Promise<Concentration> {
  const query = `{ dataset(slug: "private") { concentration(${given}) { ${fields} } } }`;
  return (await ask<{ dataset: { concentration: Concentration } }>(database, query, { access })).dataset
    .concentration;
}

test('what was decided is not decided again: a question that is asked once more asks no ledger', async () => {
  const asked: CacheAsked[] = [];
  const note = (message: unknown) => void asked.push(message as CacheAsked);
  const given = 'measure: UNITS, release: 1, filter: { sector: ["private.law"] }';
  await concentration(given);
  cacheAsked.subscribe(note);
  const again = await concentration(given);
  cacheAsked.unsubscribe(note);
  expect(again).toMatchObject({ contributors: 40 });
  expect(asked).toContainEqual({ cache: 'judgements', hit: true });
  expect(asked.map(({ cache }) => cache)).not.toContain('guarded ledgers');
});

const risk = { code: 'DISCLOSURE_RISK' };

describe('two answers whose difference would tell of fewer than ten people', () => {
  test('a sector and its union with a small one: the union is refused, whoever asks first', async () => {
    expect(
      await concentration('measure: UNITS, release: 1, filter: { sector: ["private.code"] }'),
    ).toMatchObject({
      contributors: 30,
    });
    for (const access of [aggregates, ledger]) {
      await expect(
        concentration(
          'measure: UNITS, release: 1, filter: { sector: ["private.code", "private.few"] }',
          access,
        ),
      ).rejects.toMatchObject(risk);
    }
  });

  test('everything but a small sector is refused beside everything', async () => {
    const all = '"private.law", "private.code", "private.art"';
    await expect(
      concentration(`measure: UNITS, release: 1, filter: { sector: [${all}] }`),
    ).rejects.toMatchObject(risk);
    expect(
      await concentration(`measure: UNITS, release: 1, filter: { sector: [${all}, "private.few"] }`),
    ).toEqual(await concentration('measure: UNITS, release: 1'));
  });

  test('the union of sectors that share nobody follows from theirs, and is answered', async () => {
    const [law, code, both] = await Promise.all(
      ['"private.law"', '"private.code"', '"private.law", "private.code"'].map((names) =>
        concentration(`measure: UNITS, release: 1, filter: { sector: [${names}] }`),
      ),
    );
    expect(both!.total).toBe(law!.total! + code!.total!);
    expect(both!.contributors).toBe(70);
  });

  test('windows that end a day apart, and any that cuts a quarter', async () => {
    expect(
      (await concentration('measure: UNITS, filter: { from: "2024-01-01", to: "2024-12-31" }')).contributors,
    ).toBe(40);
    for (const to of ['2024-12-30', '2024-02-10'])
      await expect(
        concentration(`measure: UNITS, filter: { from: "2024-01-01", to: "${to}" }`),
      ).rejects.toMatchObject(risk);
  });

  test('a release that few changed: the total is that of the one before, the next is told again', async () => {
    expect((await concentration('measure: UNITS, release: 1')).contributors).toBe(94);
    await expect(concentration('measure: UNITS, release: 2')).rejects.toMatchObject(risk);
    expect((await concentration('measure: UNITS, release: 3')).contributors).toBe(109);
    // Sectors that the second release left alone are answered in it.
    const code = 'filter: { sector: ["private.code"] }';
    expect(await concentration(`measure: UNITS, release: 2, ${code}`)).toEqual(
      await concentration(`measure: UNITS, release: 1, ${code}`),
    );
  });

  test('a filter that names people, even all but one', async () => {
    const { rows } = await database.pool.query<{ id: number }>('select id from expert order by id');
    const ids = rows
      .slice(1)
      .map(({ id }) => JSON.stringify(Buffer.from(`Expert:${id}`).toString('base64url')));
    await expect(
      concentration(`measure: UNITS, filter: { expert: [${ids.join(',')}] }`),
    ).rejects.toMatchObject(risk);
  });

  test('top shares at nearly equal fractions, and shares scanned for how many hold them', async () => {
    await expect(
      concentration('measure: UNITS, release: 1', aggregates, 'topShare(fraction: 0.2001) { value }'),
    ).rejects.toMatchObject(risk);
    const query =
      '{ dataset(slug: "private") { keyExperts(measure: UNITS, release: 1, share: 0.511) { count } } }';
    await expect(ask(database, query, { access: ledger })).rejects.toMatchObject(risk);
  });
});

describe('what is withheld', () => {
  test('has no count, no reliability and no n', async () => {
    const few = await concentration(
      'measure: UNITS, release: 1, filter: { sector: ["private.few"] }',
      ledger,
      'contributors excluded otherCurrencies undated total reliability gini { n value } suppression { reason } provenance { n }',
    );
    expect(few).toEqual({
      contributors: 0,
      excluded: 0,
      otherCurrencies: 0,
      undated: 0,
      total: null,
      reliability: 'LOW',
      gini: { n: 0, value: null },
      suppression: { reason: 'TOO_FEW_CONTRIBUTORS' },
      provenance: { n: 0 },
    });
  });

  test('a second sector goes with a small one, in the table and by its own filter alike', async () => {
    const query = `{ dataset(slug: "private") { concentrationBy(measure: UNITS, dimension: SECTOR, release: 1) {
      key concentration { contributors suppression { reason } } } } }`;
    type Group = { key: string; concentration: Concentration };
    const { dataset } = await ask<{ dataset: { concentrationBy: Group[] } }>(database, query, {
      access: aggregates,
    });
    const reasons = Object.fromEntries(
      dataset.concentrationBy.map(({ key, concentration: { suppression } }) => [
        key,
        suppression?.reason ?? null,
      ]),
    );
    expect(reasons).toEqual({
      'private.law': null,
      'private.code': null,
      'private.art': 'COMPLEMENTARY',
      'private.few': 'TOO_FEW_CONTRIBUTORS',
    });
    const art = await concentration('measure: UNITS, release: 1, filter: { sector: ["private.art"] }');
    expect(art).toEqual({ contributors: 0, total: null, suppression: { reason: 'COMPLEMENTARY' } });
  });

  test('an administrator is told everything', async () => {
    const filter = 'measure: UNITS, release: 2, filter: { sector: ["private.few", "private.code"] }';
    expect(await concentration(filter, admin)).toMatchObject({ contributors: 34, suppression: null });
    const query = `{ dataset(slug: "private") { keyExperts(measure: UNITS, release: 1, share: 0.02) { experts { rank } } } }`;
    const { dataset } = await ask<{ dataset: { keyExperts: { experts: unknown[] } } }>(database, query, {
      access: admin,
    });
    expect(dataset.keyExperts.experts.length).toBeGreaterThan(0);
  });

  test('hourly rates are told where amount and hours may be', async () => {
    const query = `{ dataset(slug: "private") { hourlyRates(groupBy: SECTOR, release: 1) { key engagements median suppression { reason } } } }`;
    type Rate = { key: string; engagements: number; median: number | null; suppression: object | null };
    const { dataset } = await ask<{ dataset: { hourlyRates: Rate[] } }>(database, query, {
      access: aggregates,
    });
    const rates = new Map(dataset.hourlyRates.map((rate) => [rate.key, rate]));
    expect(rates.get('private.law')).toMatchObject({ engagements: 40, suppression: null });
    expect(rates.get('private.few')).toMatchObject({ engagements: 0, median: null });
  });
});

describe('rows, and what is one person’s, need the scope "ledger"', () => {
  const nested = [
    'experts(first: 1) { totalCount }',
    'experts(first: 1) { nodes { totals { units } } }',
    'earnings(first: 1) { totalCount }',
    'projects(first: 1) { nodes { earnings(first: 1) { totalCount } } }',
    'projects(first: 1) { nodes { earnings(first: 1) { nodes { units } } } }',
  ];
  test.each(nested)('under the dataset: %s', async (field) => {
    const query = `{ dataset(slug: "private") { ${field} } }`;
    await expect(ask(database, query, { access: aggregates })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(database, query, { access: ledger })).resolves.toBeTruthy();
  });

  test('by id, one and many', async () => {
    const found = await ask<{ experts: { nodes: { id: string }[] }; earnings: { nodes: { id: string }[] } }>(
      database,
      '{ experts(first: 1) { nodes { id } } earnings(first: 1) { nodes { id } } }',
      { access: ledger },
    );
    for (const { id } of [...found.experts.nodes, ...found.earnings.nodes]) {
      for (const query of [`{ node(id: "${id}") { id } }`, `{ nodes(ids: ["${id}"]) { id } }`]) {
        await expect(ask(database, query, { access: aggregates })).rejects.toMatchObject({
          code: 'FORBIDDEN',
        });
        await expect(ask(database, query, { access: ledger })).resolves.toBeTruthy();
      }
    }
  });

  test('lists over all datasets leave them out, and their counts with them', async () => {
    const query = '{ experts { totalCount } earnings { totalCount } }';
    expect(await ask(database, query, { access: aggregates })).toEqual({
      experts: { totalCount: 0 },
      earnings: { totalCount: 0 },
    });
  });

  test('without them a project tells how many worked on it in tens, and not at all where they are few', async () => {
    const query =
      '{ projects(orderBy: { field: CONTRIBUTORS, direction: DESC }) { nodes { name contributors } } }';
    const byName = async (access: Access) => {
      type Project = { name: string; contributors: number | null };
      const { projects } = await ask<{ projects: { nodes: Project[] } }>(database, query, { access });
      return Object.fromEntries(projects.nodes.map(({ name, contributors }) => [name, contributors]));
    };
    expect(await byName(aggregates)).toMatchObject({ 'project-law': 40, 'project-few': null });
    expect(await byName(ledger)).toMatchObject({ 'project-law': 40, 'project-few': 4, 'project-new': 15 });
  });

  test('without them a release tells its counts in tens', async () => {
    const query =
      '{ dataset(slug: "private") { release(number: 2) { rowsAdded rowsReversed contributors } } }';
    const outside = await ask<{ dataset: object }>(database, query, { access: aggregates });
    expect(outside.dataset).toEqual({ release: { rowsAdded: 0, rowsReversed: 0, contributors: 90 } });
    const inside = await ask<{ dataset: object }>(database, query, { access: ledger });
    expect(inside.dataset).toEqual({ release: { rowsAdded: 3, rowsReversed: 0, contributors: 97 } });
  });
});

test('the headline statistics of releases pass the same door', async () => {
  const query = `{ dataset(slug: "private") { releases { nodes { number changes {
    measure before { contributors suppression { reason } } after { contributors gini suppression { reason } } } } } } }`;
  type Changes = {
    before: object | null;
    after: { contributors: number; gini: number | null; suppression: object | null };
  };
  const { dataset } = await ask<{ dataset: { releases: { nodes: { number: number; changes: Changes }[] } } }>(
    database,
    query,
    { access: aggregates },
  );
  const [third, second, one] = dataset.releases.nodes.map(({ changes }) => changes);
  expect(one).toMatchObject({ before: null, after: { contributors: 94, suppression: null } });
  expect(second!.after).toEqual({ contributors: 0, gini: null, suppression: { reason: 'COMPLEMENTARY' } });
  expect(third).toMatchObject({
    before: { contributors: 0 },
    after: { contributors: 109, suppression: null },
  });
});
