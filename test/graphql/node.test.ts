import { isInterfaceType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeId } from '../../server/graphql/node-id.ts';
import { graphSchema } from '../../server/graphql/schema.ts';
import { openGraph, type OpenGraph } from './open-graph.ts';

const schema = await graphSchema();
const node = schema.getType('Node');
const nouns = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];

/** Not nodes: a frozen figure's id is made of its content, a job's is forgotten with it; fields of their own take them. */
const addressed = ['Figure', 'BulkExport'];

/** Tables that are named otherwise than their noun. */
const tables: Record<string, string> = { Background: 'know_how_background' };

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

test('whatever has an id is a node, or has it as its public address', () => {
  const withId = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && 'id' in type.getFields(),
  );
  expect(withId.map(({ name }) => name).toSorted()).toEqual([...nouns, ...addressed].toSorted());
});

test.each(nouns)('%s is found again by its id', async (noun) => {
  const table = tables[noun] ?? noun.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  const { rows } = await graph.database.pool.query<{ key: string }>(
    noun === 'Earning'
      ? `select expert_id || '.' || period || '.' || id as key from earning limit 1`
      : `select id::text as key from ${table} limit 1`,
  );
  const id = nodeId(noun, rows[0]!.key);
  const data = await graph.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id });
  expect(data['node']).toEqual({ id, __typename: noun });
});

test.each(nouns)('%s of an id beyond every row is nothing, not a fault', async (noun) => {
  const keys = ['2147483648', '9007199254740991', '1.2025-99-99.1', '99999999999999999999.2025-01-01.1'];
  const ids = keys.map((key) => nodeId(noun, key));
  const data = await graph.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(data['nodes']).toEqual(ids.map(() => null));
});
