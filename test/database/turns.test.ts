import { expect, test } from 'vitest';
import { Turns } from '../../server/database/turns.ts';
import { createGraph } from '../../server/graphql/graph.ts';
import { createLogger } from '../../server/logging.ts';
import { openSeededDatabase } from '../support/database.ts';

test('so many work at a time, in the order in which they came, also after one has failed', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const endings = Array.from({ length: 5 }, () => Promise.withResolvers<undefined>());
  const works = endings.map(({ promise }, at) =>
    turns.take(() => {
      begun.push(at);
      return promise;
    }),
  );
  const settled = Promise.allSettled(works);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  expect(begun).toEqual([0, 1]);
  endings[1]!.reject(new Error('no'));
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  endings[0]!.resolve(undefined);
  endings[2]!.resolve(undefined);
  await turn();
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  endings[3]!.resolve(undefined);
  endings[4]!.resolve(undefined);
  expect((await settled).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});

test('an operation that asks much takes few connections at a time, so that others find one', async () => {
  const database = await openSeededDatabase({ poolSize: 5 });
  const graph = await createGraph({ database, logger: createLogger('silent') });
  try {
    await database.pool.query('alter table evaluation rename to evaluation_rows');
    await database.pool.query(
      'create view evaluation as select rows.* from (select pg_sleep(0.05)) slowly, evaluation_rows rows',
    );
    const lists = Array.from(
      { length: 30 },
      (_, at) => `l${at}: evaluations(first: ${at + 1}) { nodes { score } }`,
    );
    const much = graph.execute(`{ ${lists.join(' ')} }`);
    let most = 0;
    let answered = 0;
    let isDone = false;
    void much.finally(() => (isDone = true));
    while (!isDone) {
      const { rows } = await database.pool.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
         where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`,
      );
      most = Math.max(most, rows[0]!.count);
      answered += 1;
    }
    expect((await much).errors).toBeUndefined();
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
    expect(answered).toBeGreaterThan(10);
  } finally {
    await graph.stop();
    await database.drop();
  }
});
