import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from './open-graph.ts';

interface Found {
  experts: { nodes: { id: string }[] };
  projects: { nodes: { id: string }[] };
  earnings: { nodes: { id: string }[] };
  sectors: { id: string }[];
  id: string;
  release: { id: string };
}

let graph: OpenGraph;
let found: Found;
const within = { access: { mayReadLedgers: true } };

beforeAll(async () => {
  graph = await openGraph();
  const everything = `{ dataset(slug: "tscircuit") {
    id release { id } sectors { id }
    experts(first: 1) { nodes { id } } projects(first: 1) { nodes { id } } earnings(first: 1) { nodes { id } }
  } }`;
  found = (await graph.ask<{ dataset: Found }>(everything)).dataset;
  await graph.database.pool.query(`update dataset set protected = true where slug = 'tscircuit'`);
});
afterAll(() => graph.close());

const counts = `{
  datasets { totalCount } experts { totalCount } projects { totalCount } earnings { totalCount }
  sectors { totalCount } sources(filter: { search: "tscircuit" }) { nodes { datasets { slug } } }
}`;

describe('a protected ledger', () => {
  test('is left out of lists, in which who may read it finds it', async () => {
    const outside = await graph.execute(counts);
    const inside = await graph.execute(counts, {}, within);
    const difference = (field: string) => countOf(inside.data, field) - countOf(outside.data, field);
    const rows = await graph.database.pool.query<Record<string, number>>(`
      select count(distinct expert_id) as experts, count(distinct project_id) as projects, count(*) as earnings
      from earning where dataset_id = (select id from dataset where slug = 'tscircuit')`);
    expect(difference('datasets')).toBe(1);
    expect(difference('sectors')).toBe(found.sectors.length);
    for (const field of ['experts', 'projects', 'earnings'])
      expect(difference(field)).toBe(rows.rows[0]![field]);
    expect(outside.data?.['sources']).toEqual({ nodes: [{ datasets: [] }] });
    expect(inside.data?.['sources']).toEqual({ nodes: [{ datasets: [{ slug: 'tscircuit' }] }] });
  });

  test.each([
    '{ dataset(slug: "tscircuit") { id } }',
    '{ datasets(filter: { dataset: "tscircuit" }) { totalCount } }',
    '{ experts(filter: { dataset: "tscircuit" }) { totalCount } }',
    '{ projects(filter: { dataset: "tscircuit" }) { totalCount } }',
    '{ earnings(filter: { dataset: ["rte", "tscircuit"] }) { totalCount } }',
    '{ sectors(filter: { dataset: "tscircuit" }) { totalCount } }',
  ])('is refused where it is named: %s', async (query) => {
    const { errors } = await graph.execute(query);
    expect(errors?.[0]).toMatchObject({
      message: 'The dataset "tscircuit" is protected: reading it needs a key with the scope "ledger".',
      extensions: { code: 'FORBIDDEN' },
    });
    expect((await graph.execute(query, {}, within)).errors).toBeUndefined();
  });

  test('is refused by the id of anything in it', async () => {
    const rows = [found.experts, found.projects, found.earnings].map((list) => list.nodes[0]!);
    for (const { id } of [found, found.release, found.sectors[0]!, ...rows]) {
      const query =
        'query ($id: ID!) { node(id: $id) { id } expert(id: $id) { id } project(id: $id) { id } }';
      const outside = await graph.execute(query, { id });
      expect(Object.values(outside.data!)).toEqual([null, null, null]);
      expect(outside.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      const inside = await graph.execute(query, { id }, within);
      expect(inside.data?.['node']).toEqual({ id });
    }
  });

  test('is as if not there by the slug of a kind of its work', async () => {
    const { rows } = await graph.database.pool.query<{ slug: string }>(
      `select slug from sector where slug like 'tscircuit.%' limit 1`,
    );
    const query = `{ sector(slug: "${rows[0]!.slug}") { dataset { slug } } }`;
    expect((await graph.execute(query)).data).toEqual({ sector: null });
    expect((await graph.execute(query, {}, within)).data).toEqual({
      sector: { dataset: { slug: 'tscircuit' } },
    });
  });
});

test('a retired dataset is found by its slug, and listed only when asked for', async () => {
  await graph.database.pool.query(`update dataset set retired_at = now() where slug = 'rte'`);
  const data = await graph.ask(`{
    dataset(slug: "rte") { retiredAt } datasets { nodes { slug } }
    all: datasets(filter: { retired: true }) { nodes { slug } } experts(filter: { dataset: "rte" }) { totalCount }
  }`);
  expect(data['dataset']).toEqual({ retiredAt: expect.stringMatching(/Z$/) });
  expect(JSON.stringify(data['datasets'])).not.toContain('"rte"');
  expect(JSON.stringify(data['all'])).toContain('"rte"');
  expect(data['experts']).toEqual({ totalCount: 164 });
});

function countOf(data: Record<string, unknown> | null | undefined, field: string): number {
  return (data?.[field] as { totalCount: number }).totalCount;
}
