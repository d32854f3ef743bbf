import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retoldReports } from '../../server/analytics/claims/retold-reports.ts';
import { sealPackage } from '../../server/imports/package/seal-package.ts';
import { loadSeeds } from '../../server/imports/seeds.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

const shipped = fileURLToPath(new URL('../../seeds', import.meta.url));

let database: TestDatabase;
let copy: string;
beforeAll(async () => {
  database = await openSeededDatabase();
  copy = await mkdtemp(join(tmpdir(), 'tacit-seeds-'));
  await cp(shipped, copy, { recursive: true });
});
afterAll(async () => {
  await database.drop();
  await rm(copy, { recursive: true });
});

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*) from ${table} where ${where}`,
  );
  return rows[0]!.count;
}

describe('the shipped facts', () => {
  test.each([
    ['sector', 'dataset_id is null', 13],
    ['profession', 'true', 830],
    ['profession_wage', 'year = 2025', 830],
    ['pay_observation', 'true', 377],
    ['market_fact', 'true', 252],
    ['conversion_evidence', 'true', 114],
    ['claim', 'true', 5],
    ['dataset', `kind = 'LEDGER' and version = 1`, 12],
  ])('%s where %s: %d rows', async (table, where, rows) => {
    expect(await count(table, where)).toBe(rows);
  });

  test('each number has its source: no source is without an address', async () => {
    expect(await count('source')).toBeGreaterThanOrEqual(262);
    expect(await count('source', `url !~ '^https?://'`)).toBe(0);
  });

  test('each ledger says its licence, its citation, its unit in both languages and how work was allotted', async () => {
    expect(
      await count(
        'dataset',
        `kind = 'LEDGER' and (licence is null or citation is null or allotment is null or source_id is null
          or coalesce(unit_en, '') = '' or coalesce(unit_fr, '') = '')`,
      ),
    ).toBe(0);
  });

  test('no source is graded above what its own note or publisher allows', async () => {
    const elsewhere = `(note ~ '^(Read (at|as|through)|Second-hand)|read at (a|Cat)' or note ~ 'Taken from')`;
    expect(await count('source', `reliability = 'A' and ${elsewhere}`)).toBe(0);
    const notShown = `publisher ~ 'original newsroom not shown'`;
    expect(await count('source', notShown)).toBe(2);
    expect(await count('source', `${notShown} and reliability <> 'C'`)).toBe(0);
  });

  test('the sources that retell one report are all there', async () => {
    const slugs = retoldReports.flatMap(({ sources }) => sources);
    expect(new Set(slugs).size).toBe(slugs.length);
    const { rows } = await database.pool.query('select slug from source where slug = any($1)', [slugs]);
    expect(rows).toHaveLength(slugs.length);
  });

  test('a sum of all rounds is not called a round', async () => {
    expect(await count('market_fact', `metric = 'funding_raised' and note ~* '\\m(in all|total)\\M'`)).toBe(
      0,
    );
    expect(await count('market_fact', `metric = 'funding_raised_total'`)).toBe(3);
  });

  test('each release says what it was made of, in one form', async () => {
    expect(await count('release')).toBe(13);
    expect(await count('release', `checksum !~ '^sha256:[0-9a-f]{64}$'`)).toBe(0);
  });

  test('the median wage of lawyers is 76.76 dollars an hour', async () => {
    const { rows } = await database.pool.query(
      `select median_hourly from profession_wage join profession on id = profession_id
       where soc_code = '23-1011' and year = 2025`,
    );
    expect(rows).toEqual([{ median_hourly: 76.76 }]);
  });
});

describe('loading the seeds', () => {
  test('a second time does nothing', async () => {
    expect(await loadSeeds(database, { directory: shipped })).toEqual({ loaded: false });
  });

  test('a file that is not what its descriptor says is refused, with its name and what would do', async () => {
    await appendFile(join(copy, 'resources/sectors.csv'), 'extra,Extra,Extra,99\n');
    await expect(loadSeeds(database, { directory: copy })).rejects.toThrow(
      /Resource sectors .* is not the file that the data package describes.*npm run generate/,
    );
    expect(await count('sector', 'dataset_id is null')).toBe(13);
  });

  test('a cell that its schema does not allow is refused with line and column, and nothing is loaded', async () => {
    await appendFile(join(copy, 'resources/wages.csv'), '23-1011,later,,,,,,,,,,maybe,hourly,oews\n');
    await sealPackage(join(copy, 'datapackage.json'));
    await expect(loadSeeds(database, { directory: copy })).rejects.toThrow(
      /Resource wages .*\n {2}line \d+, year: "later" is not a whole number/,
    );
    expect(await count('sector', 'dataset_id is null')).toBe(13);
  });

  test('seeds that changed are loaded again; a ledger that did not keeps its release', async () => {
    await cp(join(shipped, 'resources/wages.csv'), join(copy, 'resources/wages.csv'));
    await sealPackage(join(copy, 'datapackage.json'));
    expect(await loadSeeds(database, { directory: copy })).toEqual({ loaded: true });
    expect(await count('sector', 'dataset_id is null')).toBe(14);
    expect(await count('release', 'number > 1')).toBe(0);
  });

  test('a missing or malformed descriptor is named', async () => {
    await expect(loadSeeds(database, { directory: join(copy, 'nowhere') })).rejects.toThrow(
      /datapackage\.json cannot be read \(ENOENT\)/,
    );
  });
});
