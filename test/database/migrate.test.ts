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

test('facts and rollups of former versions keep every row when they are parted by dataset, and are summed up by project', async () => {
  const former = await openTestDatabase();
  const { pool, orm } = former;
  await pool.query('drop schema public cascade; create schema public');
  await orm.migrator.up({ to: 'migration-20261124-figures' });
  await pool.query(`
    insert into dataset (slug, title_en, title_fr, kind) select name, name, name, 'LEDGER' from unnest(array['a', 'b']) name;
    create table earning_2024q1 partition of earning for values from ('2024-01-01') to ('2024-04-01');
    insert into earning (expert_id, period, dataset_id, project_id, sector_id, profession_id, quarter, amount_minor, units,
      release_id, row_key)
    select number, case when number > 2 then date '0001-01-01' else '2024-02-01' end, 1 + number % 2, 0, 0, 0, 8096, 100,
      number, 1, 'row ' || number
    from generate_series(1, 5) number;
    insert into expert_rollup (dataset_id, expert_id, quarter, sector_id, profession_id, currency, version, entries, units)
    select dataset_id, expert_id, quarter, 0, 0, '', 1, 1, units from earning;
    insert into project_rollup (dataset_id, project_id, expert_id, currency, version, entries, units)
    select dataset_id, 0, expert_id, '', 1, 1, units from earning`);
  const rowsOf = async () => {
    const tables = [];
    for (const table of ['earning', 'expert_rollup', 'project_rollup'])
      tables.push((await pool.query(`select * from ${table} order by expert_id`)).rows);
    return tables;
  };
  const before = await rowsOf();
  await migrate(former, 'migration-20261124-own-partitions');
  expect(await rowsOf()).toEqual(before);
  const next = await pool.query<{ id: number }>(
    `insert into earning (expert_id, period, dataset_id, project_id, sector_id, profession_id, quarter, units, release_id,
       row_key) values (9, '2024-02-01', 1, 0, 0, 0, 8096, 1, 1, 'next') returning id`,
  );
  expect(next.rows[0]!.id).toBe(6);

  await pool.query(`
    insert into release (id, dataset_id, number, checksum, note, rows_added, rows_reversed, contributors)
    select id, 1 + id % 2, 1 + id / 3, id::text, '', 0, 0, 0 from generate_series(1, 3) id;
    update earning set release_id = case when dataset_id = 1 then 2 else 1 end;
    update earning set project_id = 7 where expert_id = 2;
    insert into earning (expert_id, period, dataset_id, project_id, sector_id, profession_id, quarter, units, release_id,
      row_key, reversal) values (2, '2024-02-01', 1, 7, 0, 0, 8096, -2, 2, 'row 2', true),
      (2, '2024-02-02', 1, 8, 0, 0, 8096, 5, 2, 'other', false)`);
  await migrate(former);
  const summed = await pool.query(
    `select dataset_id, expert_id, project_id, version, entries, units from expert_rollup order by 1, 2, 3`,
  );
  expect(summed.rows.map((row) => Object.values(row as object))).toEqual([
    [1, 2, 7, 1, 0, 0],
    [1, 2, 8, 1, 1, 5],
    [1, 4, 0, 1, 1, 4],
    [1, 9, 0, 1, 1, 1],
    [2, 1, 0, 1, 1, 1],
    [2, 3, 0, 1, 1, 3],
    [2, 5, 0, 1, 1, 5],
  ]);
  await former.drop();
});
