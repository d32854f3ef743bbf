import { afterAll, beforeAll, expect, test } from 'vitest';
import { examples } from '../../web/src/lib/api/examples.ts';
import { openGraph, type OpenGraph } from './open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

test('ten questions are offered to start from, each under a name of its own', () => {
  expect(examples).toHaveLength(10);
  expect(new Set(examples.map(({ name }) => name)).size).toBe(10);
});

test.each(examples)('the example $name is answered with data and without an error', async (example) => {
  const data = await graph.ask(example.query, example.variables);
  for (const field of Object.values(data)) expect(field).toBeTruthy();
  // An example that finds nothing teaches nothing.
  expect(JSON.stringify(data)).not.toMatch(/:\[\]/);
});
