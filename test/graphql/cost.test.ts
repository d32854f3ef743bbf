import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../server/graphql/cost/limits.ts';
import { openGraph, type OpenGraph } from './open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

async function costOf(query: string, variables?: Record<string, unknown>) {
  const { extensions, errors } = await graph.execute(query, variables);
  return { cost: extensions?.['cost'] as Record<string, number>, errors };
}

describe('what an operation may cost', () => {
  test.each([
    ['a single thing is a point', '{ sector(slug: "law") { name } }', 1, 1],
    ['a page is a point and one for each row', '{ sources(first: 7) { nodes { title } } }', 8, 8],
    ['edges cost what nodes cost', '{ sources(first: 7) { edges { node { title } } } }', 8, 8],
    ['a page without a size has 25 rows', '{ sources { nodes { title } } }', 26, 26],
    ['a last page counts by last', '{ sources(last: 3) { nodes { title } } }', 4, 4],
    ['a page of which only the count is asked has no rows', '{ sources(first: 100) { totalCount } }', 2, 2],
    [
      'nested sizes multiply',
      '{ sources(first: 4) { nodes { marketFacts(first: 5) { nodes { key } } } } }',
      29,
      null,
    ],
    [
      'a thing of each row counts once a row',
      '{ payObservations(first: 5) { nodes { source { slug } } } }',
      11,
      11,
    ],
    [
      'equal fields are merged',
      '{ sources(first: 3) { nodes { id } } sources(first: 3) { nodes { slug } } }',
      4,
      4,
    ],
    [
      'aliases are paid for each',
      '{ a: sources(first: 3) { nodes { id } } b: sources(first: 3) { nodes { id } } }',
      8,
      8,
    ],
    [
      'fragments are spread',
      '{ sources(first: 3) { ...F } } fragment F on SourceConnection { nodes { id } }',
      4,
      4,
    ],
    [
      'what is skipped is free',
      '{ sources(first: 3) @skip(if: true) { nodes { id } } sector(slug: "law") { id } }',
      1,
      1,
    ],
    ['the schema costs as much as it is work to tell', '{ __schema { types { name } } }', 200, 200],
    ['a type costs little, and its name nothing', '{ __typename __type(name: "Expert") { name } }', 5, 5],
  ])('%s', async (_name, query, requested, actual) => {
    const { cost, errors } = await costOf(query);
    expect(errors).toBeUndefined();
    expect(cost).toMatchObject({ requested, limit: limits.points, remaining: limits.points - requested });
    if (actual !== null) expect(cost['actual']).toBe(actual);
    expect(cost['actual']).toBeLessThanOrEqual(requested);
  });

  test('is never more than was said before, also of a list with more rows than is usual', async () => {
    const query = `{ dataset(slug: "mmteb") { concentrationBy(measure: UNITS, dimension: PROJECT) { concentration { contributors } } } }`;
    const { cost } = await costOf(query);
    const { dataset } = await graph.ask<{ dataset: { concentrationBy: unknown[] } }>(query);
    expect(dataset.concentrationBy.length).toBeGreaterThan(25);
    expect(cost['actual']).toBe(cost['requested']);
  });

  test('counts a size that a variable gives', async () => {
    const query = 'query ($size: Int = 2) { sources(first: $size) { nodes { id } } }';
    expect((await costOf(query)).cost['requested']).toBe(3);
    expect((await costOf(query, { size: 9 })).cost['requested']).toBe(10);
  });

  test('counts the ids that are asked for', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await costOf(query, { ids: ['a', 'b', 'c'] })).cost).toMatchObject({ requested: 3, actual: 0 });
  });

  test('counts the costliest of the types that an interface may be', async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Sector { professions(first: 9) { nodes { id } } } ... on Source { id } } }`;
    expect((await costOf(query, { id: 'x' })).cost['requested']).toBe(11);
  });

  test('can be asked for without running anything', async () => {
    const query =
      'query ($n: Int!) { experts(first: $n) { nodes { earnings(first: 100) { totalCount nodes { units } } } } }';
    const ask = `query ($query: String!, $variables: JSONObject) { costEstimate(query: $query, variables: $variables) {
      requested limit fits perMinute fields { path points argument pageSize fittingPageSize } } }`;
    graph.database.statements.length = 0;
    const fitting = await graph.ask<{ costEstimate: { requested: number } }>(ask, {
      query,
      variables: { n: 3 },
    });
    expect(graph.database.statements).toEqual([]);
    const { cost } = await costOf(query, { n: 3 });
    expect(fitting.costEstimate).toMatchObject({
      requested: cost['requested'],
      limit: limits.points,
      fits: true,
    });
    const { costEstimate } = await graph.ask<{ costEstimate: { fields: { fittingPageSize: number }[] } }>(
      ask,
      {
        query: query.replace('first: 100', 'first: 100, after: null'),
        variables: { n: 1000 },
      },
    );
    expect(costEstimate).toMatchObject({ fits: true });
    const large = await graph.ask<{ costEstimate: { fields: { path: string; fittingPageSize: number }[] } }>(
      ask,
      {
        query: '{ experts(first: 100) { nodes { earnings(first: 100) { nodes { project { name } } } } } }',
      },
    );
    expect(large.costEstimate).toMatchObject({
      requested: 20201,
      fits: false,
      perMinute: 0,
      fields: [
        { path: 'experts', argument: 'first', pageSize: 100, fittingPageSize: 99 },
        { path: 'experts.nodes.earnings' },
      ],
    });
  });

  test.each([
    ['{ nonsense', 'query is not GraphQL'],
    ['{ nonsense }', 'query does not fit the schema'],
    ['query ($n: Int!) { sources(first: $n) { totalCount } }', 'variables do not fit the query'],
    ['query A { rateLimit { limit } } query B { rateLimit { limit } }', 'operationName'],
  ])('of %s cannot be told, and it is said why', async (query, reason) => {
    const { errors } = await graph.execute(
      'query ($query: String!) { costEstimate(query: $query) { requested } }',
      {
        query,
      },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain(reason);
  });

  test('is said of an answer that failed, too', async () => {
    expect((await costOf('{ nonsense }')).cost).toMatchObject({
      requested: 0,
      actual: 0,
      remaining: limits.points,
    });
  });
});

describe('an operation that may cost too much', () => {
  test('is refused before it runs, with the page size that would fit', async () => {
    graph.database.statements.length = 0;
    const rows = (first: number) =>
      `{ experts(first: ${first}) { nodes { earnings(first: 100) { nodes { project { name } } } } } }`;
    const { cost, errors } = await costOf(rows(100));
    expect(errors?.[0]).toMatchObject({
      message:
        'The query may cost 20201 points; one request may cost 20000. The costliest field is experts: with first: 99 the query would fit.',
      extensions: {
        code: 'QUERY_TOO_COMPLEX',
        requested: 20201,
        limit: 20000,
        field: 'experts',
        pageSize: 99,
      },
    });
    expect(cost).toMatchObject({ requested: 20201, actual: 0, remaining: 0 });
    expect(graph.database.statements).toEqual([]);
    expect((await costOf(rows(99))).errors).toBeUndefined();
  });

  test.each([
    [
      `{ dataset(slug: "rte") { ${Array.from({ length: 45 }, (_, at) => `c${at}: concentration(measure: UNITS) { lorenz(points: 500) { measureShare } }`).join(' ')} } }`,
      { field: 'dataset.c0.lorenz' },
      /^.*\. The costliest field is dataset\.c0\.lorenz: ask for it in a query of its own/,
    ],
    [
      `{ dataset(slug: "rte") { ${Array.from({ length: 160 }, (_, at) => `c${at}: concentrationBy(measure: UNITS, dimension: SECTOR) { concentration { total } }`).join(' ')} } }`,
      { field: 'dataset.c0' },
      /The costliest field is dataset\.c0: ask for it in a query of its own, or for fewer like it\.$/,
    ],
    [
      '{ datasets(first: 40) { nodes { concentration(measure: UNITS) { lorenz(points: 501) { measureShare } } } } }',
      { field: 'datasets', pageSize: 36 },
      /with first: 36 the query would fit\.$/,
    ],
    [
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Dataset { concentrationBy(measure: UNITS, dimension: SECTOR) { concentration { gini { value } topShare(fraction: 0.2) { value } } } } } }',
      { field: 'nodes', argument: 'ids', pageSize: 99 },
      /with 99 ids the query would fit\.$/,
    ],
  ])('names what costs most, also where it is no page: $#', async (query, details, words) => {
    const { errors } = await costOf(query, { ids: Array.from({ length: 100 }, () => 'x') });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', ...details });
    expect(errors?.[0]?.message).toMatch(words);
  });

  test('a list beyond its bounds is told its bounds, not its price', async () => {
    const { errors } = await costOf(
      '{ dataset(slug: "rte") { concentration(measure: UNITS) { lorenz(points: 100000) { measureShare } } } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: 'points must be from 2 to 501, not 100000.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('is refused when it is too deep', async () => {
    const deep = `{ datasets { nodes { ${'source { datasets { '.repeat(12)} id ${'} }'.repeat(12)} } } }`;
    expect((await costOf(deep)).errors?.[0]?.message).toMatch(
      /^The query is more than 24 levels deep, at datasets\.nodes/,
    );
  });

  test('is refused when it has too many aliases', async () => {
    const many = Array.from({ length: limits.aliases + 1 }, (_, at) => `a${at}: __typename`).join(' ');
    expect((await costOf(`{ ${many} }`)).errors?.[0]?.message).toBe(
      'The query has 251 aliases; one request may have 250.',
    );
  });

  test('is refused when its fragments would multiply without end', async () => {
    const levels = Array.from({ length: 20 }, (_, at) => {
      const below =
        at === 19 ? 'id' : `source { a: datasets { ...F${at + 1} } b: datasets { ...F${at + 1} } }`;
      return `fragment F${at} on Dataset { ${below} }`;
    });
    const { errors } = await costOf(`{ dataset(slug: "rte") { ...F0 } } ${levels.join(' ')}`);
    expect(errors?.[0]?.extensions?.['code']).toBe('QUERY_TOO_COMPLEX');
  });
});
