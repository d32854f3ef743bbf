import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTraces } from '../../server/telemetry/traces.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { openApp } from '../http/support.ts';
import { openCollector, type CollectedSpan } from './collector.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

const secret = 'Geheimnis-4711';
const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

/** What a collector was sent of three requests, two of them at once. */
async function collect(): Promise<{ spans: CollectedSpan[]; sent: string }> {
  const collector = await openCollector();
  const traces = await startTraces(collector.endpoint);
  const { url } = await openApp({ graph, traces, config: { trustProxy: true } });
  const headers = {
    'content-type': 'application/json',
    'x-forwarded-for': '192.0.2.77',
    traceparent: `00-${trace}-00f067aa0ba902b7-01`,
  };
  const ask = async (query: string, variables: object) => {
    const body = JSON.stringify({ query, variables });
    await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).text();
  };
  const search =
    'query Find($text: String) { sources(first: 2, filter: { search: $text }) { nodes { title } } }';
  await Promise.all([
    ask(search, { text: secret }),
    ask(`{ sectors(first: 2) { nodes { name } } sector(slug: "${secret}") { name } }`, {}),
  ]);
  await (await fetch(`${url}/graphql?query={claim(slug:"${secret}"){slug}}`, { headers })).text();
  await traces.stop();
  collector.close();
  return { spans: collector.spans, sent: collector.bodies.join('') };
}

test('a request has a span, which holds its operation, which holds its statements', async () => {
  const { spans } = await collect();
  const requests = spans.filter(({ name }) => / \/graphql$/.test(name));
  expect(requests.map(({ name }) => name).sort()).toEqual(['GET /graphql', 'POST /graphql', 'POST /graphql']);
  const operations = spans.filter(({ name }) => name === 'query other');
  expect(new Set(operations.map(({ parentSpanId }) => parentSpanId))).toEqual(
    new Set(requests.map(({ spanId }) => spanId)),
  );
  const statements = spans.filter(({ name }) => /^select /.test(name));
  expect(statements.length).toBeGreaterThanOrEqual(4);
  const within = new Set(operations.map(({ spanId }) => spanId));
  for (const { parentSpanId } of statements) expect(within).toContain(parentSpanId);
  const [sectors] = statements.filter(({ name }) => name === 'select sector');
  expect(sectors?.attributes.find(({ key }) => key === 'db.system.name')?.value.stringValue).toBe(
    'postgresql',
  );
});

test('it goes on with the trace that a believed proxy names', async () => {
  const { spans } = await collect();
  expect(spans.length).toBeGreaterThan(6);
  for (const { traceId } of spans) expect(traceId).toBe(trace);
});

test('nothing of what was asked, nor who asked, is sent', async () => {
  const { sent } = await collect();
  expect(sent).toContain('db.query.text');
  for (const word of [secret, secret.toLowerCase(), '192.0.2.77']) expect(sent).not.toContain(word);
});
