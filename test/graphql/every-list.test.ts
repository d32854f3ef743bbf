import { getNamedType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from './open-graph.ts';
import type { Samples } from './schema-walk/samples.ts';
import { everyField } from './schema-walk/walk.ts';

let graph: OpenGraph;
let samples: Samples;
beforeAll(async () => {
  graph = await openGraph();
  const { dataset } = await graph.ask<{ dataset: Record<string, { nodes: { id: string }[] }> }>(
    `{ dataset(slug: "tscircuit") { experts(first: 1) { nodes { id } } projects(first: 1) { nodes { id } } } }`,
  );
  const [expert, project] = ['experts', 'projects'].map((list) =>
    JSON.stringify(dataset[list]!.nodes[0]!.id),
  );
  samples = {
    'Query.dataset.slug': '"tscircuit"',
    'Query.sector.slug': '"law"',
    'Query.claim.slug': '"top-contributors"',
    'Query.organisation.slug': '"mercor"',
    'Query.source.slug': '"bls-oews-2025"',
    'Query.expert.id': expert!,
    'Query.project.id': project!,
    id: '"none"',
    ids: '[]',
    fraction: '0.2',
    measure: 'UNITS',
    dimension: 'SECTOR',
    requirements: '{}',
    ConcentrationSide: '{ dataset: "tscircuit", measure: UNITS }',
    groupBy: 'PLATFORM',
    socCode: '"23-1011"',
    text: '"lawyer"',
    query: '"{ __typename }"',
  };
});
afterAll(() => graph.close());

/** How many statements the question sends once what a process keeps is kept. */
async function statementsOf(query: string): Promise<number> {
  graph.database.statements.length = 0;
  await graph.execute(query, {}, { access: { mayReadLedgers: true, mayAdminister: true, scope: 'admin' } });
  return graph.database.statements.length;
}

/** Whose things are mostly null: the first rows have none, so that nothing is read for them, and later ones have. */
const rare = new Set([
  'Background.employers',
  'Background.payObservation',
  'PayObservation.laboratory',
  'PayObservation.profession',
]);

test('no field of the schema takes more statements for more rows, and every list takes as many as are said here', async () => {
  const [few, many] = [everyField(graph.schema, samples, 3, 2), everyField(graph.schema, samples, 30, 10)];
  const more: string[] = [];
  const lists: Record<string, number> = {};
  for (const [i, { type, fields, query }] of few.entries()) {
    const larger = many[i]!.query;
    const field = graph.schema.getType(type);
    const [name = ''] = fields;
    const gives = field && 'getFields' in field ? getNamedType(field.getFields()[name]!.type).name : '';
    if (query === larger) continue;
    for (const first of [query, larger]) await statementsOf(first);
    const [small, large] = [await statementsOf(query), await statementsOf(larger)];
    if (small !== large && !rare.has(`${type}.${fields.join()}`))
      more.push(`${type}.${fields.join()}: ${small} → ${large}`);
    if (gives.endsWith('Connection')) lists[`${type}.${name}`] = large;
  }
  expect(more).toEqual([]);
  expect(lists).toMatchInlineSnapshot(`
    {
      "Dataset.earnings": 5,
      "Dataset.experts": 3,
      "Dataset.projects": 4,
      "Dataset.rankedExperts": 2,
      "Dataset.releases": 4,
      "Expert.earnings": 5,
      "Organisation.disputes": 3,
      "Organisation.marketFacts": 3,
      "Organisation.payObservations": 3,
      "Organisation.projects": 5,
      "PayRate.observations": 2,
      "Profession.evidence": 3,
      "Profession.payObservations": 3,
      "Project.earnings": 6,
      "Project.evaluations": 4,
      "Project.evidence": 4,
      "Project.marketFacts": 4,
      "Query.auditLog": 2,
      "Query.backgrounds": 2,
      "Query.conversionEvidence": 2,
      "Query.datasets": 3,
      "Query.disputes": 2,
      "Query.earnings": 4,
      "Query.evaluations": 2,
      "Query.experts": 2,
      "Query.marketFacts": 2,
      "Query.organisations": 2,
      "Query.ownershipPositions": 2,
      "Query.payObservations": 2,
      "Query.professions": 5,
      "Query.projects": 3,
      "Query.sectors": 3,
      "Query.sources": 3,
      "Sector.professions": 7,
      "Source.evidence": 3,
      "Source.marketFacts": 3,
      "Source.payObservations": 3,
    }
  `);
}, 120_000);
