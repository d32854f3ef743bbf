import { afterAll, beforeAll, expect, test } from 'vitest';
import { Source } from '../../server/market/sources/source.entity.ts';
import { Wage } from '../../server/market/professions/wage.entity.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.drop());

test('the entities describe the tables that the migrations made', async () => {
  // Tables without an entity (facts, rollups, settings) are no difference: `dropTables` is off.
  expect(await database.orm.schema.getUpdateSchemaSQL({ wrap: false, dropTables: false })).toBe('');
});

test('an entity is read, changed and written back', async () => {
  const em = database.orm.em.fork();
  const wage = await em.findOneOrFail(
    Wage,
    { profession: { socCode: '23-1011' }, year: 2025 },
    { populate: ['source'] },
  );
  expect(wage.medianHourly).toBe(76.76);
  expect(wage.source.$.kind).toBe('DATASET');
  wage.source.$.licence = 'public domain';
  await em.flush();
  const source = await database.orm.em.fork().findOneOrFail(Source, { slug: wage.source.$.slug });
  expect(source.licence).toBe('public domain');
});
