import { importLock } from '../../server/imports/ledger/dataset-row.ts';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Authenticator, createApiKey, type Scope } from '../../server/access/index.ts';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { createApp } from '../../server/http/app.ts';
import { ImportReports } from '../../server/http/import/reports.ts';
import { importService } from '../../server/http/import/service.ts';
import { createLogger } from '../../server/logging.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { form } from './import-service.ts';

let database: TestDatabase;
let graph: Graph;
let dataDir: string;
let url: string;
let close: () => Promise<void>;
const keys = {} as Record<Scope, { authorization: string }>;

beforeAll(async () => {
  database = await openTestDatabase();
  const logger = createLogger('silent');
  graph = await createGraph({ database, logger });
  dataDir = await mkdtemp(join(tmpdir(), 'tacit-data-'));
  for (const scope of ['read', 'ledger', 'admin'] as const) {
    const { key } = await createApiKey(database.kysely, { name: scope, scope, expiresAt: null });
    keys[scope] = { authorization: `Bearer ${key}` };
  }
  const app = await createApp({
    config: { trustProxy: false, publicUrl: undefined, maxUploadBytes: 8 * 1024 * 1024 },
    logger,
    graph,
    keys: new Authenticator({ kysely: database.kysely }),
    isAtHome: async () => false,
    imports: {
      service: importService(database, dataDir),
      reports: new ImportReports(join(dataDir, 'uploads')),
    },
    checks: {},
    loadDashboard: async () => undefined,
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  close = () => {
    app.server.closeAllConnections();
    return app.close();
  };
});
afterAll(async () => {
  await close();
  await graph.stop();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  await database.pool.query('truncate earning, expert_rollup, project_rollup, release, dataset cascade');
});

/** Twelve people, paid by turns. */
const rows = Array.from(
  { length: 48 },
  (_, row) => `person-${row % 12},2025-0${1 + (row % 9)}-15,${10 + row},${1 + (row % 5)}`,
);
const ledger = `worker,day,paid,hours\n${rows.join('\n')}\n`;
const columns = {
  dataset: 'mine',
  expert: 'worker',
  date: 'day',
  amount: 'paid',
  currency: 'USD',
  hours: 'hours',
};

async function send(fields: Record<string, string>, file = ledger, path = '/import', headers = keys.admin) {
  const response = await fetch(url + path, { method: 'POST', body: form(fields, file), headers });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

async function ask(query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return {
    status: response.status,
    ...((await response.json()) as { data?: object; errors?: [{ extensions: object }] }),
  };
}

const counts = async () =>
  (
    await database.pool.query(`select (select count(*)::int from dataset) as datasets,
    (select count(*)::int from release) as releases, (select count(*)::int from earning) as earnings`)
  ).rows[0];
const nothing = { datasets: 0, releases: 0, earnings: 0 };

describe('an upload', () => {
  test('becomes a release, and the same again changes nothing', async () => {
    const first = await send(columns);
    expect(first).toMatchObject({
      status: 201,
      body: { outcome: 'LOADED', rowsKept: 48, release: { number: 1, contributors: 12 } },
    });
    expect(await send(columns)).toMatchObject({ status: 200, body: { outcome: 'UNCHANGED', release: null } });
    expect(await counts()).toEqual({ datasets: 1, releases: 1, earnings: 48 });
    expect(JSON.stringify((await database.pool.query('select * from expert')).rows)).not.toContain('person-');
  });

  test('may be compressed, and a bare body', async () => {
    const query = new URLSearchParams({ ...columns, name: 'pay.csv.gz' });
    const response = await fetch(`${url}/import?${query}`, {
      method: 'POST',
      body: gzipSync(ledger),
      headers: keys.admin,
    });
    expect(response.status).toBe(201);
  });

  test('of bad rows loads nothing, says each and gives them as a file; with keep-going the good ones', async () => {
    const bad = `${ledger}person-1,2025-13-40,1,1\nperson-2,2025-01-01,much,1\n`;
    const { status, body } = await send(columns, bad);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      outcome: 'REJECTED',
      rowsRejected: 2,
      rejections: [
        { line: 50, column: 'day' },
        { line: 51, column: 'paid' },
      ],
    });
    expect(await counts()).toEqual(nothing);
    const file = await (await fetch(url + String(body['rejectionFile']))).text();
    expect(file).toContain('2025-13-40');
    expect(await send({ ...columns, 'keep-going': 'on' }, bad)).toMatchObject({
      status: 201,
      body: { rowsKept: 48, rowsRejected: 2 },
    });
  });

  test('of a wrong mapping is refused with the columns that were meant', async () => {
    const { status, body } = await send({ ...columns, expert: 'workr' });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('worker');
    expect(await counts()).toEqual(nothing);
  });

  test('as a dry run leaves nothing', async () => {
    expect(await send({ ...columns, 'dry-run': 'on' })).toMatchObject({
      status: 200,
      body: { outcome: 'CHECKED', rowsKept: 48 },
    });
    expect(await counts()).toEqual(nothing);
  });

  test('that its sender leaves half way leaves nothing, in the database or on the disk', async () => {
    const before = await readdir(join(dataDir, 'uploads'));
    const query = new URLSearchParams(columns);
    const sent = httpRequest(`${url}/import?${query}`, {
      method: 'POST',
      headers: { ...keys.admin, 'transfer-encoding': 'chunked' },
    });
    sent.on('error', () => undefined);
    sent.write(ledger);
    for (let batch = 0; batch < 2500; batch++) sent.write(`${rows.join('\n')}\n`);
    await expect.poll(copying, { timeout: 5000 }).toBe(1);
    sent.destroy();
    await expect.poll(copying, { timeout: 5000 }).toBe(0);
    expect(await counts()).toEqual(nothing);
    expect(await readdir(join(dataDir, 'uploads'))).toEqual(before);
    expect(await send(columns)).toMatchObject({ status: 201 });
  });

  test('into a dataset that another import holds is told so', async () => {
    await send(columns);
    const query = new URLSearchParams({ ...columns, append: 'on' });
    const slow = httpRequest(`${url}/import?${query}`, {
      method: 'POST',
      headers: { ...keys.admin, 'transfer-encoding': 'chunked' },
    });
    slow.on('error', () => undefined);
    slow.write(ledger);
    for (let batch = 0; batch < 2500; batch++) slow.write(`${rows.join('\n')}\n`);
    await expect.poll(copying, { timeout: 5000 }).toBe(1);
    expect(await send({ ...columns, append: 'on' })).toMatchObject({
      status: 409,
      body: { error: { code: 'CONFLICT' } },
    });
    slow.destroy();
    await expect.poll(copying, { timeout: 5000 }).toBe(0);
  });
});

/** How many imports are at work: what else goes on behind, like writing the days of a ledger down, holds no dataset. */
async function copying(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_locks join pg_database on pg_database.oid = database
     where locktype = 'advisory' and classid = $1 and granted and datname = current_database()`,
    [importLock],
  );
  return rows[0]!.n;
}

describe('a preview', () => {
  test('proposes the mapping, shows the first rows and says what would be rejected', async () => {
    const { status, body } = await send({}, `${ledger}person-1,2025-13-40,1,1\n`, '/import/preview');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      file: { format: 'csv', columns: ['worker', 'day', 'paid', 'hours'] },
      proposal: { columns: { expert: 'worker', date: 'day', amount: 'paid', hours: 'hours' } },
      rows: { length: 8, 0: { line: 2, cells: ['person-0', '2025-01-15', '10', '1'] } },
    });
    const given = await send(
      { ...columns, dataset: '' },
      `${ledger}person-1,2025-13-40,1,1\n`,
      '/import/preview',
    );
    expect(given.body).toMatchObject({
      check: { rowsRead: 49, rowsRejected: 1, rejections: [{ line: 50, column: 'day' }] },
    });
    expect(await counts()).toEqual(nothing);
  });

  test('of a file that was cut leaves its last half row out', async () => {
    const { body } = await send({ ...columns, partial: 'true' }, ledger.slice(0, -4), '/import/preview');
    expect(body).toMatchObject({ check: { rowsRead: 47, rowsRejected: 0 } });
  });

  test('says what is wrong with a mapping', async () => {
    const { status, body } = await send({ expert: 'workr' }, ledger, '/import/preview');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      check: null,
      fault: { code: 'BAD_USER_INPUT', message: expect.stringContaining('worker') },
    });
  });
});

describe('a protected ledger', () => {
  beforeEach(async () => {
    await send(columns);
  });

  test('answers keys of the scope ledger and above, through the API', async () => {
    const query = '{ earnings(filter: { dataset: "mine" }) { totalCount } }';
    for (const scope of ['ledger', 'admin'] as const)
      expect(await ask(query, keys[scope])).toMatchObject({ data: { earnings: { totalCount: 48 } } });
    for (const headers of [{}, keys.read])
      expect(await ask(query, headers)).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
  });

  test('answers no key that is not valid, and neither does anything else', async () => {
    for (const authorization of ['Bearer tacit_guess', 'Bearer '])
      expect(await ask('{ datasets { totalCount } }', { authorization })).toMatchObject({
        status: 401,
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
  });

  test('shows its aggregates at home, and its rows not even there', async () => {
    const home = { access: { mayReadLedgers: false, mayReadAggregates: true } };
    const seen = await graph.execute(
      `{ dataset(slug: "mine") { protected concentration(measure: AMOUNT) { contributors gini { value } } } datasets { totalCount } }`,
      {},
      home,
    );
    expect(seen.data).toMatchObject({
      dataset: { protected: true, concentration: { contributors: 12 } },
      datasets: { totalCount: 1 },
    });
    for (const field of ['experts', 'earnings']) {
      const { errors } = await graph.execute(
        `{ ${field}(filter: { dataset: "mine" }) { totalCount } }`,
        {},
        home,
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      const nested = await graph.execute(`{ dataset(slug: "mine") { ${field} { totalCount } } }`, {}, home);
      expect(nested.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
