import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Config } from '../../server/config.ts';
import { serve } from '../../server/http/serve.ts';
import { createLogger } from '../../server/logging.ts';
import { projectPath } from '../../server/project-root.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let dataDir: string;
const closers: (() => Promise<void>)[] = [];
let home: string;

beforeAll(async () => {
  if (!existsSync(projectPath('.build', 'web', 'handler.js')))
    throw new Error('The dashboard is not built: run "npm run build" before the tests of its pages.');
  database = await openSeededDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'tacit-page-'));
  home = await open();
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** The product over the test's database, as `npm start` serves it. */
async function open(settings: Partial<Config> = {}): Promise<string> {
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database.url,
    databaseReplicaUrls: [],
    dataDir,
    publicUrl: undefined,
    adminKey: undefined,
    logLevel: 'silent',
    trustProxy: false,
    maxUploadBytes: 1024 * 1024,
    corsOrigins: [],
    otlpEndpoint: undefined,
    ...settings,
  };
  const url = await serve({
    config,
    database,
    logger: createLogger('silent'),
    development: false,
    onStop: (close) => void closers.push(close),
  });
  return url.replace(/\/$/, '');
}

const page = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

/** As a browser without JavaScript sends the page's form. */
async function submit(url: string, fields: Record<string, string>, rows: string): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([rows]), 'mine.csv');
  const headers = { origin: new URL(url).origin, accept: 'text/html', 'sec-fetch-mode': 'navigate' };
  const response = await fetch(url, { method: 'POST', body: form, headers });
  expect(response.redirected).toBe(true);
  return response.text();
}

const people = Array.from({ length: 60 }, (_, row) => `person-${row % 20},2025-01-15,${10 + row}`);
const ledger = `worker,day,paid\n${people.join('\n')}\n`;
const fields = {
  dataset: 'mine',
  title: 'My ledger',
  expert: 'worker',
  date: 'day',
  amount: 'paid',
  currency: 'USD',
};

describe('the page /import of a lone analyst', () => {
  test('is a form that any browser can send, without a key, in both languages', async () => {
    for (const [path, words] of [
      ['/import', 'Bring your own ledger'],
      ['/fr/import', 'Apportez votre propre registre'],
    ] as const) {
      const { status, html } = await page(home + path);
      expect(status).toBe(200);
      expect(html).toContain(words);
      expect(html).toContain(`action="${path}"`);
      expect(html).toContain('enctype="multipart/form-data"');
      expect(html).not.toContain('name="key"');
      expect(html.lastIndexOf('name="file"')).toBeGreaterThan(html.lastIndexOf('name="keep-going"'));
    }
  });

  test('leads from the form to the report, and from there to the curves', async () => {
    const html = await submit(`${home}/import`, { ...fields, title: '' }, ledger);
    expect(html).toContain('Release 1 of mine is published');
    expect(html).toContain('href="/concentration?ledger=mine"');
    const curves = await page(`${home}/concentration?ledger=mine&measure=AMOUNT`);
    expect(curves.status).toBe(200);
    expect(curves.headers.get('cache-control')).toContain('private');
    expect(curves.html).not.toContain('person-');
  });

  test('shows bad rows and wrong mappings, in the language of the form', async () => {
    const bad = await submit(
      `${home}/fr/import`,
      { ...fields, dataset: 'bad' },
      `${ledger}person-1,someday,1\n`,
    );
    expect(bad).toContain('rien n’a été chargé');
    expect(bad).toContain('someday');
    expect(bad).toContain('/rejected.csv');
    const wrong = await submit(`${home}/import`, { ...fields, dataset: 'bad', expert: 'workr' }, ledger);
    expect(wrong).toContain('Nothing was changed.');
  });

  test('says when a report is no longer kept', async () => {
    expect((await page(`${home}/import?report=nothing`)).html).toContain('no longer kept');
  });

  test('shows the ledger to nobody who comes through a proxy, or under another name', async () => {
    for (const [name, value] of [
      ['x-forwarded-for', '203.0.113.9'],
      ['via', '1.1 proxy'],
    ] as const) {
      const headers = { [name]: value };
      const { status, html } = await page(`${home}/concentration?ledger=mine`, headers);
      expect(status).toBe(403);
      expect(html).toContain('not open to everyone');
      expect((await page(`${home}/concentration`, headers)).html).not.toContain('value="mine"');
    }
  });
});

describe('the page /import of a server with keys', () => {
  const adminKey = 'a key of the operator';
  let url: string;
  beforeAll(async () => {
    url = await open({ adminKey });
  });

  test('asks for the key, and shows no protected ledger', async () => {
    expect((await page(`${url}/import`)).html).toMatch(
      /name="key"[^>]*type="password"|type="password"[^>]*name="key"/,
    );
    expect((await page(`${url}/concentration?ledger=mine`)).status).toBe(403);
  });

  test('takes the key from the form', async () => {
    const form = { key: adminKey, ...fields, dataset: 'keyed' };
    expect(await submit(`${url}/import`, form, ledger)).toContain('Release 1 of keyed is published');
    expect(await submit(`${url}/import`, { ...form, key: 'another' }, ledger)).toContain(
      'The key is missing or not valid',
    );
  });
});
