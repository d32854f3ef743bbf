import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDataset } from '../../server/exports/export-dataset.ts';
import { meanPay, readCalibration } from '../../server/simulation/calibration.ts';
import { simulate } from '../../server/simulation/simulate.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { openTestDatabase } from '../support/database.ts';

const request = { slug: 'market', experts: 2000, earnings: 40_000, seed: 42 };

let graph: OpenGraph;
let claimsBefore: unknown;
const claims = `{ claims { slug verdict supported contradicted inconclusive tests { value n dataset { slug kind } } } }`;
beforeAll(async () => {
  graph = await openGraph();
  claimsBefore = await graph.ask(claims);
  await simulate(graph.database, request);
});
afterAll(() => graph.close());

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  return (
    await graph.database.pool.query<Row>(
      sql.replaceAll(':market', `(select id from dataset where slug = 'market')`),
    )
  ).rows;
}

describe('a simulated dataset', () => {
  test('says SIMULATED on its face, in both languages, with every parameter', async () => {
    const { dataset } = await graph.ask<{ dataset: Record<string, string> }>(`{ dataset(slug: "market") {
      kind en: title fr: title(locale: FR) aboutEn: about aboutFr: about(locale: FR) unit citation licence protected
    } }`);
    expect(dataset).toMatchObject({ kind: 'SIMULATED', licence: 'CC0-1.0', protected: false });
    for (const field of ['en', 'fr', 'aboutEn', 'aboutFr', 'unit', 'citation']) {
      expect(dataset[field], field).toContain('SIMULATED');
    }
    for (const about of [dataset['aboutEn'], dataset['aboutFr']]) {
      expect(about).toContain(
        '--experts 2000 --earnings 40000 --seed 42 --from 2023-01-01 --to 2025-12-31 --laboratories 6 --platforms 8 --projects 45 --top-share 0.55',
      );
    }
  });

  test('hands its kind on to every number that is computed from it', async () => {
    const { dataset } = await graph.ask<{ dataset: Record<string, { provenance: { kind: string } }> }>(
      `{ dataset(slug: "market") {
        concentration(measure: AMOUNT) { provenance { kind release citation } }
        keyExperts(measure: AMOUNT) { provenance { kind } }
      } }`,
    );
    for (const { provenance } of Object.values(dataset)) expect(provenance.kind).toBe('SIMULATED');
    const { dataset: rates } = await graph.ask<{
      dataset: { hourlyRates: { provenance: { kind: string } }[] };
    }>(`{ dataset(slug: "market") { hourlyRates { provenance { kind } } } }`);
    expect(rates.hourlyRates.map(({ provenance }) => provenance.kind)).toEqual(['SIMULATED']);
  });

  test('never counts in a claim', async () => {
    expect(JSON.stringify(claimsBefore)).toContain('mmteb');
    expect(await graph.ask(claims)).toEqual(claimsBefore);
  });

  test('names nobody: experts, projects, laboratories and platforms carry the word', async () => {
    expect(
      await rows(`select from expert where dataset_id = :market and pseudonym not like 'SIMULATED-%'`),
    ).toEqual([]);
    expect(
      await rows(`select from project where dataset_id = :market and name not like 'SIMULATED %'`),
    ).toEqual([]);
    const named = await rows<{ name: string }>(
      `select distinct organisation.name from project join organisation on organisation.id in (laboratory_id, platform_id)
       where dataset_id = :market`,
    );
    expect(named.length).toBeGreaterThan(8);
    for (const { name } of named) expect(name).toMatch(/^SIMULATED (laboratory|platform) \d+$/);
  });

  test('carries the word in each row of its exports', async () => {
    for (const format of ['csv', 'jsonl'] as const) {
      const stream = await exportDataset(graph.database, {
        slug: 'market',
        format,
        access: { mayReadLedgers: false },
      });
      const lines = (await buffer(stream)).toString().trimEnd().split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(40_000);
      expect(lines.slice(1).filter((line) => !line.includes('SIMULATED'))).toEqual([]);
    }
  });

  test('knows of each expert profession, country, seniority and former employer', async () => {
    expect(
      await rows(`select from expert where dataset_id = :market and
        (profession_id is null or country is null or seniority is null or former_employer is null)`),
    ).toEqual([]);
    const { dataset } = await graph.ask<{ dataset: { experts: { nodes: Record<string, unknown>[] } } }>(
      `{ dataset(slug: "market") { experts(first: 5) { nodes { seniority formerEmployer country profession { socCode } } } } }`,
    );
    for (const expert of dataset.experts.nodes) expect(Object.values(expert)).not.toContain(null);
  });
});

