import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HangUp } from '../../server/graphql/deadline.ts';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { TacitError } from '../../server/errors/tacit-error.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let graph: Graph;
beforeAll(async () => {
  // One connection: what is not given back in order is missed by the next operation.
  database = await openSeededDatabase({ poolSize: 1 });
  await database.pool.query(`alter table evaluation rename to evaluation_rows`);
  await database.pool.query(
    `create view evaluation as select rows.* from (select pg_sleep(60)) slowly, evaluation_rows rows`,
  );
  graph = await createGraph({ database, logger: pino({ level: 'silent' }), longestOperation: 250 });
});
afterAll(async () => {
  await graph.stop();
  await database.drop();
});

const slow = '{ evaluations { nodes { score } } }';
const quick = '{ sectors(first: 1) { nodes { slug } } }';

function codes({ errors = [] }: Awaited<ReturnType<Graph['execute']>>) {
  return errors.map(({ extensions }) => extensions?.['code']);
}

test('an operation is stopped at its deadline, in the database too, and its connection serves the next', async () => {
  const { rows: before } = await database.pool.query('select pg_backend_pid() as pid');
  const began = performance.now();
  const answer = await graph.execute(slow);
  expect(codes(answer)).toEqual(['QUERY_TIMEOUT']);
  expect(answer.errors?.[0]?.message).toContain('0.25 seconds');
  expect(performance.now() - began).toBeLessThan(5000);
  expect((await graph.execute(quick)).errors).toBeUndefined();
  const { rows: after } = await database.pool.query('select pg_backend_pid() as pid');
  expect(after).toEqual(before);
});

test('what waits for a connection does not wait beyond the deadline', async () => {
  const taken = await database.pool.connect();
  try {
    expect(codes(await graph.execute(quick))).toEqual(['QUERY_TIMEOUT']);
  } finally {
    taken.release();
  }
  expect((await graph.execute(quick)).errors).toBeUndefined();
});

test('an operation ends when whoever asked has hung up', async () => {
  let hangUp = (): void => undefined;
  const gone: HangUp = (stop) => (hangUp = () => stop(new TacitError('QUERY_TIMEOUT')));
  const asked = graph.execute(slow, {}, { deadline: { within: 30_000, gone } });
  await wait(50);
  hangUp();
  expect(codes(await asked)).toEqual(['QUERY_TIMEOUT']);
  expect((await graph.execute(quick)).errors).toBeUndefined();
});

test('another operation that waited for the same answer gets it all the same', async () => {
  const query = `{ dataset(slug: "rte") { concentration(measure: UNITS) { gini { value interval { low } } } } }`;
  await database.pool.query(`alter table cell rename to cell_rows`);
  await database.pool.query(
    `create view cell as select rows.* from (select pg_sleep(1)) slowly, cell_rows rows`,
  );
  const options = { deadline: { within: 30_000 } };
  const [first, second] = await Promise.all([graph.execute(query), graph.execute(query, {}, options)]);
  expect(codes(first)).toEqual(['QUERY_TIMEOUT']);
  expect(second.errors).toBeUndefined();
  expect(second.data).toMatchObject({ dataset: { concentration: { gini: { interval: {} } } } });
});
