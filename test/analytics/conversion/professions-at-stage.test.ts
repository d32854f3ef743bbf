import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from '../../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

interface Page {
  totalCount: number;
  nodes: { socCode: string; stage: string }[];
}

test('professions are listed by stage: as many as the stages count, each at the stage asked for', async () => {
  const { conversion } = await graph.ask<{
    conversion: { stages: { stage: string; professions: number }[] };
  }>('{ conversion { stages { stage professions } } }');
  for (const { stage, professions } of conversion.stages) {
    const data = await graph.ask<{ professions: Page }>(
      `query ($stage: [Stage!]) { professions(first: 100, filter: { stage: $stage }) { totalCount nodes { socCode stage } } }`,
      { stage },
    );
    expect(data.professions.totalCount).toBe(professions);
    for (const node of data.professions.nodes) expect(node.stage).toBe(stage);
  }
});

test('a stage goes with the other conditions', async () => {
  const data = await graph.ask<{ both: Page; law: Page; none: Page }>(`{
    law: professions(filter: { sector: "law" }) { totalCount nodes { socCode stage } }
    both: professions(filter: { sector: "law", stage: [CONVERTING, CONTESTED] }) { totalCount nodes { socCode stage } }
    none: professions(filter: { search: "lawyer", stage: UNTOUCHED }) { totalCount nodes { socCode stage } }
  }`);
  const late = data.law.nodes.filter(({ stage }) => /CONVERTING|CONTESTED/.test(stage));
  expect(late.length).toBeGreaterThan(0);
  expect(data.both.nodes).toEqual(late);
  expect(data.none.nodes.map(({ socCode }) => socCode)).not.toContain('23-1011');
});
