import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { countListed } from '../../server/graphql/paging/read-page.ts';
import type { EarningFilter } from '../../server/market/earnings/earning.inputs.ts';
import { listEarnings } from '../../server/market/earnings/earning.reads.ts';
import { eraseExpert } from '../../server/imports/ledger/erase-expert.ts';
import { importText } from '../imports/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let graph: Graph;
const mapping = { expert: 'who', units: 'n', date: 'on', project: 'at' };
const lines = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, i) =>
      `w${(from + i) % 50},${from + i},2024-${String(((from + i) % 12) + 1).padStart(2, '0')}-15,p${(from + i) % 7}\n`,
  ).join('');

beforeAll(async () => {
  database = await openSeededDatabase();
  await importText(database, `who,n,on,at\n${lines(0, 40_000)}`, {
    slug: 'long',
    mapping,
    dataset: { protected: false },
  });
  for (const [from, to] of [
    [0, 400],
    [100, 450],
  ] as const)
    await importText(database, `who,n,on,at\n${lines(from, to)}`, {
      slug: 'reversed',
      mapping,
      mode: 'REPLACE',
      dataset: { protected: false },
    });
  const { rows } = await database.pool.query<{ pseudonym: string }>(
    `select pseudonym from expert join dataset on dataset.id = dataset_id where slug = 'long' limit 1`,
  );
  await eraseExpert(database.pool, { slug: 'long', expert: rows[0]!.pseudonym });
  graph = await createGraph({ database, logger: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await graph.stop();
  await database.drop();
});

/** The count as it is told, beside all earnings of the list counted one by one. */
async function counts(filter: EarningFilter | null): Promise<{ told: number | null; counted: number }> {
  const listing = await listEarnings(graph.context(), filter, null);
  const tally = await listing.tally!();
  return {
    told: tally && [...tally.values()].reduce((sum, rows) => sum + rows, 0),
    counted: await countListed(database.kysely, listing.rows),
  };
}

async function projectId(): Promise<string> {
  const { data } = await graph.execute('{ dataset(slug: "long") { projects(first: 1) { nodes { id } } } }');
  return (data as { dataset: { projects: { nodes: { id: string }[] } } }).dataset.projects.nodes[0]!.id;
}

describe('how many earnings there are is told without reading them, and exactly:', () => {
  test.each([
    ['of all ledgers', null],
    ['of one', { dataset: ['long'] }],
    ['of one that is named twice', { dataset: ['long', 'long'] }],
    ['of one with reversed rows', { dataset: ['reversed'] }],
    ['of a sector', { dataset: ['long', 'tscircuit'], sector: ['software'] }],
    ['of a country', { dataset: ['long'], country: ['FR'] }],
    ['of a currency', { dataset: ['long'], currency: 'USD' }],
    ['from a quarter on', { dataset: ['long'], from: '2024-04-01' }],
    ['up to a quarter', { dataset: ['long'], to: '2024-06-30' }],
    ['between quarters', { dataset: ['long'], from: '2024-04-01', to: '2024-09-30' }],
    ['of a platform', { dataset: ['long'], platform: ['mercor'] }],
  ] as [string, EarningFilter | null][])('%s', async (_what, filter) => {
    const { told, counted } = await counts(filter);
    expect(told).toBe(counted);
  });

  test('of a project', async () => {
    const { told, counted } = await counts({ dataset: ['long'], project: [await projectId()] });
    expect(told).toBe(counted);
    expect(told).toBeGreaterThan(1000);
  });

  test.each([
    ['a part of a ledger with reversed rows', { dataset: ['reversed'], from: '2024-04-01' }],
    ['days within a quarter', { dataset: ['long'], from: '2024-04-02' }],
    ['named experts', { dataset: ['long'], expert: [] }],
  ] as [string, EarningFilter][])('otherwise they are counted: %s', async (_what, filter) => {
    expect((await counts(filter)).told).toBeNull();
    const { data } = await graph.execute(
      'query ($filter: EarningFilter) { earnings(filter: $filter, first: 1) { totalCount } }',
      { filter },
    );
    expect(data).toMatchObject({ earnings: { totalCount: (await counts(filter)).counted } });
  });

  test('in a list of datasets each tells its own', async () => {
    const { data } = await graph.execute(
      '{ datasets(first: 100) { nodes { slug earnings(first: 1) { totalCount } } } }',
    );
    const { nodes } = (data as { datasets: { nodes: { slug: string; earnings: { totalCount: number } }[] } })
      .datasets;
    const { rows } = await database.pool.query<{ slug: string; count: number }>(
      `select slug, count(earning.id)::int as count from dataset left join earning on dataset_id = dataset.id
       where not protected group by slug`,
    );
    expect(Object.fromEntries(nodes.map(({ slug, earnings }) => [slug, earnings.totalCount]))).toEqual(
      Object.fromEntries(rows.map(({ slug, count }) => [slug, count])),
    );
  });

  test('a count that is not asked for is not made', async () => {
    database.statements.splice(0);
    await graph.execute('{ earnings(first: 1) { nodes { units } } }');
    const without = database.statements.splice(0);
    await graph.execute('{ earnings(first: 1) { nodes { units } totalCount } }');
    expect(without.filter((sql) => /count|rows_added/.test(sql))).toEqual([]);
    expect(database.statements.splice(0)).toHaveLength(without.length + 1);
  });

  test('in a fraction of the time that counting takes', async () => {
    const listing = await listEarnings(graph.context(), { dataset: ['long'] }, null);
    const time = async (work: () => Promise<unknown>) => {
      await work();
      const began = performance.now();
      for (let i = 0; i < 15; i += 1) await work();
      return performance.now() - began;
    };
    const counting = await time(() => countListed(database.kysely, listing.rows));
    expect(counting / (await time(() => listing.tally!()))).toBeGreaterThan(2);
  });
});

describe('how many experts and projects a ledger has is counted once, until it changes:', () => {
  const query = `{ experts(filter: { dataset: "reversed" }, first: 1) { totalCount }
    dataset(slug: "reversed") { experts(first: 1) { totalCount } projects(first: 1) { totalCount } } }`;

  async function told(): Promise<number[]> {
    const { data } = await graph.execute(query);
    const { experts, dataset } = data as Record<'experts', { totalCount: number }> & {
      dataset: Record<'experts' | 'projects', { totalCount: number }>;
    };
    return [experts.totalCount, dataset.experts.totalCount, dataset.projects.totalCount];
  }

  async function there(): Promise<number[]> {
    const { rows } = await database.pool.query<{ experts: number; projects: number }>(
      `select (select count(*)::int from expert where dataset_id = dataset.id) as experts,
         (select count(*)::int from project where dataset_id = dataset.id) as projects
       from dataset where slug = 'reversed'`,
    );
    const { experts, projects } = rows[0]!;
    return [experts, experts, projects];
  }

  test('asked again, nothing is counted', async () => {
    expect(await told()).toEqual(await there());
    database.statements.splice(0);
    expect(await told()).toEqual(await there());
    expect(database.statements.filter((sql) => /count\(/.test(sql))).toEqual([]);
  });

  test('who comes with a release, and who is erased, is seen in the next answer', async () => {
    const before = await told();
    await importText(database, 'who,n,on,at\nnewcomer,1,2024-05-15,elsewhere\n', {
      slug: 'reversed',
      mapping,
      mode: 'APPEND',
      dataset: { protected: false },
    });
    const after = await told();
    expect(after).toEqual(before.map((count) => count + 1));
    expect(after).toEqual(await there());
    const { rows } = await database.pool.query<{ pseudonym: string }>(
      `select pseudonym from expert join dataset on dataset.id = dataset_id where slug = 'reversed' limit 1`,
    );
    await eraseExpert(database.pool, { slug: 'reversed', expert: rows[0]!.pseudonym });
    expect(await told()).toEqual(await there());
    expect((await told())[0]).toBe(before[0]);
  });
});
