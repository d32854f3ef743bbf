import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { Meter } from '../../server/access/index.ts';
import { tools } from '../../server/mcp/tools.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { openApp } from '../http/support.ts';

interface Told {
  data: Record<string, Record<string, unknown>> | null;
  errors?: { message: string; code: string }[];
  address: string;
  query: string;
  cost: { requested: number; remaining: number };
}

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
  await graph.database.pool.query(`update dataset set protected = true where slug = 'rte'`);
});
afterAll(() => graph.close());

async function open({ key, meter }: { key?: string; meter?: Meter } = {}) {
  const { url } = await openApp({ graph, ...(meter && { meter }) });
  const client = new Client({ name: 'test', version: '1' });
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  onTestFinished(() => client.close());
  const call = async (name: string, given: Record<string, unknown> = {}) => {
    const result = await client.callTool({ name, arguments: given });
    return { result, told: result.structuredContent as unknown as Told };
  };
  return { url, client, call };
}

const calls: [string, Record<string, unknown>][] = [
  ['list_ledgers', {}],
  ['concentration', { ledger: 'tscircuit', measure: 'UNITS' }],
  ['key_experts', { ledger: 'tscircuit', measure: 'UNITS' }],
  ['pay_benchmark', { socCode: '23-1011' }],
  ['conversion', {}],
  ['market_facts', { metric: ['valuation'], first: 3 }],
  ['claims', {}],
  ['search_profession', { text: 'heart doctor' }],
];

test('every tool is listed, with what it takes', async () => {
  const { client } = await open();
  const listed = await client.listTools();
  expect(listed.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  for (const { inputSchema, annotations } of listed.tools) {
    expect(inputSchema.type).toBe('object');
    expect(annotations?.readOnlyHint).toBe(true);
  }
});

test.each(calls)('%s is answered with where it stands and what it cost', async (name, given) => {
  const { url, call } = await open();
  const { told, result } = await call(name, given);
  expect(told.errors).toBeUndefined();
  expect(result.isError).toBe(false);
  expect(told.address.startsWith(`${url}/`)).toBe(true);
  expect(told.cost.requested).toBeGreaterThan(0);
  expect(JSON.stringify(told.data)).toMatch(/"(citation|url|socCode)":"/);
});

test.each(calls)(
  'every number of %s stands beside its source, its dataset and its release',
  async (name, given) => {
    const { call } = await open();
    const { told } = await call(name, given);
    const without = numbersWithout(told.data);
    expect(without).toEqual([]);
  },
);

test('its answers say what is left of the minute, as those of the API do', async () => {
  const { url } = await openApp({
    graph,
    meter: new Meter({ anonymous: 1000, read: 9, ledger: 9, admin: 9 }),
  });
  const send = (method: string, params: object) =>
    fetch(`${url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
  const listed = await send('tools/list', {});
  expect(listed.headers.get('ratelimit-policy')).toBe('"anonymous";q=1000;w=60');
  const before = Number(listed.headers.get('ratelimit-remaining'));
  const called = await send('tools/call', { name: 'conversion', arguments: {} });
  const { result } = (await called.json()) as { result: { structuredContent: Told } };
  expect(called.headers.get('ratelimit-remaining')).toBe(String(result.structuredContent.cost.remaining));
  expect(result.structuredContent.cost.remaining).toBeLessThan(before);
});

test('a number is the one that the API gives, with release, licence and citation', async () => {
  const { call } = await open();
  const { told } = await call('concentration', { ledger: 'tscircuit', measure: 'UNITS' });
  const asked = await graph.ask<{ dataset: { concentration: unknown } }>(
    `{ dataset(slug: "tscircuit") { concentration(measure: UNITS) { gini { value } provenance { release licence citation } } } }`,
  );
  expect(told.data?.['dataset']?.['concentration']).toMatchObject(asked.dataset.concentration as object);
});

test('what does not fit, or may not be read, is refused under the code of the API', async () => {
  const { call } = await open();
  const wrong = await call('concentration', { ledger: 'tscircuit', measure: 'SMILES' });
  expect(wrong.result.isError).toBe(true);
  const hidden = await call('concentration', { ledger: 'rte', measure: 'UNITS' });
  expect(hidden.told.errors?.[0]?.code).toBe('FORBIDDEN');
  const { call: withKey } = await open({ key: 'ledger' });
  expect((await withKey('concentration', { ledger: 'rte', measure: 'UNITS' })).told.errors).toBeUndefined();
});

test('an argument of another name is told, not left out', async () => {
  const { call, client } = await open();
  const { result } = await call('pay_benchmark', { socCode: '23-1011', countryCode: 'DE' });
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result.content)).toContain('countryCode');
  const { tools: listed } = await client.listTools();
  for (const { inputSchema } of listed) expect(inputSchema['additionalProperties']).toBe(false);
});

test('the points of a minute are the same purse', async () => {
  const { call } = await open({ meter: new Meter({ anonymous: 60, read: 60, ledger: 60, admin: 60 }) });
  expect((await call('list_ledgers')).told.errors?.[0]?.code).toBe('RATE_LIMITED');
});

test('it is spoken to by POST, and a key that is not valid is refused', async () => {
  const { url } = await open();
  expect((await fetch(`${url}/mcp`)).status).toBe(405);
  const headers = { authorization: 'Bearer wrong', 'content-type': 'application/json' };
  expect((await fetch(`${url}/mcp`, { method: 'POST', headers, body: '{}' })).status).toBe(401);
});

/** Numbers of an answer that nothing around them gives a source: neither a provenance nor a citation, in their object or above. */
function numbersWithout(value: unknown, covered = false, path = ''): string[] {
  if (typeof value === 'number') return covered ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((one, i) => numbersWithout(one, covered, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  const now = covered || isSourced(own);
  return Object.entries(own).flatMap(([key, one]) =>
    // How many there are of a list, whose rows have their sources.
    key === 'totalCount' ? [] : numbersWithout(one, now, `${path}.${key}`),
  );
}

function isSourced({ provenance, citation, release, source }: Record<string, unknown>): boolean {
  const told = provenance as { method?: string; sources?: unknown[]; citation?: string | null } | undefined;
  if (told) return told.method !== undefined && (told.citation != null || (told.sources ?? []).length > 0);
  return (
    (citation != null && release !== undefined) || (source as { title?: string } | null)?.title !== undefined
  );
}

test('what is asked for somebody who has hung up is stopped in the database', async () => {
  const { url } = await openApp({ graph });
  const { pool } = graph.database;
  await pool.query('alter table market_fact rename to market_fact_rows');
  await pool.query(
    'create view market_fact as select rows.* from (select pg_sleep(60)) slowly, market_fact_rows rows',
  );
  onTestFinished(async () => {
    await pool.query('drop view market_fact; alter table market_fact_rows rename to market_fact');
  });
  const sleeping = async () => {
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and state = 'active' and wait_event = 'PgSleep'`,
    );
    return rows[0]!.count;
  };
  const caller = new AbortController();
  const asked = fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'market_facts', arguments: {} },
    }),
    signal: caller.signal,
  }).catch(() => undefined);
  await expect.poll(sleeping, { timeout: 5000 }).toBeGreaterThan(0);
  caller.abort();
  await asked;
  await expect.poll(sleeping, { timeout: 5000 }).toBe(0);
});
