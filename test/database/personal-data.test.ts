import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';
import { inLedgers, inSources, ofNobody } from '../../web/src/lib/personal-data/kept.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

/** Tables that are told of together, as the page of the dashboard has them. */
const onThePage = [...inLedgers.map(({ tables }) => tables), inSources, ofNobody];

test('the page on personal data places every table of the database, and none that is not there', async () => {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
     and relname not like 'mikro_orm%' order by relname`,
  );
  expect(onThePage.flat().toSorted()).toEqual(tables.map(({ name }) => name));
});

test('what lies beside the code places them in the same lines', () => {
  const text = readFileSync(projectPath('server', 'imports', 'PERSONAL-DATA.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| `[a-z_]+`/.test(line));
  const inTheFile = rows.map((row) =>
    [...row.split('|')[1]!.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name!),
  );
  expect(inTheFile).toEqual(onThePage);
});
