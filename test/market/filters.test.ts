import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

const idOf = (table: string, slug: string) => `(select id from ${table} where slug = '${slug}')`;
const professionOf = (code: string) => `(select id from profession where soc_code = '${code}')`;
const ofDataset = (slug: string) => `dataset_id = ${idOf('dataset', slug)}`;
const onProjectsOf = (role: string, slug: string) =>
  `project_id in (select id from project where ${role}_id = ${idOf('organisation', slug)})`;

type Conditions = [filter: string, where: string][];

/** Each condition of each filter, and what it means. */
const filters: [field: string, table: string, Conditions][] = [
  [
    'sources',
    'source',
    [
      ['kind: [PRESS, PAPER]', `kind in ('PRESS', 'PAPER')`],
      ['reliability: HIGH', `reliability = 'A'`],
      ['language: ["es", "fr"]', `language in ('es', 'fr')`],
      ['search: "decoder"', `title ilike '%decoder%' or publisher ilike '%decoder%'`],
    ],
  ],
  [
    'datasets',
    'dataset',
    [
      ['dataset: ["rte", "prism"]', `slug in ('rte', 'prism')`],
      ['kind: PUBLISHED', `kind = 'PUBLISHED'`],
      ['allotment: [CAPPED, ASSIGNED]', `allotment in ('CAPPED', 'ASSIGNED')`],
      ['measure: AMOUNT', `'AMOUNT' = any(measures)`],
    ],
  ],
  [
    'sectors',
    'sector',
    [
      ['slug: ["law", "finance"]', `slug in ('law', 'finance')`],
      ['shared: true', 'dataset_id is null'],
      ['shared: false', 'dataset_id is not null'],
      ['dataset: "openai-evals"', ofDataset('openai-evals')],
    ],
  ],
  [
    'professions',
    'profession',
    [
      ['profession: ["23-1011", "13-2051"]', `soc_code in ('23-1011', '13-2051')`],
      ['sector: "law"', `sector_id = ${idOf('sector', 'law')}`],
      ['majorGroup: ["13", "23"]', `soc_code ~ '^(13|23)-'`],
      ['jobZone: [4, 5, 99999]', 'job_zone in (4, 5)'],
      ['gdpval: true', 'gdpval'],
      ['observed: true', 'exists (select from pay_observation where profession_id = profession.id)'],
      ['observed: false', 'not exists (select from pay_observation where profession_id = profession.id)'],
      [
        'search: "Avocat"',
        `title_fr ~* '\\mavocat' or title_en ~* '\\mavocat' or id in (select profession_id from profession_name where name ~* '\\mavocat')`,
      ],
    ],
  ],
  [
    'organisations',
    'organisation',
    [
      ['role: [LABORATORY, EMPLOYER]', `roles && '{LABORATORY,EMPLOYER}'`],
      ['aggregate: true', 'aggregate'],
      ['search: "open"', `name ilike '%open%'`],
    ],
  ],
  [
    'payObservations',
    'pay_observation',
    [
      ['source: "bi-bankers-pay"', `source_id = ${idOf('source', 'bi-bankers-pay')}`],
      ['sector: ["finance", "law"]', `sector_id in (${idOf('sector', 'finance')}, ${idOf('sector', 'law')})`],
      ['profession: "23-1011"', `profession_id = ${professionOf('23-1011')}`],
      ['platform: "mercor"', `platform_id = ${idOf('organisation', 'mercor')}`],
      ['laboratory: "xai"', `laboratory_id = ${idOf('organisation', 'xai')}`],
      ['country: ["US", "KE"]', `country in ('US', 'KE')`],
      ['currency: "GBP"', `currency = 'GBP'`],
      ['kind: [SURVEY, COURT_FILING]', `kind in ('SURVEY', 'COURT_FILING')`],
      ['basis: TASK', `basis = 'TASK'`],
      ['reliability: [MEDIUM, LOW]', `source_id in (select id from source where reliability in ('B', 'C'))`],
      ['from: "2025-10"', `observed_on >= '2025-10' collate "C"`],
      ['to: "2025"', `left(observed_on, 4) <= '2025'`],
      [
        'from: "2025", to: "2025-06"',
        `observed_on like '2025%' and left(observed_on, 7) <= '2025-06' collate "C"`,
      ],
      ['templateBand: true', 'template_band'],
      ['sector: "law", basis: HOUR', `sector_id = ${idOf('sector', 'law')} and basis = 'HOUR'`],
    ],
  ],
  [
    'marketFacts',
    'market_fact',
    [
      ['source: "decoder-project-mercury"', `source_id = ${idOf('source', 'decoder-project-mercury')}`],
      ['organisation: "openai"', `organisation_id = ${idOf('organisation', 'openai')}`],
      ['metric: ["valuation", "revenue"]', `metric in ('valuation', 'revenue')`],
      ['unit: "USD"', `unit = 'USD'`],
      ['from: "2026"', `as_of >= '2026' collate "C"`],
      ['to: "2024"', `left(as_of, 4) <= '2024'`],
      ['search: "payout"', `subject ilike '%payout%' or metric ilike '%payout%'`],
    ],
  ],
  [
    'conversionEvidence',
    'conversion_evidence',
    [
      ['profession: "23-1011"', `profession_id = ${professionOf('23-1011')}`],
      [
        'sector: "law"',
        `profession_id in (select id from profession where sector_id = ${idOf('sector', 'law')})`,
      ],
      ['source: "arxiv-gdpval"', `source_id = ${idOf('source', 'arxiv-gdpval')}`],
      ['kind: [RECRUITMENT, PROGRAMME]', `kind <> 'BENCHMARK'`],
      ['scope: BENCHMARK_TOTAL', `row_kind = 'BENCHMARK_TOTAL'`],
      ['verified: SECONDARY', `verified = 'SECONDARY'`],
      ['expertBuilt: false', 'not expert_built'],
      ['from: "2026"', `released_on >= '2026' collate "C"`],
      ['to: "2024"', `left(released_on, 4) <= '2024'`],
    ],
  ],
  [
    'evaluations',
    'evaluation',
    [
      ['model: "GPT-5"', `model = 'GPT-5'`],
      ['source: "aiinsightdaily-gdpval"', `source_id = ${idOf('source', 'aiinsightdaily-gdpval')}`],
      ['atOrAboveExpertParity: true', 'at_or_above_expert_parity'],
      ['from: "2026"', `published_on >= '2026' collate "C"`],
      ['to: "2025"', `left(published_on, 4) <= '2025'`],
    ],
  ],
  [
    'projects',
    'project',
    [
      ['dataset: ["public-record", "mmteb"]', `${ofDataset('public-record')} or ${ofDataset('mmteb')}`],
      ['kind: BENCHMARK', `kind = 'BENCHMARK'`],
      ['sector: "law"', `sector_id = ${idOf('sector', 'law')}`],
      ['platform: "mercor"', `platform_id = ${idOf('organisation', 'mercor')}`],
      ['laboratory: "openai"', `laboratory_id = ${idOf('organisation', 'openai')}`],
      ['search: "GDP"', `name ilike '%gdp%'`],
    ],
  ],
  [
    'experts',
    'expert',
    [
      ['dataset: ["rte", "prism"]', `${ofDataset('rte')} or ${ofDataset('prism')}`],
      [
        'sector: "openai-evals.translation"',
        `id in (select expert_id from earning where sector_id = ${idOf('sector', 'openai-evals.translation')})`,
      ],
      ['profession: "23-1011"', `profession_id = ${professionOf('23-1011')}`],
      ['country: "US"', `country = 'US'`],
    ],
  ],
  [
    'earnings',
    'earning',
    [
      ['dataset: "squality"', ofDataset('squality')],
      ['sector: "openai-evals.translation"', `sector_id = ${idOf('sector', 'openai-evals.translation')}`],
      ['currency: "USD"', `currency = 'USD'`],
      ['from: "2025-01-01"', `period >= '2025-01-01'`],
      ['to: "2018-12-31"', `period <= '2018-12-31' and quarter > 0`],
      ['platform: "mercor"', onProjectsOf('platform', 'mercor')],
      ['laboratory: "openai"', onProjectsOf('laboratory', 'openai')],
      ['profession: "23-1011"', `profession_id = ${professionOf('23-1011')}`],
      ['country: "US"', `expert_id in (select id from expert where country = 'US')`],
    ],
  ],
];

