import { afterAll, beforeAll, expect, test } from 'vitest';
import { isMigrated, migrate } from '../../server/database/migrate.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

test('a database that is up to date is left as it is', async () => {
  expect(await isMigrated(database)).toBe(true);
  expect(await migrate(database)).toBe(0);
});

test('servers that start together migrate one after the other', async () => {
  expect(await Promise.all([migrate(database), migrate(database)])).toEqual([0, 0]);
});

test('a database that a later version has changed is refused, with what would do', async () => {
  await database.pool.query(`insert into mikro_orm_migrations (name) values ('migration-29990101-later')`);
  await expect(migrate(database)).rejects.toThrow(
    /by a later version of Tacit \(migration-29990101-later\).*DATA_DIR or DATABASE_URL/,
  );
});
