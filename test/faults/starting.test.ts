import pg from 'pg';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { migrations } from '../../server/database/migrations/index.ts';
import { verify } from '../../server/verification/verify.ts';
import { eventually, temporaryFolder } from '../embedded/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { startProduct, type Product } from './support/product.ts';

const folder = temporaryFolder();
const opened: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of opened.reverse()) await close();
  folder.remove();
});

const [before] = migrations.slice(-3).map(({ name }) => name);
let database: TestDatabase;

/** A database of a former version: its last two migrations have not run. */
beforeEach(async () => {
  const own = await openSeededDatabase();
  database = own;
  opened.push(() => own.drop());
  await database.orm.migrator.down({ to: before! });
  expect(await ran()).not.toContain(migrations.at(-1)!.name);
});

async function ran(): Promise<string[]> {
  return (await database.orm.migrator.getExecuted()).map(({ name }) => name);
}

const start = async (): Promise<Product> => {
  const product = await startProduct({ environment: { DATABASE_URL: database.url, DATA_DIR: folder.path } });
  opened.push(() => (product.runs() ? product.stop() : Promise.resolve()));
  return product;
};

/** What tables, columns and indexes there are. */
async function shape(): Promise<unknown[]> {
  const { rows } = await database.pool.query<object>(
    `select relname, relkind, attname from pg_class left join pg_attribute on attrelid = pg_class.oid and attnum > 0
     where relnamespace = 'public'::regnamespace order by 1, 3`,
  );
  return rows;
}

test('servers that start together on a database of before bring it up to date once, and all of them answer', async () => {
  const products = await Promise.all([start(), start()]);
  for (const { url } of products) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const names = await ran();
  expect(names.toSorted()).toEqual(migrations.map(({ name }) => name).toSorted());
  expect((await verify(database.pool)).filter(({ different }) => different > 0)).toEqual([]);
  // One of them may end, by whatever, without the others.
  await products[0]!.kill();
  expect((await fetch(`${products[1]!.url}/pay`)).status).toBe(200);
  await products[1]!.stop();
}, 120_000);

test('a server whose connection is cut in the middle of a migration leaves what there was, and the next one goes through', async () => {
  const was = await shape();
  const client = new pg.Client({ ...inject('postgres'), database: new URL(database.url).pathname.slice(1) });
  await client.connect();
  opened.push(() => client.end());
  // Whoever reads the table of migrations holds up whoever would write down that one has run.
  await client.query('begin; lock table mikro_orm_migrations in share mode');
  const waiting = startProduct({ environment: { DATABASE_URL: database.url, DATA_DIR: folder.path } }).catch(
    () => 'ended',
  );
  const pid = await eventually(async () => {
    const { rows } = await database.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%mikro_orm_migrations%'`,
    );
    return rows[0]!.pid;
  }, 60_000);
  await database.pool.query('select pg_terminate_backend($1)', [pid]);
  expect(await waiting).toBe('ended');
  await client.query('rollback');
  expect(await shape()).toEqual(was);
  const product = await start();
  expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  expect(await ran()).toContain(migrations.at(-1)!.name);
  await product.stop();
}, 120_000);
