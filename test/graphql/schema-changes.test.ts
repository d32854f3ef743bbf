import { expect, test } from 'vitest';
import { faultsOf, schemaChanges } from '../../server/cli/schema-changes.ts';

const former = 'type Query { a: Int! b(x: Int): String }';
const faults = async (now: string, announced: Parameters<typeof faultsOf>[1]['announced'] = []) =>
  faultsOf(now, { announced, unreleased: await schemaChanges(former, now) });

test('a field more, or one deprecated with its last day, breaks nobody', async () => {
  expect(await faults('type Query { a: Int! b(x: Int): String c: Int }')).toEqual([]);
  expect(
    await faults(
      'type Query { a: Int! b(x: Int): String @deprecated(reason: "Ask for a. Ends 2027-03-01.") }',
    ),
  ).toEqual([]);
});

test.each([
  ['a field that is gone', 'type Query { a: Int! }', 'Query.b'],
  ['a type that became another', 'type Query { a: String! b(x: Int): String }', 'Query.a'],
  ['an argument that became required', 'type Query { a: Int! b(x: Int!): String }', 'Query.b.x'],
  ['a value that may now be missing', 'type Query { a: Int b(x: Int): String }', 'Query.a'],
  [
    'a deprecation without a day',
    'type Query { a: Int! @deprecated(reason: "no") b(x: Int): String }',
    'Query.a',
  ],
])('%s is refused by its path', async (_what, now, path) => {
  const found = await faults(now);
  expect(found).toHaveLength(1);
  expect(found[0]!.startsWith(`${path} `)).toBe(true);
});

test('what was announced 90 days before may end, and no sooner', async () => {
  const now = 'type Query { a: Int! }';
  const announcement = { path: 'Query.b', deprecated: '2026-01-01', removed: '2026-04-01', instead: 'a' };
  expect(await faults(now, [announcement])).toEqual([]);
  expect(await faults(now, [{ ...announcement, removed: '2999-01-01' }])).toEqual([
    'Query.b breaks clients before 2999-01-01, the day that was announced.',
  ]);
  expect(await faults(now, [{ ...announcement, removed: '2026-03-01' }])).toHaveLength(1);
});

test('the log lists what breaks first', async () => {
  const changes = await schemaChanges(former, 'type Query { a: Int! c: Int }');
  expect(changes.map(({ level, path }) => [level, path])).toEqual([
    ['BREAKING', 'Query.b'],
    ['NON_BREAKING', 'Query.c'],
  ]);
});
