import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, onlyReleased, type Edition } from '../../server/http/pages/edition.ts';
import { eraseExpert } from '../../server/imports/ledger/erase-expert.ts';
import { restoreDataset, retireDataset } from '../../server/imports/ledger/retire-dataset.ts';
import { publishLedger } from '../analytics/earning-filter/publish-ledger.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let edition: Edition;

beforeAll(async () => {
  database = await openSeededDatabase();
  edition = editionOf(database.kysely);
  await publish('old', 1);
});
afterAll(() => database.drop());

async function publish(slug: string, units: number): Promise<void> {
  const experts = ['a', 'b', 'c'];
  await publishLedger(
    database,
    slug,
    experts.map((expert) => ({ expert, units })),
  );
}

/** Where the data stood before and after something. */
async function around(act: () => Promise<unknown>) {
  const before = await edition();
  await act();
  const after = await edition();
  return { moved: before.data !== after.data, only: onlyReleased(before, after) };
}

const sql = (text: string) => () => database.pool.query(text);

describe('where the data stand', () => {
  test('stays the same while nothing happens', async () => {
    expect(await around(async () => undefined)).toEqual({ moved: false, only: true });
  });

  test.each([
    ['a ledger has a new release', () => publish('old', 2)],
    ['a new ledger is published', () => publish('new', 1)],
  ])('moves where %s, which leaves what was said before true of the release before', async (_what, act) => {
    expect(await around(act)).toEqual({ moved: true, only: true });
  });

  test.each([
    ['a ledger is retired', () => retireDataset(database.pool, 'old')],
    ['a ledger is taken back into use', () => restoreDataset(database.pool, 'old')],
    ['a ledger becomes protected', sql(`update dataset set protected = true where slug = 'new'`)],
    [
      'somebody is erased',
      async () => {
        const { rows } = await database.pool.query<{ pseudonym: string }>(
          `select pseudonym from expert join dataset on dataset.id = dataset_id where slug = 'old' limit 1`,
        );
        return eraseExpert(database.pool, { slug: 'old', expert: rows[0]!.pseudonym });
      },
    ],
    [
      'another public record is loaded',
      sql(`update setting set value = 'another', updated_at = now() where key = 'seeds.checksum'`),
    ],
    [
      'a ledger is retired right after a release',
      async () => {
        await publish('old', 3);
        await retireDataset(database.pool, 'old');
      },
    ],
  ])('moves where %s, and what was said before may not be said once more', async (_what, act) => {
    expect(await around(act)).toEqual({ moved: true, only: false });
  });
});
