import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseCode, errorFormatter } from '../../server/graphql/errors.ts';
import { nodeId } from '../../server/graphql/node-id.ts';
import { encodeCursor } from '../../server/graphql/paging/cursor.ts';
import { OrderDirection } from '../../server/graphql/paging/order-direction.ts';
import { openGraph, type OpenGraph } from './open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

async function errorOf(query: string, variables?: Record<string, unknown>) {
  const { errors } = await graph.execute(query, variables);
  expect(errors).toHaveLength(1);
  return { code: errors![0]!.extensions?.['code'], message: errors![0]!.message };
}

const elsewhere = encodeCursor(
  { name: 'TITLE', type: 'text', direction: OrderDirection.ASC },
  { key: 'a', id: 1 },
);

describe('a caller who asks wrongly is told what is wrong', () => {
  test.each([
    ['GRAPHQL_PARSE_FAILED', '{ sources(', 'Syntax Error: Expected Name, found <EOF>.'],
    [
      'GRAPHQL_VALIDATION_FAILED',
      '{ sourcs { totalCount } }',
      'Cannot query field "sourcs" on type "Query". Did you mean "source" or "sources"?',
    ],
    [
      'GRAPHQL_VALIDATION_FAILED',
      '{ payObservations(filter: { from: "soon" }) { totalCount } }',
      'PartialDate is a year YYYY, a month YYYY-MM or a day YYYY-MM-DD, not "soon".',
    ],
    ['GRAPHQL_VALIDATION_FAILED', 'subscription { anything }', 'This API has no subscriptions.'],
    ['BAD_USER_INPUT', '{ sources(first: 0) { totalCount } }', 'first must be from 1 to 100, not 0.'],
    ['BAD_USER_INPUT', '{ sources(first: 101) { totalCount } }', 'first must be from 1 to 100, not 101.'],
    ['BAD_USER_INPUT', '{ sources(last: -1) { totalCount } }', 'last must be from 1 to 100, not -1.'],
    [
      'BAD_USER_INPUT',
      '{ sources(first: 1, last: 1) { totalCount } }',
      'Ask for first or for last, not for both.',
    ],
    ['BAD_USER_INPUT', '{ sources(after: "x") { totalCount } }', '"x" is not a cursor of this API.'],
    [
      'BAD_USER_INPUT',
      `{ sources(before: "${elsewhere}") { nodes { id } } }`,
      'This cursor belongs to another order: ask for the first page of this order again.',
    ],
    [
      'BAD_USER_INPUT',
      '{ experts(orderBy: { field: AMOUNT }) { totalCount } }',
      'Money is compared in one currency: name it in filter.currency to order by AMOUNT.',
    ],
    [
      'BAD_USER_INPUT',
      '{ earnings(filter: { project: "x" }) { totalCount } }',
      '"x" is not the id of a thing of type Project.',
    ],
    ['NOT_FOUND', '{ experts(filter: { dataset: "nope" }) { totalCount } }', 'There is no dataset "nope".'],
    [
      'UNKNOWN_RELEASE',
      '{ dataset(slug: "rte") { release(number: 9) { note } } }',
      'The dataset "rte" has no release 9: it has releases 1 to 1.',
    ],
  ])('%s %s', async (code, query, message) => {
    expect(await errorOf(query)).toEqual({ code, message });
  });

  test('BAD_USER_INPUT for a variable of the wrong kind', async () => {
    const query =
      'query ($size: Int, $filter: PayFilter) { payObservations(first: $size, filter: $filter) { totalCount } }';
    expect(await errorOf(query, { size: 'many' })).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'Variable "$size" got invalid value "many"; Int cannot represent non-integer value: "many"',
    });
    expect(await errorOf(query, { filter: { country: ['Mars'] } })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('BAD_USER_INPUT for text that PostgreSQL cannot hold', async () => {
    const query = 'query ($slug: String!) { source(slug: $slug) { id } }';
    graph.log.length = 0;
    expect(await errorOf(query, { slug: 'a\0' })).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'Text with a NUL character (U+0000) cannot be used: leave the character out.',
    });
    const levels = graph.log.map((line) => (JSON.parse(line) as { level: number }).level);
    expect(Math.max(...levels)).toBe(20);
  });

  test('BAD_USER_INPUT for a cursor that was made up, however large its number', async () => {
    const order = { name: 'VALUE', type: 'float8', direction: OrderDirection.DESC } as const;
    const query =
      'query ($after: String) { marketFacts(orderBy: { field: VALUE, direction: DESC }, after: $after) { nodes { key } } }';
    const after = (key: string) => ({ after: encodeCursor(order, { key, id: 1 }) });
    expect((await errorOf(query, after('1e999'))).code).toBe('BAD_USER_INPUT');
    expect((await errorOf(query, after('1e-400'))).code).toBe('BAD_USER_INPUT');
    expect((await graph.execute(query, after('5e-324'))).errors).toBeUndefined();
  });

  test('where in the document a value stands that its type does not take', async () => {
    const { errors } = await graph.execute('{ payObservations(filter: { from: 2025 }) { totalCount } }');
    expect(errors).toMatchObject([
      {
        message: 'PartialDate is a year YYYY, a month YYYY-MM or a day YYYY-MM-DD, not 2025.',
        locations: [{ line: 1, column: 35 }],
      },
    ]);
  });

  test('BAD_USER_INPUT for more ids than a page holds', async () => {
    expect(
      await errorOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill('x') }),
    ).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'ids may hold up to 100 ids, not 101.',
    });
  });
});

