import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase } from '../../server/database/connect.ts';
import { migrate } from '../../server/database/migrate.ts';
import { Replicas } from '../../server/database/replicas/replicas.ts';
import { reaches } from '../../server/database/replicas/standing.ts';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { importText } from '../imports/support.ts';
import type { TestDatabase } from '../support/database.ts';
import { openPair, type Pair } from '../support/streaming-replica.ts';
import { eventually } from '../embedded/support.ts';

let pair: Pair;
let database: Awaited<ReturnType<typeof connectDatabase>>;
let replicas: Replicas;
let graph: Graph;
const sent = { primary: [] as string[], replica: [] as string[] };
const said: string[] = [];
let release = 0;

beforeAll(async () => {
  pair = await openPair(async (url) => {
    database = await connectDatabase(
      { url },
      { poolSize: 5, onStatement: (sql) => void sent.primary.push(sql) },
    );
    await migrate(database);
    await publish();
  });
  replicas = new Replicas([pair.replica.url], {
    onStatement: (sql) => void sent.replica.push(sql),
    report: (line) => void said.push(line),
  });
  graph = await createGraph({ database: { ...database, replicas }, logger: pino({ level: 'silent' }) });
  await caughtUp();
}, 60_000);
afterAll(async () => {
  await graph?.stop();
  await replicas?.close();
  await database?.close();
  await pair?.remove();
});
afterEach(async () => {
  await eventually(async () => {
    await pair.replica.ask('select pg_wal_replay_resume()');
    await replicas.check();
    await caughtUp();
  });
});

/** The next release: of so many people as its number and one ten of them, each with ten units. */
async function publish(): Promise<void> {
  release += 1;
  const rows = Array.from({ length: 10 * release }, (_, i) => `w${i},10\n`).join('');
  await importText(database as TestDatabase, `who,n\n${rows}`, {
    slug: 'kept',
    mapping: { expert: 'who', units: 'n' },
    mode: 'REPLACE',
    dataset: { protected: false },
  });
}

interface Read {
  dataset: {
    title: string;
    release: { number: number };
    earnings: { totalCount: number };
    concentration: { contributors: number; total: number };
  };
}

async function read(): Promise<Read['dataset']> {
  const { data, errors } = await graph.execute(`{ dataset(slug: "kept") {
    title release { number } earnings(first: 1) { totalCount } concentration(measure: UNITS) { contributors total } } }`);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as Read).dataset;
}

const expected = (number: number) => ({
  release: { number },
  earnings: { totalCount: 10 * number },
  concentration: { contributors: 10 * number, total: 100 * number },
});

/** What one read sent where. */
async function sending(): Promise<{ primary: string[]; replica: string[] }> {
  sent.primary.length = sent.replica.length = 0;
  await read();
  return { primary: [...sent.primary], replica: [...sent.replica] };
}

async function caughtUp(): Promise<void> {
  await eventually(async () => expect((await sending()).replica.length).toBeGreaterThan(0));
}

describe('with a streaming replica', () => {
  test('an operation asks the primary which versions hold, and the replica everything else', async () => {
    const { primary, replica } = await sending();
    expect(primary).toHaveLength(1);
    expect(primary[0]).toMatch(/from "dataset" left join "release"/);
    expect(replica.length).toBeGreaterThanOrEqual(2);
    expect(await read()).toMatchObject(expected(release));
  });

  test('one that lags is not asked until it has the release, and no answer is of the release before', async () => {
    await pair.replica.ask('select pg_wal_replay_pause()');
    await publish();
    expect(await read()).toMatchObject(expected(release));
    expect((await sending()).replica).toEqual([]);
    await pair.replica.ask('select pg_wal_replay_resume()');
    await caughtUp();
    expect(await read()).toMatchObject(expected(release));
  });

  test('while releases are published no reader sees half of one, nor an older one after a newer', async () => {
    let publishing = true;
    const reader = async () => {
      let [seen, reads] = [0, 0];
      for (; publishing; reads += 1) {
        const now = await read();
        expect(now).toMatchObject(expected(now.release.number));
        expect(now.release.number).toBeGreaterThanOrEqual(seen);
        seen = now.release.number;
      }
      return reads;
    };
    const readers = [reader(), reader(), reader()];
    const before = sent.replica.length;
    for (let i = 0; i < 4; i += 1) {
      if (i % 2 === 0) await pair.replica.ask('select pg_wal_replay_pause()');
      await publish();
      await pair.replica.ask('select pg_wal_replay_resume()');
      await wait(50);
    }
    publishing = false;
    expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(5);
    expect(sent.replica.length).toBeGreaterThan(before);
  });

  test('a mutation is sent to the primary, whole', async () => {
    sent.replica.length = 0;
    const { data, errors } = await graph.execute(
      'mutation { datasetRetire(slug: "kept") { userErrors { code } } }',
      {},
      { access: { mayReadLedgers: true, scope: 'admin', actor: 'a test' } },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ datasetRetire: { userErrors: [] } });
    await database.pool.query(`update dataset set retired_at = null`);
    const context = graph.context();
    context.stayOnPrimary();
    await context.kysely.selectFrom('expert').select('id').limit(1).execute();
    expect(sent.replica).toEqual([]);
  });

  test('a write that goes the way of reads is done on the primary', async () => {
    await caughtUp();
    await graph.context().kysely.insertInto('setting').values({ key: 'written', value: 'once' }).execute();
    const { rows } = await database.pool.query(`select value from setting where key = 'written'`);
    expect(rows).toEqual([{ value: 'once' }]);
  });

  test('one that crashes under traffic fails no reader, is left, and is asked again when it is back', async () => {
    let going = true;
    const readers = Array.from({ length: 4 }, async () => {
      while (going) expect(await read()).toMatchObject(expected(release));
    });
    await wait(50);
    await pair.replica.crash();
    await wait(200);
    expect((await sending()).replica).toEqual([]);
    expect(said.at(-1)).toMatch(/is left: /);
    await pair.replica.start();
    await replicas.check();
    await caughtUp();
    going = false;
    await Promise.all(readers);
    expect(said.at(-1)).toMatch(/^Reads go to the replica /);
  });

  test('one that hangs is found out, and who waits for it is answered by the primary', async () => {
    pair.replica.freeze(true);
    try {
      const waiting = read();
      await replicas.check();
      expect(await waiting).toMatchObject(expected(release));
      expect((await sending()).replica).toEqual([]);
    } finally {
      pair.replica.freeze(false);
    }
  });
});

test('a copy has reached what it has of every dataset, or more', () => {
  const at = (version: number, more: object = {}) => ({
    ...{ id: 1, slug: 'a', version, alterations: 0, retired: false },
    ...more,
  });
  expect(reaches([at(2)], [at(2)])).toBe(true);
  expect(reaches([at(3), at(1, { id: 2, slug: 'b' })], [at(2)])).toBe(true);
  expect(reaches([at(1)], [at(2)])).toBe(false);
  expect(reaches([], [at(0)])).toBe(false);
  expect(reaches([at(2)], [at(2, { alterations: 1 })])).toBe(false);
  expect(reaches([at(2)], [at(2, { retired: true })])).toBe(false);
  expect(reaches([at(2, { slug: 'another' })], [at(2)])).toBe(false);
});
