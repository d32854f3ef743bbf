import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readPostmaster } from '../../server/database/embedded/postmaster-file.ts';
import { typeParsers } from '../../server/database/type-parsers.ts';
import { verify } from '../../server/verification/verify.ts';
import { eventually, pidOf, temporaryFolder } from '../embedded/support.ts';
import { form } from '../http/import-service.ts';
import { startProduct, type Product } from '../support/product.ts';
import { graphqlAt } from './support/requests.ts';
import { smallDisk } from './support/small-disk.ts';
import { leftOpen, lostOf } from './support/soundness.ts';
import { countOf, report, times } from './support/run-length.ts';
import { beginWriting, nothing } from './support/writers.ts';

const disk = smallDisk(700);
const folder = disk ?? temporaryFolder();
const adminKey = 'a key of this test alone';
const acknowledged = nothing();
const professions: string[] = [];
let product: Product;

beforeAll(async () => {
  product = await startProduct({ environment: { DATA_DIR: folder.path, ADMIN_KEY: adminKey } });
  await asking(async (pool) => {
    const { rows } = await pool.query<{ soc_code: string }>(
      'select soc_code from profession join profession_wage on profession.id = profession_id group by soc_code order by soc_code',
    );
    professions.push(...rows.map(({ soc_code }) => soc_code));
  });
});
afterAll(async () => {
  if (product?.runs()) await product.stop();
  folder.remove();
});

/** Looks into the database itself. */
async function asking<T>(look: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const { host, port } = readPostmaster(join(folder.path, 'postgres', 'data'))!;
  const where = { host, port, user: 'tacit', database: 'tacit', ssl: false };
  const pool = new pg.Pool({ ...where, max: 2, types: typeParsers() });
  pool.on('error', () => undefined);
  try {
    return await look(pool);
  } finally {
    await pool.end();
  }
}

/** What of that which was acknowledged is missing, and what is there by half. */
async function missing(): Promise<string[]> {
  await eventually(async () => expect(await asking((pool) => leftOpen(pool))).toEqual([]));
  const verified = await asking((pool) => verify(pool));
  return [
    ...verified.filter(({ different }) => different > 0).map((one) => JSON.stringify(one)),
    ...(await asking((pool) => lostOf(pool, acknowledged))),
  ];
}

/** Whether a write that is begun now is acknowledged. */
async function takesWrites(): Promise<boolean> {
  const kept = `mutation { keyCreate(input: { name: "probe", scope: READ }) { apiKey { number } } }`;
  const told = await graphqlAt<{ keyCreate: { apiKey: { number: number } | null } }>(
    product.url,
    kept,
    {},
    adminKey,
  );
  const number = told.data?.keyCreate?.apiKey?.number;
  if (number !== undefined) acknowledged.keys.add(number);
  return number !== undefined;
}

interface Blow {
  /** Whether there is again what was struck. */
  isOver(): boolean;
  /** From when on it is counted how long the product takes; from the beginning of the blow where nothing is said. */
  since?: number;
}

/** Traffic for a random while, then the blow; resolves with the milliseconds until the product took writes again. */
async function struck(strike: () => Promise<Blow>): Promise<number> {
  const writers = beginWriting(() => product.url, adminKey, professions, acknowledged);
  await wait(50 + Math.random() * 500);
  const began = performance.now();
  const blow = await strike();
  await eventually(async () => expect(blow.isOver() && (await takesWrites())).toBe(true), 30_000);
  const back = performance.now() - (blow.since ?? began);
  const before = acknowledged.figures.size;
  await eventually(() => expect(acknowledged.figures.size).toBeGreaterThan(before), 30_000);
  await writers.stop();
  const unexpected = [...writers.refused.keys()].filter(
    (what) => !/^cut$|^503 SERVICE_UNAVAILABLE$/.test(what),
  );
  expect(unexpected, product.said().slice(-3000)).toEqual([]);
  return back;
}

