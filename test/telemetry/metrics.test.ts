import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Meter } from '../../server/access/index.ts';
import { documentsOfPages } from '../../server/graphql/persisted-documents.ts';
import { mostBytesOf } from '../../server/signals/caches.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { openApp } from '../http/support.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

async function open(meter = new Meter()) {
  const { url } = await openApp({ graph, pool: graph.database.pool, meter });
  const ask = async (query: string, variables: object = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    await response.text();
  };
  const told = async () => (await fetch(`${url}/metrics`)).text();
  return { url, ask, told };
}

/** The value of one line; 0 where it is not there. */
function valueOf(text: string, line: string): number {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return Number(found?.split(' ').at(-1) ?? 0);
}

test('operations are counted with their time, points and SQL: our own by name, all others as one', async () => {
  const { ask, told } = await open();
  const own = documentsOfPages().find((text) => /query Sources\b/.test(text)) ?? documentsOfPages()[0]!;
  const name = /query (\w+)/.exec(own)![1]!;
  await ask(own);
  await ask('query Mine { sectors(first: 3) { nodes { name } } }');
  // A name alone is nobody's: the text has to be ours.
  await ask(`query ${name} { sectors(first: 4) { nodes { name } } }`);
  const text = await told();
  expect(valueOf(text, `graphql_operation_duration_seconds_count{operation="${name}"}`)).toBe(1);
  expect(valueOf(text, 'graphql_operation_duration_seconds_count{operation="other"}')).toBe(2);
  expect(text).not.toContain('Mine');
  expect(valueOf(text, 'graphql_cost_points_total{operation="other",counted="requested"}')).toBe(9);
  expect(valueOf(text, 'graphql_cost_points_total{operation="other",counted="actual"}')).toBe(9);
  expect(valueOf(text, 'sql_statement_duration_seconds_count{operation="other"}')).toBe(4);
  expect(valueOf(text, 'sql_statement_duration_seconds_sum{operation="other"}')).toBeGreaterThan(0);
});

test('what was refused is counted by code, wherever it was refused', async () => {
  const { url, ask, told } = await open(new Meter({ anonymous: 40, read: 1, ledger: 1, admin: 1 }));
  await ask('{ nonsense }');
  await fetch(`${url}/graphql`, { method: 'DELETE' });
  await ask('{ sources(first: 100) { nodes { title } } }');
  for (let i = 0; i < 40; i++) await ask('{ __typename }');
  const text = await told();
  expect(valueOf(text, 'errors_told_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(valueOf(text, 'errors_told_total{code="METHOD_NOT_ALLOWED"}')).toBe(1);
  expect(valueOf(text, 'errors_told_total{code="RATE_LIMITED"}')).toBeGreaterThan(3);
});

test('caches and connections are counted', async () => {
  const { url, ask, told } = await open();
  const query = '{ sectors(first: 1) { nodes { slug } } }';
  await ask(query);
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
  const known = new URLSearchParams({ extensions: JSON.stringify({ persistedQuery }) });
  const sent = new URLSearchParams({ query, extensions: JSON.stringify({ persistedQuery }) });
  for (const search of [known, sent, known]) await (await fetch(`${url}/graphql?${search}`)).text();
  const text = await told();
  expect(valueOf(text, 'cache_requests_total{cache="persisted documents",result="miss"}')).toBe(1);
  expect(valueOf(text, 'cache_requests_total{cache="persisted documents",result="hit"}')).toBe(1);
  expect(valueOf(text, 'sql_pool_connections{state="idle"}')).toBeGreaterThan(0);
  expect(valueOf(text, 'sql_pool_connections{state="waiting"}')).toBe(0);
});

test('every cache that keeps bytes has a bound, together a third of what a server may take, and tells what it holds', async () => {
  const { ask, told } = await open();
  const question = '{ dataset(slug: "mmteb") { concentration(measure: UNITS) { gini { value } } } }';
  await ask(question);
  await ask(question);
  const text = await told();
  const bounds = Object.entries(mostBytesOf);
  for (const [cache, bytes] of bounds) {
    expect(valueOf(text, `cache_most_bytes{cache="${cache}"}`), cache).toBe(bytes);
    expect(valueOf(text, `cache_held_bytes{cache="${cache}"}`), cache).toBeLessThanOrEqual(bytes);
  }
  expect(bounds.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(200 * 2 ** 20);
  expect(valueOf(text, 'cache_held_bytes{cache="cells"}')).toBeGreaterThan(0);
  expect(valueOf(text, 'cache_requests_total{cache="cells",result="hit"}')).toBeGreaterThan(0);
});

test('no caller can make the labels many', async () => {
  const { url, ask, told } = await open();
  const before = (await told()).split('\n').length;
  for (let i = 0; i < 30; i++) {
    await ask(`query Name${i} { sector(slug: "none-${i}") { name } }`);
    await fetch(`${url}/nowhere/${i}?a=${i}`);
    await fetch(`${url}/graphql`, { method: 'GET', headers: { accept: `text/${i}` } });
  }
  const text = await told();
  expect(text.split('\n').length - before).toBeLessThan(150);
  expect(text).not.toMatch(/Name\d|none-\d|nowhere/);
});
