import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../../server/simulation/simulate.ts';
import { publishLedger } from '../analytics/earning-filter/publish-ledger.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

interface Listed {
  totalCount: number;
  nodes: { key: string; startedOn: string; id: string }[];
}

const disputes = async (given = '') =>
  (
    await graph.ask<{ disputes: Listed }>(
      `{ disputes(first: 100${given}) { totalCount nodes { id key startedOn } } }`,
    )
  ).disputes;
const count = async (sql: string) =>
  Number(
    (await graph.database.pool.query<{ count: number }>(`select count(*) as count from ${sql}`)).rows[0]!
      .count,
  );

test('disputes are listed newest first and found again by their ids', async () => {
  const { nodes, totalCount } = await disputes();
  expect(totalCount).toBe(await count('dispute'));
  expect(nodes.map(({ startedOn }) => startedOn)).toEqual(
    nodes
      .map(({ startedOn }) => startedOn)
      .toSorted()
      .reverse(),
  );
  const { node } = await graph.ask<{ node: object }>(
    `{ node(id: "${nodes[0]!.id}") { ... on Dispute { key account(locale: FR) organisations { slug } source { slug } } } }`,
  );
  expect(node).toMatchObject({ key: nodes[0]!.key });
});

test.each([
  ['kind: TRADE_SECRETS', `dispute where kind = 'TRADE_SECRETS'`],
  ['state: [SETTLED, DROPPED]', `dispute where state in ('SETTLED', 'DROPPED')`],
  [
    'organisation: ["mercor"]',
    `dispute where (select id from organisation where slug = 'mercor') = any(organisation_ids)`,
  ],
  ['from: "2025-06", to: "2025"', `dispute where started_on >= '2025-06' and left(started_on, 4) = '2025'`],
])('the filter %s keeps what SQL keeps', async (filter, where) => {
  const expected = await count(where);
  expect(expected).toBeGreaterThan(0);
  expect((await disputes(`, filter: { ${filter} }`)).totalCount).toBe(expected);
});

test('positions come in the order in which they were taken, each with its source', async () => {
  const { ownershipPositions } = await graph.ask<{
    ownershipPositions: { nodes: { saidOn: string; source: object; dispute: { key: string } | null }[] };
  }>(
    `{ ownershipPositions(first: 100) { nodes { saidOn side role holder statement(locale: FR) source { slug } dispute { key } } } }`,
  );
  const dates = ownershipPositions.nodes.map(({ saidOn }) => saidOn);
  expect(dates).toEqual(dates.toSorted());
  const { only } = await graph.ask<{ only: { totalCount: number } }>(
    `{ only: ownershipPositions(filter: { dispute: "scale-v-mercor" }) { totalCount } }`,
  );
  expect(only.totalCount).toBe(
    ownershipPositions.nodes.filter(({ dispute }) => dispute?.key === 'scale-v-mercor').length,
  );
});

test('the matrix of know-how counts every background once, offers and reports apart', async () => {
  const { knowHow } = await graph.ask<{
    knowHow: {
      offers: number;
      withBackground: number;
      withFormerEmployer: number;
      cells: {
        kind: string;
        formerEmployer: string | null;
        offers: number;
        reports: number;
        sector: { slug: string };
      }[];
      provenance: { n: number };
    };
  }>(`{ knowHow { offers withBackground withFormerEmployer provenance { n }
    cells { kind formerEmployer offers reports sector { slug } } } }`);
  expect(knowHow.offers).toBe(await count('pay_observation'));
  expect(knowHow.withBackground).toBeLessThan(knowHow.offers);
  expect(knowHow.provenance.n).toBe(knowHow.withBackground);
  const sum = (pick: 'offers' | 'reports') => knowHow.cells.reduce((total, cell) => total + cell[pick], 0);
  expect(sum('offers') + sum('reports')).toBe(await count('know_how_background'));
  for (const { kind, formerEmployer } of knowHow.cells)
    expect(formerEmployer !== null).toBe(kind === 'FORMER_EMPLOYER');
});

test('backgrounds name former employers, which can be asked for', async () => {
  const { backgrounds } = await graph.ask<{ backgrounds: { nodes: { employers: { slug: string }[] }[] } }>(
    `{ backgrounds(filter: { employer: "goldman-sachs" }) { nodes { key years yearsBasis employers { slug }
       payObservation { key } project { key } sector { slug } source { slug } } } }`,
  );
  expect(backgrounds.nodes.length).toBeGreaterThan(1);
  for (const { employers } of backgrounds.nodes)
    expect(employers.map(({ slug }) => slug)).toContain('goldman-sachs');
});

test('an organisation lists the disputes that concern it, and no other', async () => {
  const { organisation } = await graph.ask<{ organisation: { disputes: Listed } }>(
    `{ organisation(slug: "mercor") { disputes(first: 100) { totalCount nodes { id key startedOn } } } }`,
  );
  const { nodes } = await disputes(', filter: { organisation: ["mercor"] }');
  expect(organisation.disputes.nodes.map(({ key }) => key)).toEqual(nodes.map(({ key }) => key));
  expect(organisation.disputes.totalCount).toBeGreaterThan(2);
});

describe('where the experts of a ledger worked before', () => {
  interface Counted {
    formerEmployer: string;
    experts: number;
    bySector: { experts: number; sector: { slug: string } | null }[];
  }
  const asked = (slug: string) =>
    `{ dataset(slug: "${slug}") { formerEmployers { formerEmployer experts bySector { experts sector { slug } } } } }`;

  beforeAll(async () => {
    await simulate(graph.database, { slug: 'market', experts: 300, earnings: 3000, seed: 5 });
    const rows = Array.from({ length: 12 }, (_, index) => ({ expert: `e${index}`, units: 1 }));
    await publishLedger(graph.database, 'kept', rows, { protected: true });
  });

  test('is counted once an expert, and once for each sector that they work in, as the entries themselves say', async () => {
    const { dataset } = await graph.ask<{ dataset: { formerEmployers: Counted[] } }>(asked('market'));
    const told = dataset.formerEmployers.flatMap(({ formerEmployer, experts, bySector }) => [
      `${formerEmployer} ${experts}`,
      ...bySector.map((one) => `${formerEmployer} ${one.sector?.slug} ${one.experts}`),
    ]);
    const { rows } = await graph.database.pool.query<{ line: string }>(`
      with worked as (
        select distinct earning.expert_id, expert.former_employer as kind, sector.slug
        from earning join expert on expert.id = earning.expert_id
        join dataset on dataset.id = expert.dataset_id and dataset.slug = 'market'
        left join sector on sector.id = earning.sector_id
      )
      select kind || ' ' || count(distinct expert_id) as line from worked group by kind
      union all select kind || ' ' || slug || ' ' || count(*) from worked group by kind, slug`);
    expect(told.length).toBeGreaterThan(20);
    expect(told.toSorted()).toEqual(rows.map(({ line }) => line).toSorted());
    const most = dataset.formerEmployers.map(({ experts }) => experts);
    expect(most).toEqual(most.toSorted((a, b) => b - a));
  });

  test('is offered of the ledgers that record it, and told of no protected one', async () => {
    const { knowHow } = await graph.ask<{ knowHow: { ledgers: { slug: string }[] } }>(
      '{ knowHow { ledgers { slug } } }',
    );
    expect(knowHow.ledgers).toEqual([{ slug: 'market' }]);
    await expect(graph.ask(asked('kept'))).rejects.toThrow(/FORBIDDEN/);
  });
});
