import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Authenticator, createApiKey, type Scope } from '../../server/access/index.ts';
import { run as runDataset } from '../../server/cli/dataset.ts';
import { run as runKey } from '../../server/cli/key.ts';
import { createApp } from '../../server/http/app.ts';
import { ImportReports } from '../../server/http/import/reports.ts';
import { importService } from '../../server/http/import/service.ts';
import { createLogger } from '../../server/logging.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { form } from '../http/import-service.ts';

let graph: OpenGraph;
let dataDir: string;
let url: string;
let close: () => Promise<void>;
const keys = {} as Record<Scope, string>;

const people = (count: number): LedgerRow[] =>
  Array.from({ length: count }, (_, i) => ({ expert: `e${i}`, project: 'p', units: 3 + (i % 7) }));

beforeAll(async () => {
  graph = await openGraph('empty');
  const { database } = graph;
  dataDir = await mkdtemp(join(tmpdir(), 'tacit-administration-'));
  for (const scope of ['read', 'ledger', 'admin'] as const) {
    const { key } = await createApiKey(database.kysely, { name: `of ${scope}`, scope, expiresAt: null });
    keys[scope] = key;
  }
  await publishLedger(database, 'private', people(30), { protected: true });
  const app = await createApp({
    config: { trustProxy: false, publicUrl: undefined, maxUploadBytes: 8 * 1024 * 1024 },
    logger: createLogger('silent'),
    graph,
    keys: new Authenticator({ kysely: database.kysely, adminKey: 'set by the operator' }),
    isAtHome: async () => false,
    imports: { service: importService(database, dataDir), reports: new ImportReports(join(dataDir, 'up')) },
    checks: {},
    loadDashboard: async () => undefined,
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  close = () => app.close();
});
afterAll(async () => {
  await close();
  await graph.close();
  await rm(dataDir, { recursive: true });
});

interface Answer {
  data?: Record<string, never> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

async function ask(query: string, key?: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

interface Entry {
  actor: string;
  act: string;
  dataset: string | null;
  detail: string;
}

/** The log, the latest first. */
async function log(): Promise<Entry[]> {
  const answer = await ask('{ auditLog(first: 100) { nodes { actor act dataset detail at } } }', keys.admin);
  return (answer.data as unknown as { auditLog: { nodes: Entry[] } }).auditLog.nodes;
}

async function command(run: typeof runKey, ...argv: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const environment = { DATABASE_URL: graph.database.url, DATA_DIR: dataDir };
  const code = await run(argv, { environment, out: (text) => (out += text), err: () => undefined });
  return { code, out };
}

const everything = [
  '{ apiKeys { number } }',
  '{ auditLog { totalCount } }',
  'mutation { keyCreate(input: { name: "mine", scope: ADMIN }) { key } }',
  'mutation { keyRotate(number: 1) { key } }',
  'mutation { keyRevoke(number: 1) { apiKey { number } } }',
  'mutation { datasetRetire(slug: "private") { retiredAt } }',
  'mutation { datasetRestore(slug: "private") { retiredAt } }',
  'mutation { expertErase(input: { expert: "x" }) { rows } }',
];

test.each(everything)('%s needs a key with the scope admin', async (query) => {
  const before = await log();
  expect((await ask(query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  for (const scope of ['read', 'ledger'] as const)
    expect((await ask(query, keys[scope])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await log()).toEqual(before);
});

describe('keys', () => {
  test('are made, shown once, rotated and revoked; each act is in the log under who did it', async () => {
    const create = await ask(
      'mutation { keyCreate(input: { name: " a notebook ", scope: LEDGER }) { key apiKey { number name scope expiresAt } userErrors { code } } }',
      keys.admin,
    );
    const { keyCreate } = create.data as unknown as {
      keyCreate: { key: string; apiKey: { number: number } };
    };
    expect(keyCreate).toMatchObject({ apiKey: { name: 'a notebook', scope: 'LEDGER' }, userErrors: [] });
    expect((await ask('{ experts { totalCount } }', keyCreate.key)).errors).toBeUndefined();

    const { number } = keyCreate.apiKey;
    const rotate = await ask(
      `mutation { keyRotate(number: ${number}) { key apiKey { number name scope } } }`,
      'set by the operator',
    );
    const { keyRotate } = rotate.data as unknown as { keyRotate: typeof keyCreate };
    expect(keyRotate.apiKey).toMatchObject({ name: 'a notebook', scope: 'LEDGER' });
    expect((await ask('{ __typename }', keyCreate.key)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask('{ __typename }', keyRotate.key)).errors).toBeUndefined();

    await ask(`mutation { keyRevoke(number: ${keyRotate.apiKey.number}) { apiKey { number } } }`, keys.admin);
    expect((await ask('{ __typename }', keyRotate.key)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const entries = await log();
    expect(entries.slice(0, 4).map(({ act, actor }) => [act, actor])).toEqual([
      ['KEY_REVOKE', 'key 3'],
      ['KEY_ROTATE', 'ADMIN_KEY'],
      ['READ_ROWS', `key ${number}`],
      ['KEY_CREATE', 'key 3'],
    ]);
    const listed = JSON.stringify([
      await ask('{ apiKeys { number name scope revokedAt } }', keys.admin),
      entries,
    ]);
    for (const key of [keyCreate.key, keyRotate.key]) expect(listed).not.toContain(key.slice(6, 20));
  });

  test('that make no sense are told as errors of the user, and nothing happens', async () => {
    for (const [query, code, field] of [
      ['keyCreate(input: { name: "  ", scope: READ })', 'BAD_USER_INPUT', ['input', 'name']],
      [
        'keyCreate(input: { name: "old", scope: READ, expiresAt: "2001-01-01T00:00:00Z" })',
        'BAD_USER_INPUT',
        ['input', 'expiresAt'],
      ],
      ['keyRotate(number: 999)', 'NOT_FOUND', ['number']],
      ['keyRevoke(number: 999)', 'NOT_FOUND', ['number']],
    ] as const) {
      const { data, errors } = await ask(
        `mutation { done: ${query} { userErrors { code field } } }`,
        keys.admin,
      );
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ done: { userErrors: [{ code, field }] } });
    }
  });

  test('rotate on the command line too, but not once they have ended', async () => {
    const { apiKey } = await createApiKey(graph.database.kysely, {
      name: 'old',
      scope: 'read',
      expiresAt: null,
    });
    const rotated = await command(runKey, 'rotate', String(apiKey.id));
    expect(rotated.code).toBe(0);
    expect(rotated.out).toMatch(/^tacit_[\w-]{43}\n$/);
    expect((await ask('{ __typename }', rotated.out.trim())).errors).toBeUndefined();
    expect((await command(runKey, 'rotate', String(apiKey.id))).code).toBe(1);
  });
});

describe('datasets', () => {
  test('retire and come back, and a person is erased; the log tells all of it but not who', async () => {
    const retire = await ask(
      'mutation { datasetRetire(slug: "private") { retiredAt userErrors { code } } }',
      keys.admin,
    );
    expect(retire.data).toMatchObject({ datasetRetire: { userErrors: [] } });
    const listed = '{ datasets(first: 100) { nodes { slug } } }';
    expect(JSON.stringify(await ask(listed, keys.admin))).not.toContain('private');
    await ask('mutation { datasetRestore(slug: "private") { retiredAt } }', keys.admin);
    expect(JSON.stringify(await ask(listed, keys.admin))).toContain('private');
    expect(
      (await ask('mutation { datasetRetire(slug: "nothing") { userErrors { code field } } }', keys.admin))
        .data,
    ).toEqual({ datasetRetire: { userErrors: [{ code: 'NOT_FOUND', field: ['slug'] }] } });

    const total = '{ dataset(slug: "private") { concentration(measure: UNITS) { contributors total } } }';
    const some = await ask('{ experts(first: 1) { nodes { id pseudonym } } }', keys.admin);
    const [expert] = (some.data as unknown as { experts: { nodes: { id: string; pseudonym: string }[] } })
      .experts.nodes;
    const erase = (more: string) =>
      ask(
        `mutation { expertErase(input: { expert: "${expert!.id}", reason: "asked for it" ${more} }) { rows releases userErrors { code } } }`,
        keys.admin,
      );
    const expected = { data: { expertErase: { rows: 1, releases: [1], userErrors: [] } } };
    expect(await erase('dryRun: true')).toMatchObject(expected);
    expect(await ask(total, keys.admin)).toMatchObject({
      data: { dataset: { concentration: { contributors: 30 } } },
    });
    expect(await erase('')).toMatchObject(expected);
    expect(await ask(total, keys.admin)).toMatchObject({
      data: { dataset: { concentration: { contributors: 29 } } },
    });
    expect((await erase('')).data).toMatchObject({ expertErase: { userErrors: [{ code: 'NOT_FOUND' }] } });

    const entries = (await log()).filter(({ act }) => act !== 'READ_ROWS');
    expect(entries.slice(0, 3).map(({ act, dataset }) => [act, dataset])).toEqual([
      ['ERASE', 'private'],
      ['RESTORE', 'private'],
      ['RETIRE', 'private'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(expert!.pseudonym);
  });

  test('imports and reading of protected rows are noted, reading once an hour; the command line prints the log', async () => {
    const body = form({ dataset: 'uploaded', expert: 'who', units: 'n' }, 'who,n\na,1\nb,2\n');
    const headers = { authorization: `Bearer ${keys.admin}` };
    expect((await fetch(`${url}/import`, { method: 'POST', body, headers })).status).toBe(201);
    const readers = async () =>
      (await log()).filter(({ act, actor }) => act === 'READ_ROWS' && actor === 'key 2');
    const rows = '{ earnings(filter: { dataset: ["private"] }) { totalCount } }';
    expect((await ask(rows, keys.read)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (let i = 0; i < 3; i++) await ask(rows, keys.ledger);
    expect(await readers()).toMatchObject([{ dataset: 'private' }]);

    const printed = await command(runDataset, 'log', 'uploaded');
    expect(printed.out).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ {2}key 3 +IMPORT +uploaded {2}release 1: 2 rows added, 0 reversed\n$/,
    );
    const all = JSON.parse((await command(runDataset, 'log', '--json')).out) as Entry[];
    expect(all.map(({ act }) => act)).toContain('KEY_CREATE');
  });
});
