import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { migrations } from '../../server/database/migrations/index.ts';
import { verify } from '../../server/verification/verify.ts';
import { eventually, temporaryFolder } from '../embedded/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { startProduct, type Product } from '../support/product.ts';
import { report, times } from './support/run-length.ts';

const folder = temporaryFolder();
const opened: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of opened.reverse()) await close();
  folder.remove();
});

const [before] = migrations.slice(-3).map(({ name }) => name);
const all = migrations.map(({ name }) => name).toSorted();

/** A database of a former version: its last two migrations have not run. */
async function formerDatabase(): Promise<TestDatabase> {
  const database = await openSeededDatabase();
  opened.push(() => database.drop());
  await database.orm.migrator.down({ to: before! });
  expect(await ran(database)).not.toContain(migrations.at(-1)!.name);
  return database;
}

async function ran(database: TestDatabase): Promise<string[]> {
  return (await database.orm.migrator.getExecuted()).map(({ name }) => name).toSorted();
}

async function start(database: TestDatabase, onSpawn?: (child: ChildProcess) => void): Promise<Product> {
  const product = await startProduct({
    environment: { DATABASE_URL: database.url, DATA_DIR: folder.path },
    ...(onSpawn && { onSpawn }),
  });
  opened.push(() => (product.runs() ? product.stop() : Promise.resolve()));
  return product;
}

/** A server that is not expected to come so far; its process, and a promise that is fulfilled when it has ended. */
async function startInVain(
  database: TestDatabase,
): Promise<{ process: ChildProcess; ended: Promise<unknown> }> {
  return new Promise((begun) => {
    const ended = start(database, (process) =>
      begun({ process, ended: once(process, 'close').then(() => ended.catch(() => undefined)) }),
    );
    ended.catch(() => undefined);
  });
}

/** What tables, columns and indexes there are. */
async function shapeOf({ pool }: TestDatabase): Promise<unknown[]> {
  const { rows } = await pool.query<object>(
    `select relname, relkind, attname from pg_class left join pg_attribute on attrelid = pg_class.oid and attnum > 0
     where relnamespace = 'public'::regnamespace order by 1, 3`,
  );
  return rows;
}

/** What is missing of an up-to-date, sound database. */
async function wrongWith(database: TestDatabase): Promise<unknown[]> {
  const names = await ran(database);
  const verified = await verify(database.pool);
  return [
    ...all.filter((name) => !names.includes(name)),
    ...verified.filter(({ different }) => different > 0),
  ];
}

test(
  'servers that start together on a database of before bring it up to date once, and go on without one that is killed',
  async () => {
    const wrong: unknown[] = [];
    const back: number[] = [];
    for (let time = 0; time < times(1) && wrong.length === 0; time += 1) {
      const database = await formerDatabase();
      const [first, second] = await Promise.all([start(database), start(database)]);
      for (const { url } of [first, second]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect(await ran(database)).toEqual(all);
      const began = performance.now();
      await first.kill();
      expect((await fetch(`${second.url}/pay`)).status).toBe(200);
      back.push(performance.now() - began);
      wrong.push(...(await wrongWith(database)));
      await second.stop();
    }
    report({
      fault: 'two servers starting and migrating together, then one killed; the other’s next page',
      times: back.length,
      lost: wrong.length,
      back,
    });
    expect(wrong).toEqual([]);
  },
  times(1) * 60_000,
);

/** Holds up whoever would write down that a migration has run; resolves with how to let go. */
async function holdMigrations(database: TestDatabase): Promise<() => Promise<unknown>> {
  const client = new pg.Client({ ...inject('postgres'), database: new URL(database.url).pathname.slice(1) });
  await client.connect();
  await client.query('begin; lock table mikro_orm_migrations in share mode');
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

/** The connection that is in the middle of a migration. */
async function migrating({ pool }: TestDatabase): Promise<number> {
  return eventually(async () => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%mikro_orm_migrations%'`,
    );
    return rows[0]!.pid;
  }, 60_000);
}

/** Nothing of a server that has ended is at work any more. */
async function settled({ pool }: TestDatabase): Promise<void> {
  await eventually(async () => {
    const { rows } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
    );
    expect(rows).toEqual([]);
  });
}

const blows = {
  'whose connection is cut': async (database: TestDatabase) => {
    await database.pool.query('select pg_terminate_backend($1)', [await migrating(database)]);
  },
  'that is killed': async (database: TestDatabase, process: ChildProcess) => {
    await migrating(database);
    process.kill('SIGKILL');
  },
};

test.each(Object.entries(blows))(
  'a server %s in the middle of a migration leaves what there was, and the next one goes through',
  async (how, strike) => {
    const wrong: unknown[] = [];
    const back: number[] = [];
    for (let time = 0; time < times(1) && wrong.length === 0; time += 1) {
      const database = await formerDatabase();
      const was = await shapeOf(database);
      const letGo = await holdMigrations(database);
      const { process, ended } = await startInVain(database);
      await strike(database, process);
      await ended;
      await letGo();
      await settled(database);
      expect(await shapeOf(database)).toEqual(was);
      const began = performance.now();
      const product = await start(database);
      expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
      back.push(performance.now() - began);
      wrong.push(...(await wrongWith(database)));
      await product.stop();
    }
    report({
      fault: `a server ${how} in the middle of a migration; until the next one answers`,
      times: back.length,
      lost: wrong.length,
      back,
    });
    expect(wrong).toEqual([]);
  },
  times(1) * 60_000,
);

test(
  'of two servers that start together one may be killed at any moment: the other brings the database up to date',
  async () => {
    const wrong: unknown[] = [];
    const back: number[] = [];
    let needed = 1500;
    for (let time = 0; time < times(1) && wrong.length === 0; time += 1) {
      const database = await formerDatabase();
      const { process, ended } = await startInVain(database);
      const began = performance.now();
      const other = start(database);
      await wait(Math.random() * needed);
      const struck = performance.now();
      process.kill('SIGKILL');
      const product = await other;
      expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
      back.push(performance.now() - struck);
      needed = performance.now() - began;
      await ended;
      wrong.push(...(await wrongWith(database)));
      await product.stop();
    }
    report({
      fault: 'one of two servers killed at any moment while both start; until the other answers',
      times: back.length,
      lost: wrong.length,
      back,
    });
    expect(wrong).toEqual([]);
  },
  times(1) * 60_000,
);