describe('its numbers', () => {
  test('add up: by sector, project, profession and quarter they make the same total', async () => {
    const margins = ['SECTOR', 'PROJECT', 'PROFESSION', 'QUARTER'].map(
      (dimension) =>
        `${dimension}: concentrationBy(measure: UNITS, dimension: ${dimension}) { concentration { total } }`,
    );
    type Margin = { concentration: { total: number } }[];
    const { dataset } = await graph.ask<{
      dataset: Record<string, Margin> & { whole: { total: number; contributors: number } };
    }>(
      `{ dataset(slug: "market") { whole: concentration(measure: UNITS) { total contributors } ${margins.join(' ')} } }`,
    );
    const { whole, ...groups } = dataset;
    expect(whole.contributors).toBe(2000);
    for (const [dimension, group] of Object.entries(groups)) {
      const total = group.reduce((sum, { concentration }) => sum + concentration.total, 0);
      expect(total, dimension).toBe(whole.total);
    }
    const [{ count } = { count: 0 }] = await rows<{ count: number }>(
      'select count(*) as count from earning where dataset_id = :market',
    );
    expect(count).toBe(40_000);
  });

  test('are as concentrated as the open ledgers: the top tenth holds 45 to 70 % of the money', async () => {
    const { dataset } = await graph.ask<{ dataset: { concentration: Record<string, { value: number }> } }>(
      `{ dataset(slug: "market") { concentration(measure: AMOUNT) { top: topShare(fraction: 0.1) { value } gini { value } } } }`,
    );
    expect(dataset.concentration['top']!.value).toBeGreaterThan(0.45);
    expect(dataset.concentration['top']!.value).toBeLessThan(0.7);
    expect(dataset.concentration['gini']!.value).toBeGreaterThan(0.6);
  });

  test('pay on average what the published averages say, within a tenth', async () => {
    const calibration = await readCalibration(graph.database);
    expect(calibration.averagePay).toBe(95);
    expect(meanPay(calibration.professions)).toBeCloseTo(95, 6);
    const [{ pay } = { pay: 0 }] = await rows<{ pay: number }>(
      'select sum(amount_minor) / sum(hours) / 100 as pay from earning where dataset_id = :market',
    );
    expect(pay).toBeGreaterThan(0.9 * 95);
    expect(pay).toBeLessThan(1.1 * 95);
  });

  test('pay each frequent occupation its offered rate, within a tenth', async () => {
    const { professions } = await readCalibration(graph.database);
    const offered = new Map(professions.map(({ socCode, medianRate }) => [socCode, medianRate]));
    const paid = await rows<{ soc_code: string; rate: number }>(
      `select soc_code, percentile_cont(0.5) within group (order by rate) as rate from (
         select expert_id, profession_id, sum(amount_minor) / sum(hours) / 100 as rate from expert_rollup
         where dataset_id = :market group by 1, 2
       ) each join profession on profession.id = profession_id group by 1 having count(*) >= 60`,
    );
    expect(paid.length).toBeGreaterThan(5);
    for (const { soc_code, rate } of paid) {
      expect(rate / offered.get(soc_code)!, soc_code).toBeGreaterThan(0.9);
      expect(rate / offered.get(soc_code)!, soc_code).toBeLessThan(1.1);
    }
  });
});

describe('simulating again', () => {
  test('with the same parameters changes nothing', async () => {
    expect((await simulate(graph.database, request)).release).toBeNull();
  });

  test('with another seed is the next release, and the former one stays', async () => {
    const before = await statistics(1);
    const { release } = await simulate(graph.database, { ...request, seed: 43 });
    expect(release).toMatchObject({ number: 2, rowsAdded: 40_000, rowsReversed: 40_000, contributors: 2000 });
    expect(await statistics(1)).toEqual(before);
    expect(await statistics(2)).not.toEqual(before);
  });

  const statistics = (release: number) =>
    graph.ask(
      `{ dataset(slug: "market") { concentration(measure: AMOUNT, release: ${release}) { total gini { value } } } }`,
    );
});

test('what is not simulated is never overwritten', async () => {
  await expect(simulate(graph.database, { ...request, slug: 'mmteb' })).rejects.toThrow(
    /"mmteb" is no simulation: choose a slug that is free/,
  );
});

test('a simulation that is broken off leaves nothing', async () => {
  const stop = new AbortController();
  const stopped = simulate(
    graph.database,
    { ...request, slug: 'broken' },
    { report: () => stop.abort(), signal: stop.signal },
  );
  await expect(stopped).rejects.toThrow();
  expect(await rows(`select from dataset where slug = 'broken'`)).toEqual([]);
});

test('without published pay there is nothing to calibrate to, and that is said', async () => {
  const empty = await openTestDatabase();
  await expect(simulate(empty, request)).rejects.toThrow(/No pay is published in this database/);
  await empty.drop();
});