describe.each(filters)('%s', (field, table, conditions) => {
  test.each(conditions)('where %s', async (filter, where) => {
    const query = `{ ${field}(filter: { ${filter} }) { totalCount nodes { id } } }`;
    const data = await graph.ask<Record<string, { totalCount: number }>>(query);
    const counted = await graph.database.pool.query<{ count: number }>(
      `select count(*) as count from ${table} where ${where}`,
    );
    expect(data[field]!.totalCount).toBe(counted.rows[0]!.count);
  });

  test('takes an empty list as none', async () => {
    const [first] = conditions[0]![0].split(':');
    const list = first === 'search' ? conditions[1]![0].split(':')[0] : first;
    const data = await graph.ask<Record<string, { totalCount: number }>>(
      `{ ${field}(filter: { ${list}: [] }) { totalCount nodes { id } } }`,
    );
    expect(data[field]).toEqual({ totalCount: 0, nodes: [] });
  });
});

test('a project narrows experts, earnings and facts to those that belong to it', async () => {
  const { projects } = await graph.ask<{ projects: { nodes: { id: string; contributors: number }[] } }>(`{
    projects(first: 1, filter: { dataset: "openai-evals" }, orderBy: { field: CONTRIBUTORS, direction: DESC }) {
      nodes { id contributors }
    }
  }`);
  const project = projects.nodes[0]!;
  const data = await graph.ask<
    Record<string, { totalCount: number; nodes?: { earnings: { totalCount: number } }[] }>
  >(
    `query ($id: [ID!]) {
      experts(filter: { project: $id }) { totalCount nodes { earnings(filter: { project: $id }) { totalCount } } }
      earnings(filter: { project: $id }) { totalCount }
      marketFacts(filter: { project: $id }) { totalCount }
    }`,
    { id: [project.id] },
  );
  expect(data['experts']!.totalCount).toBe(project.contributors);
  expect(data['earnings']!.totalCount).toBeGreaterThanOrEqual(project.contributors);
  expect(data['experts']!.nodes!.every(({ earnings }) => earnings.totalCount > 0)).toBe(true);
  expect(data['marketFacts']!.totalCount).toBe(0);
});
