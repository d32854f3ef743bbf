import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphSchema } from '../../server/graphql/schema.ts';
import { openGraph, type OpenGraph } from './open-graph.ts';

interface PageAnswer {
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

const schema = await graphSchema();
const connections = connectionsOf(schema.getQueryType()!);
/** Long lists are walked in part: the rest is more of the same. */
const filters: Record<string, string> = {
  earnings: `filter: { dataset: ["tscircuit"] }`,
  projects: 'filter: { dataset: ["public-record", "tscircuit", "openai-evals"] }',
  experts: 'filter: { dataset: ["rte", "tscircuit"], currency: "USD" }',
};

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

/** The lists of nodes; those of rows without an id (a log, a ranking) are walked where they are tested. */
function connectionsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ type: list }) => {
    const connection = getNamedType(list);
    if (!connection.name.endsWith('Connection') || !isObjectType(connection)) return false;
    const row = getNamedType(connection.getFields()['nodes']!.type);
    return (
      isInterfaceType(row) || (isObjectType(row) && row.getInterfaces().some(({ name }) => name === 'Node'))
    );
  });
}

function ordersOf(field: GraphQLField<unknown, unknown>): string[] {
  const order = field.args.find(({ name }) => name === 'orderBy');
  const input = order && getNamedType(order.type);
  const fields = isInputObjectType(input) ? getNamedType(input.getFields()['field']!.type) : undefined;
  if (!isEnumType(fields)) return [''];
  return fields
    .getValues()
    .flatMap(({ name }) =>
      ['ASC', 'DESC'].map((direction) => `orderBy: { field: ${name}, direction: ${direction} }`),
    );
}

async function readPage(field: string, order: string, page: string): Promise<PageAnswer> {
  const data = await graph.ask<Record<string, PageAnswer>>(`{
    ${field}(${page} ${order} ${filters[field] ?? ''}) {
      edges { cursor node { ... on Node { id } } } nodes { id } totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`);
  return data[field]!;
}

async function walkForwards(field: string, order: string, size: number): Promise<string[]> {
  const ids: string[] = [];
  let after = '';
  for (;;) {
    const page = await readPage(field, order, `first: ${size} ${after}`);
    expect(page.nodes).toEqual(page.edges.map(({ node }) => node));
    expect(page.pageInfo.hasPreviousPage).toBe(after !== '');
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor ?? null);
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) {
      expect(ids).toHaveLength(page.totalCount);
      return ids;
    }
    after = `after: "${page.pageInfo.endCursor}"`;
  }
}

async function walkBackwards(field: string, order: string, size: number): Promise<string[]> {
  const ids: string[] = [];
  let before = '';
  for (;;) {
    const page = await readPage(field, order, `last: ${size} ${before}`);
    expect(page.pageInfo.hasNextPage).toBe(before !== '');
    ids.unshift(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasPreviousPage) return ids;
    before = `before: "${page.pageInfo.startCursor}"`;
  }
}

describe.each(connections.map((field) => [field.name, field] as const))('%s', (name, field) => {
  test.each(ordersOf(field))('gives every row once, forwards and backwards, %s', async (order) => {
    const forwards = await walkForwards(name, order, 97);
    expect(new Set(forwards).size).toBe(forwards.length);
    expect(forwards.length).toBeGreaterThan(1);
    expect(await walkBackwards(name, order, 89)).toEqual(forwards);
  });
});

test('a page between two cursors holds what lies between them', async () => {
  const { edges } = await readPage('sources', '', 'first: 10');
  const between = await readPage(
    'sources',
    '',
    `first: 100 after: "${edges[2]!.cursor}" before: "${edges[7]!.cursor}"`,
  );
  expect(between.nodes).toEqual(edges.slice(3, 7).map(({ node }) => node));
  expect(between.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
});

/** Parents that are few enough to compare one by one, by type. */
const parents: [string, string][] = [
  ['Dataset', 'datasets(first: 100)'],
  ['Sector', 'sectors(first: 20)'],
  ['Profession', 'professions(first: 40, filter: { observed: true })'],
  ['Organisation', 'organisations(first: 100)'],
  ['Project', 'projects(first: 100, filter: { dataset: ["public-record", "tscircuit"] })'],
  ['Source', 'sources(first: 100)'],
  ['Expert', 'experts(first: 10, filter: { dataset: "tscircuit" })'],
];

describe.each(parents)('the lists of %s', (type, list) => {
  const parent = schema.getType(type);
  const fields = isObjectType(parent) ? connectionsOf(parent).map(({ name }) => name) : [];

  test.each(fields)('%s is the same read for all at once as read for each by itself', async (field) => {
    const selection = `${field}(first: 3) { nodes { id } totalCount pageInfo { hasNextPage endCursor } }`;
    const root = list.slice(0, list.indexOf('('));
    const all = await graph.ask<Record<string, { nodes: Record<string, unknown>[] }>>(
      `{ ${list} { nodes { id ${selection} } } }`,
    );
    const nodes = all[root]!.nodes;
    expect(nodes.some((node) => (node[field] as PageAnswer).nodes.length > 0)).toBe(true);
    for (const node of nodes.slice(0, 12)) {
      const alone = await graph.ask<{ node: unknown }>(
        `query ($id: ID!) { node(id: $id) { ... on ${type} { id ${selection} } } }`,
        {
          id: node['id'],
        },
      );
      expect(alone.node).toEqual(node);
    }
  });
});