describe('what is not there is null', () => {
  test.each([
    '{ dataset(slug: "nope") { id } }',
    '{ sector(slug: "nope") { id } }',
    '{ source(slug: "nope") { id } }',
    '{ organisation(slug: "nope") { id } }',
    '{ profession(socCode: "00-0000") { id } }',
    `{ expert(id: "${nodeId('Expert', 999_999_999)}") { id } }`,
    `{ project(id: "${nodeId('Sector', 1)}") { id } }`,
    `{ node(id: "${nodeId('Figure', 1)}") { id } }`,
    `{ node(id: "${nodeId('Earning', '1.2020-01-01.1')}") { id } }`,
    `{ node(id: "${nodeId('Earning', '1.2020-99-99.1')}") { id } }`,
  ])('%s', async (query) => {
    expect(Object.values(await graph.ask(query))).toEqual([null]);
  });

  test('and leaves the others of a list of ids their answers', async () => {
    const { source } = await graph.ask<{ source: { id: string } }>(
      '{ source(slug: "bls-oews-2025") { id } }',
    );
    const data = await graph.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', {
      ids: [source.id, 'x', source.id],
    });
    const found = { id: source.id, __typename: 'Source' };
    expect(data['nodes']).toEqual([found, null, found]);
  });
});

describe('what is wrong here is masked', () => {
  test('and logged under the request id that the answer names', async () => {
    await graph.database.pool.query('alter table evaluation rename to hidden');
    try {
      graph.log.length = 0;
      const { errors, data } = await graph.execute(
        '{ evaluations { totalCount } }',
        {},
        { requestId: 'req-7' },
      );
      expect(data).toBeNull();
      expect(errors).toEqual([
        {
          message: 'The server failed at this request. It is logged under the request id of this response.',
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req-7' },
          path: ['evaluations', 'totalCount'],
          locations: [{ line: 1, column: 17 }],
        },
      ]);
      expect(graph.log.join()).toContain('relation \\"evaluation\\" does not exist');
      expect(graph.log.join()).toContain('"requestId":"req-7"');
    } finally {
      await graph.database.pool.query('alter table hidden rename to evaluation');
    }
  });

  test.each([
    ['QUERY_TIMEOUT', 'pg_cancel_backend'],
    ['SERVICE_UNAVAILABLE', 'pg_terminate_backend'],
  ])('as %s after %s', async (code, stop) => {
    const locker = await graph.database.pool.connect();
    try {
      await locker.query('begin; lock table evaluation');
      const answer = graph.execute('{ evaluations { totalCount } }');
      await expect
        .poll(async () => {
          const { rowCount } = await graph.database.pool.query(
            `select ${stop}(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          return rowCount;
        })
        .toBe(1);
      expect((await answer).errors?.[0]?.extensions?.['code']).toBe(code);
    } finally {
      await locker.query('rollback');
      locker.release();
    }
  });

  test('unless its code is registered', () => {
    const format = errorFormatter({ error: () => undefined, debug: () => undefined });
    const shown = (error: GraphQLError) => format(error.toJSON(), error);
    const odd = new GraphQLError('the password is 1234', { extensions: { code: 'ODD' } });
    expect(shown(odd)).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(shown(odd).message).not.toContain('1234');
    const thrown = new GraphQLError('secret', {
      originalError: new Error('secret'),
      extensions: { code: 'NOT_FOUND' },
    });
    expect(shown(thrown).message).not.toContain('secret');
  });

  test('a lost connection is known by its code or by the words of the driver', () => {
    const coded = (code: string) => databaseCode(Object.assign(new Error('?'), { code }));
    expect(['ECONNREFUSED', '08006', '57P01', '53300'].map(coded)).toEqual(
      Array(4).fill('SERVICE_UNAVAILABLE'),
    );
    expect(databaseCode(new Error('Connection terminated unexpectedly'))).toBe('SERVICE_UNAVAILABLE');
    expect([coded('42P01'), databaseCode(new Error('no')), databaseCode('no')]).toEqual([null, null, null]);
  });
});

test('a whole answer that failed has the HTTP status of its error', async () => {
  const status = async (query: string) => {
    const response = await graph.apollo.executeOperation({ query }, { contextValue: graph.context() });
    return response.http.status ?? 200;
  };
  expect(await status('{ nonsense }')).toBe(400);
  expect(await status('{ experts(filter: { dataset: "nope" }) { totalCount } }')).toBe(404);
  expect(await status('{ dataset(slug: "rte") { release(number: 9) { note } } }')).toBe(200);
});
