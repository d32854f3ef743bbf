import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BulkJobs } from '../../server/exports/bulk/bulk-jobs.ts';
import { placeOf } from '../../server/exports/bulk/place.ts';
import { findLedger } from '../../server/exports/find-ledger.ts';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { eraseExpert } from '../../server/imports/ledger/erase-expert.ts';
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

test('a download goes on only with the file that it began with, which a strong validator tells', async () => {
  const { finish } = await open();
  const { address } = await finish('dataset: "tscircuit", format: CSV');
  const etag = (await fetch(address!)).headers.get('etag')!;
  expect(etag).toMatch(/^"[\da-f-]{36}\.csv"$/);
  const goOn = (begun: string) =>
    fetch(address!, { headers: { range: 'bytes=100-', 'if-range': begun } }).then(({ status }) => status);
  expect(await goOn(etag)).toBe(206);
  expect(await goOn('"another"')).toBe(200);
  expect(await goOn(`W/${etag}`)).toBe(200);
  expect((await fetch(address!, { headers: { 'if-none-match': etag } })).status).toBe(304);
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

/** What a process that died left in the database and in the folder. */
async function abandoned(seenAgo: string, attempts = 1): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into bulk_export (id, place, dataset_id, release, format, filter, state, attempts, expires_at, seen_at)
     select gen_random_uuid(), $1, id, 1, 'csv', '{}', 'RUNNING', $3, now() + interval '1 hour', now() - $2::interval
     from dataset where slug = 'tscircuit' returning id`,
    [await placeOf(folder), seenAgo, attempts],
  );
  const { id } = rows[0]!;
  await writeFile(join(folder, `${id}.csv.0000.partial`), 'half');
  return id;
}

const stateOf = async (id: string) => (await bulk.find(id))?.state;

test('what a process died at is finished by another, whose file is whole', async () => {
  const { ask } = await open();
  const id = await abandoned('1 minute');
  const other = new BulkJobs(database, folder);
  await other.sweep();
  while ((await stateOf(id)) !== 'DONE') await wait(20);
  await other.close();
  const { data } = await ask(`{ bulkExportJob(id: "${id}") { state address rowsWritten } }`);
  const job = data?.['bulkExportJob'] as Job;
  const bytes = Buffer.from(await (await fetch(job.address!)).arrayBuffer());
  expect(bytes.equals(await exported(database, { slug: 'tscircuit', format: 'csv', access: owner }))).toBe(
    true,
  );
  expect((await readdir(folder)).filter((name) => name.startsWith(id))).toEqual([`${id}.csv`]);
});

test('what another process is writing is left to it, and what three died at is given up', async () => {
  const busy = await abandoned('0 seconds');
  const given = await abandoned('1 minute', 3);
  await bulk.sweep();
  expect([await stateOf(busy), await stateOf(given)]).toEqual(['RUNNING', 'FAILED']);
  expect(await readdir(folder)).toContain(`${busy}.csv.0000.partial`);
  await database.pool.query('delete from bulk_export where id = any($1)', [[busy, given]]);
});

test('a server that stops in the middle leaves the export to the next', async () => {
  const place = await mkdtemp(join(tmpdir(), 'tacit-bulk-'));
  const first = new BulkJobs(database, place);
  const ledger = await findLedger(database, { slug: 'tscircuit', access: owner });
  const { id } = await first.start(ledger, {}, 'csv');
  await first.close();
  expect(['WAITING', 'DONE']).toContain(await stateOf(id));
  const next = new BulkJobs(database, place);
  await next.sweep();
  while ((await stateOf(id)) !== 'DONE') await wait(20);
  await next.close();
  expect((await readdir(place)).sort()).toEqual([`${id}.csv`, 'place.id'].sort());
  await rm(place, { recursive: true });
});

test('an hour later the row is gone and so is the file, and files that no job knows', async () => {
  const { finish, ask } = await open();
  const job = await finish('dataset: "tscircuit", format: CSV');
  await writeFile(join(folder, 'left-by-nobody.csv'), 'x');
  await database.pool.query(`update bulk_export set expires_at = now() where id = $1`, [job.id]);
  expect((await ask(`{ bulkExportJob(id: "${job.id}") { id } }`)).data).toEqual({ bulkExportJob: null });
  await bulk.sweep();
  const names = await readdir(folder);
  expect(names.filter((name) => name.startsWith(job.id) || name.startsWith('left'))).toEqual([]);
  expect((await fetch(job.address!)).status).toBe(404);
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

test('a person who is erased from a ledger is in no file of it that can still be had', async () => {
  const { ask, finish } = await open();
  const job = await finish('dataset: "tscircuit", format: CSV');
  const other = await finish('dataset: "mmteb", format: CSV');
  const written = await abandoned('0 seconds');
  const { rows } = await database.pool.query<{ pseudonym: string }>(
    `select pseudonym from expert join dataset on dataset.id = dataset_id where slug = 'tscircuit' limit 1`,
  );
  const erasure = { slug: 'tscircuit', expert: rows[0]!.pseudonym };
  await eraseExpert(database.pool, { ...erasure, dryRun: true });
  expect((await fetch(job.address!)).status).toBe(200);
  await eraseExpert(database.pool, erasure);
  expect((await ask(`{ bulkExportJob(id: "${job.id}") { id } }`)).data).toEqual({ bulkExportJob: null });
  expect((await fetch(job.address!)).status).toBe(404);
  expect(await bulk.find(written)).toMatchObject({
    state: 'FAILED',
    failure: expect.stringContaining('erased'),
  });
  await bulk.sweep();
  const kept = await readdir(folder);
  expect(kept.filter((name) => name.startsWith(job.id) || name.startsWith(written))).toEqual([]);
  expect((await fetch(other.address!)).status).toBe(200);
});
