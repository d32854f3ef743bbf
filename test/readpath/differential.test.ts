import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { operations, type Pool } from './generated-operations.ts';
import { addOddRows, readPool } from './rows.ts';
import { comparable, openTwoApis, type Reply, type TwoApis } from './two-apis.ts';

/** By hand, many thousand: READPATH_OPERATIONS=20000, and READPATH_SEED for other ones. */
const byHand = process.env['READPATH_OPERATIONS'] !== undefined;
const numRuns = Number(process.env['READPATH_OPERATIONS'] ?? 100);
const seed = Number(process.env['READPATH_SEED'] ?? 7);

let database: TestDatabase;
let apis: TwoApis;
let pool: Pool;
beforeAll(async () => {
  database = await openSeededDatabase();
  await addOddRows(database);
  pool = await readPool(database);
  apis = await openTwoApis(database);
});
afterAll(async () => {
  await apis.close();
  await database.drop();
});

test(
  'whatever is asked is answered as graphql-js answers it: data, errors, order, cost, status and headers',
  { timeout: 3_600_000 },
  async () => {
    const seen = { fast: 0, refused: 0, all: 0 };
    await fc.assert(
      fc.asyncProperty(operations(apis.graph.schema, pool), async ({ again, ...operation }) => {
        // What was asked before is answered from memory, or by the same statement with other values.
        for (const asked of [operation, { ...operation, variables: again }, operation]) {
          const { served, plain, wasFast } = await apis.both(asked);
          const same = isDeepStrictEqual(comparable(served), comparable(plain));
          expect(same, `${JSON.stringify(asked)}\nserved: ${tell(served)}\nplain: ${tell(plain)}`).toBe(true);
          seen.all += 1;
          if (wasFast) seen.fast += 1;
          if (plain.body.includes('"errors"')) seen.refused += 1;
        }
      }),
      { numRuns, seed, endOnFailure: byHand },
    );
    if (byHand) process.stdout.write(`${JSON.stringify(seen)}\n`);
    // Of the corpus much is wrong on purpose, and must be answered by Apollo; of the rest hardly anything.
    expect(seen.refused).toBeGreaterThan(seen.all / 10);
    expect(seen.fast).toBeGreaterThan((seen.all - seen.refused) / 2);
  },
);

function tell({ status, body }: Reply): string {
  return `${status} ${body.slice(0, 1500)}`;
}