async function repeatedly(
  fault: string,
  strike: () => Promise<Blow>,
  { short = 1, ended, note }: { short?: number; ended?: () => Record<string, number>; note?: string } = {},
): Promise<void> {
  const back: number[] = [];
  const lost: string[] = [];
  const before = countOf(acknowledged);
  for (let time = 0; time < times(short) && lost.length === 0; time += 1) {
    back.push(await struck(strike));
    lost.push(...(await missing()));
  }
  report({
    fault,
    times: back.length,
    acknowledged: countOf(acknowledged) - before,
    lost: lost.length,
    back,
    ...(ended && { ended: ended() }),
    ...(note !== undefined && { note }),
  });
  expect(lost).toEqual([]);
}

test(
  'a server that is killed while it writes comes back with all that it acknowledged, and nothing by half',
  () =>
    repeatedly('`kill -9` of the server, started again', async () => {
      await product.kill();
      await product.start();
      return { isOver: () => true };
    }),
  times(1) * 30_000,
);

test(
  'a server whose PostgreSQL is killed under traffic lives on, and has all that it acknowledged',
  async () => {
    const { pid } = product;
    await repeatedly('`kill -9` of its PostgreSQL; the server lives on', async () => {
      const killed = pidOf(folder.path)!;
      process.kill(killed, 'SIGKILL');
      return { isOver: () => ![undefined, killed].includes(pidOf(folder.path)) };
    });
    expect(product.runs()).toBe(true);
    expect(product.pid).toBe(pid);
  },
  times(1) * 30_000,
);

/** A ledger of so many rows; resolves with how its import ended. */
async function importLarge(
  slug: string,
  rows: number,
): Promise<{ status: number; outcome: string | undefined }> {
  const lines = Array.from({ length: rows }, (_, row) => `w${row % 5000},project ${row % 300},${row % 90}\n`);
  const fields = { dataset: slug, expert: 'who', project: 'what', units: 'n' };
  try {
    const response = await fetch(`${product.url}/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminKey}` },
      body: form(fields, `who,what,n\n${lines.join('')}`),
    });
    const { outcome, error } = (await response.json()) as { outcome?: string; error?: { code: string } };
    return { status: response.status, outcome: outcome ?? error?.code };
  } catch {
    return { status: 0, outcome: 'cut' };
  }
}

const megabyte = 1024 ** 2;
/** How much is left decides where the disk is full: writing a figure, reading a ledger, publishing it. */
const left = [0, 12, 24, 40].map((megabytes) => megabytes * megabyte);

test.runIf(disk !== undefined)(
  `a disk that is full (${disk?.by}) keeps no half of an import, a release or a figure, and all goes on once it has room`,
  async () => {
    const { pid } = product;
    const ended = new Map<string, number>();
    let bytes = 0;
    let ledger = 0;
    await repeatedly(
      'disk full in import, release and figures, from the moment it has room',
      async () => {
        bytes = left[ledger % left.length]! + Math.round(Math.random() * 4 * megabyte);
        disk!.leave(bytes, pidOf(folder.path)!);
        // Connections of before may still write as they could.
        await asking((pool) =>
          pool.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tacit'`,
          ),
        ).catch(() => undefined);
        const { status, outcome } = await importLarge(`large-${(ledger += 1)}`, 40_000);
        const how = `${status} ${outcome}`;
        ended.set(how, (ended.get(how) ?? 0) + 1);
        disk!.free(pidOf(folder.path) ?? process.pid);
        return { isOver: () => true, since: performance.now() };
      },
      {
        short: 2,
        ended: () => Object.fromEntries(ended),
        note: `of imports of 40,000 rows that met it (${disk!.by})`,
      },
    );
    for (const how of ended.keys()) expect(how).toMatch(/^(201 LOADED|503 SERVICE_UNAVAILABLE|0 cut)$/);
    expect(await importLarge('large-again', 40_000)).toEqual({ status: 201, outcome: 'LOADED' });
    expect([product.runs(), product.pid]).toEqual([true, pid]);
  },
  times(4) * 30_000,
);

test('when it has stopped, no process is left behind', async () => {
  expect(await product.stop()).toBe(0);
  expect(processesOf(folder.path)).toEqual([]);
});

/** What runs on the data folder; only Linux tells. */
function processesOf(dataDir: string): string[] {
  if (process.platform !== 'linux') return pidOf(dataDir) === undefined ? [] : [dataDir];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    })
    .filter((command) => command.includes(dataDir));
}
