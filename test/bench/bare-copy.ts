import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Database } from '../../server/database/connect.ts';
import { serverProcessor } from './results.ts';

/** What work took: seconds on the clock, and of processors, the server's and this process's. */
export interface Taken {
  clock: number;
  processor: number;
}

/** Does work and says what it took. */
export async function timed(database: Database, work: () => Promise<unknown>): Promise<Taken> {
  const [server, own, began] = [await serverProcessor(database), process.cpuUsage(), performance.now()];
  await work();
  const clock = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  return { clock, processor: (await serverProcessor(database)) - server + (user + system) / 1e6 };
}

/** What the file takes into a table of its columns without an index: the least that any database can do. */
export async function copyFile(database: Database, path: string): Promise<Taken> {
  await database.pool.query(
    'create table bare (worker_id text, project text, sector text, date date, units numeric, hours numeric, amount numeric, currency text)',
  );
  return copyTimed(database, path, 'bare', 'copy bare from stdin with (format csv, header)');
}

/** Writes the facts of a ledger as COPY reads them; by a digest of their content is in no order at all. */
export async function writeFacts(database: Database, path: string, order: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    const sql = `copy (select earning.* from earning join dataset on dataset.id = dataset_id where slug = 'bench' order by ${order}) to stdout`;
    await pipeline(client.query(copyTo(sql)), createWriteStream(path));
  } finally {
    client.release();
  }
}

/** What the facts take into a logged table of the same columns with the same primary key. */
export async function copyFacts(database: Database, path: string): Promise<Taken> {
  await database.pool.query(
    'create table bare (like earning including defaults, primary key (expert_id, period, id, dataset_id))',
  );
  return copyTimed(database, path, 'bare', 'copy bare from stdin');
}

async function copyTimed(database: Database, path: string, table: string, sql: string): Promise<Taken> {
  // In a transaction of its own the table is made: COPY into it is logged, as into any that exists.
  await database.pool.query('checkpoint');
  const client = await database.pool.connect();
  try {
    return await timed(database, () =>
      pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), client.query(copyFrom(sql))),
    );
  } finally {
    client.release();
    await database.pool.query(`drop table ${table}; checkpoint`);
  }
}
