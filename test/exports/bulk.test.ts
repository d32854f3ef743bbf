import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BulkJobs } from '../../server/exports/bulk/bulk-jobs.ts';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { createLogger } from '../../server/logging.ts';
import { openApp } from '../http/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { exported, owner } from './read-back.ts';

interface Job {
  id: string;
  state: string;
  rowsWritten: number;
  bytes: number | null;
  address: string | null;
  licence: string | null;
}

let database: TestDatabase;
let graph: Graph;
let bulk: BulkJobs;
let folder: string;
beforeAll(async () => {
  database = await openSeededDatabase();
  await database.pool.query(`update dataset set protected = true where slug = 'rte'`);
  folder = await mkdtemp(join(tmpdir(), 'tacit-bulk-'));
  bulk = new BulkJobs(database, folder);
  graph = await createGraph({ database, logger: createLogger('silent'), bulk });
});
afterAll(async () => {
  await bulk.close();
  await graph.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function open() {
  const { url } = await openApp({ graph, bulk });
  const ask = async (query: string, key?: string) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as {
      data?: Record<string, unknown> | null;
      errors?: { extensions: { code: string } }[];
    };
  };
  const finish = async (args: string, key?: string): Promise<Job> => {
    const begun = await ask(
      `mutation { bulkExport(${args}) { job { id state } userErrors { message } } }`,
      key,
    );
    const { job } = begun.data?.['bulkExport'] as { job: Job };
    for (;;) {
      const { data } = await ask(
        `{ bulkExportJob(id: "${job.id}") { id state rowsWritten bytes address licence failure } }`,
        key,
      );
      const now = data?.['bulkExportJob'] as Job;
      if (now.state === 'DONE' || now.state === 'FAILED') return now;
      await wait(50);
    }
  };
  return { url, ask, finish };
}

test.each([
  ['CSV', 'csv'],
  ['JSONL', 'jsonl'],
  ['PARQUET', 'parquet'],
] as const)('%s holds the bytes that the command line writes', async (format, name) => {
  const { finish } = await open();
  const job = await finish(`dataset: "tscircuit", format: ${format}`);
  expect(job).toMatchObject({ state: 'DONE', licence: expect.any(String) });
  const bytes = new Uint8Array(await (await fetch(job.address!)).arrayBuffer());
  const written = await exported(database, { slug: 'tscircuit', format: name, access: owner });
  expect(written.equals(bytes)).toBe(true);
  expect(job.bytes).toBe(bytes.length);
});

test('a package is a ZIP of a descriptor and the rows', async () => {
  const { finish } = await open();
  const job = await finish('dataset: "tscircuit", format: PACKAGE');
  const files = unzipSync(new Uint8Array(await (await fetch(job.address!)).arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual(['datapackage.json', 'tscircuit.csv']);
  const lines = Buffer.from(files['tscircuit.csv']!).toString().trimEnd().split('\n');
  expect(lines).toHaveLength(job.rowsWritten + 1);
});

test('a filter leaves in what fits it, and only that', async () => {
  const { finish } = await open();
  const { rows } = await database.pool.query<{ middle: string; late: string }>(
    `with dated as (select period from earning join dataset on dataset.id = dataset_id where slug = 'tscircuit' and quarter > 0),
       middle as (select percentile_disc(0.5) within group (order by period) as day from dated)
     select to_char(day, 'YYYY-MM-DD') as middle, (select count(*) from dated where period >= day) as late from middle`,
  );
  const { middle, late } = rows[0]!;
  const job = await finish(`dataset: "tscircuit", format: CSV, filter: { from: "${middle}" }`);
  expect(job.rowsWritten).toBe(Number(late));
  expect(job.rowsWritten).toBeGreaterThan(0);
});

test('a download that broke off goes on where it stopped', async () => {
  const { finish } = await open();
  const { address, bytes } = await finish('dataset: "tscircuit", format: CSV');
  const whole = await (await fetch(address!)).text();
  const rest = await fetch(address!, { headers: { range: 'bytes=100-' } });
  expect(rest.status).toBe(206);
  expect(rest.headers.get('content-range')).toBe(`bytes 100-${bytes! - 1}/${bytes}`);
  expect(await rest.text()).toBe(whole.slice(100));
  const beyond = await fetch(address!, { headers: { range: `bytes=${bytes}-` } });
  expect(beyond.status).toBe(416);
});

test('an address that was changed, or that is over, gives nothing', async () => {
  const { finish } = await open();
  const { address } = await finish('dataset: "tscircuit", format: CSV');
  const later = new URL(address!);
  later.searchParams.set('expires', String(Number(later.searchParams.get('expires')) + 3600));
  const other = address!.replace(/\.csv/, '.jsonl');
  const key = new URL(address!.replace(/\/exports\/.*/, '/exports/address.key'));
  expect((await fetch(later)).status).toBe(403);
  expect((await fetch(other)).status).toBe(403);
  expect((await fetch(key)).status).toBe(404);
  expect((await fetch(address!.replace(/\?.*/, ''))).status).toBe(403);
});

test('rows of a protected ledger need a key, also of a job whose id was overheard, and are logged', async () => {
  const { ask, finish } = await open();
  const refused = await ask('mutation { bulkExport(dataset: "rte", format: CSV) { job { id } } }');
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const job = await finish('dataset: "rte", format: CSV', 'ledger');
  expect(job.state).toBe('DONE');
  const overheard = await ask(`{ bulkExportJob(id: "${job.id}") { address } }`, 'read');
  expect(overheard.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { rows } = await database.pool.query(`select actor from audit_entry where act = 'EXPORT'`);
  expect(rows).toEqual([{ actor: 'key 1' }]);
});
