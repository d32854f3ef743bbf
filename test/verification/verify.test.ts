import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as runVerify } from '../../server/cli/verify.ts';
import { checksumOf, idOf } from '../../server/figures/figure-id.ts';
import { keepDrawing, packDrawing } from '../../server/figures/drawings.sql.ts';
import { keepFrozen, packData } from '../../server/figures/figures.sql.ts';
import type { CurrentFigure, FigureWords } from '../../server/figures/picture-maker.ts';
import { fillDays } from '../../server/cells/index.ts';
import { wantDays } from '../../server/cells/days/wanted-days.ts';
import { eraseExpert } from '../../server/imports/ledger/erase-expert.ts';
import { verify } from '../../server/verification/verify.ts';
import { importText, testKey } from '../imports/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

const mapping = { expert: 'who', units: 'n', date: 'on', project: 'at', hours: 'h' };
const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => {
    const at = from + i;
    return `w${at % 40},${(at * 7) % 13},2025-0${(at % 9) + 1}-03,p${at % 3},${at / 7}\n`;
  }).join('');

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
  for (const [from, to] of [
    [0, 300],
    [20, 340],
  ] as const)
    await importText(database, `who,n,on,at,h\n${rows(from, to)}`, {
      slug: 'kept',
      mapping,
      mode: 'REPLACE',
      pseudonymKey: testKey,
    });
  const { rows: someone } = await database.pool.query<{ pseudonym: string }>(
    `select pseudonym from expert join dataset on dataset.id = dataset_id where slug = 'kept' order by expert.id limit 1`,
  );
  await eraseExpert(database.pool, { slug: 'kept', expert: someone[0]!.pseudonym });
  const { rows: own } = await database.pool.query<{ id: number }>(
    `select id from dataset where slug = 'kept'`,
  );
  wantDays(database.orm.em.getDriver(), own[0]!.id, 'UNITS');
  expect(await fillDays(database, AbortSignal.timeout(60_000))).toBe(2);
  await freeze();
});
afterAll(() => database.drop());

/** A figure with a headline whose members PostgreSQL puts in another order. */
async function freeze(): Promise<void> {
  const words: FigureWords = {
    finding: 'Nine of ten',
    measure: 'share',
    description: 'Nine of ten',
    notes: [],
    tables: [
      { key: 't', columns: [{ key: 'a', label: 'A', kind: 'number' }], rows: [[0.1], [1e-7], [null]] },
    ],
    standing: { n: 'n = 10', sources: [{ label: 'S', path: '/sources/s' }] },
  };
  const figure: CurrentFigure = {
    address: '/',
    figure: 'forest',
    headline: { value: 0.9, low: 0.3, high: null },
    simulated: false,
    releases: [{ dataset: 'mmteb', number: 1 }],
    query: null,
    words: { en: words, fr: words },
    data: { en: { a: 1 }, fr: { a: 1 } },
  };
  const checksum = checksumOf(figure);
  await keepFrozen(
    database.kysely,
    { ...figure, id: idOf(checksum), checksum, protected: false },
    await packData(figure.data),
  );
  for (const language of ['en', 'fr'] as const)
    await keepDrawing(
      database.kysely,
      idOf(checksum),
      await packDrawing(`<svg lang="${language}"/>`, language),
    );
}

async function running(...argv: string[]) {
  const said = { code: 0, out: '', err: '' };
  said.code = await runVerify(argv, {
    environment: { DATABASE_URL: database.url },
    out: (words) => void (said.out += words),
    err: (words) => void (said.err += words),
  });
  return said;
}

/** The names of the checks that found something. */
async function differing(): Promise<string[]> {
  return (await verify(database.pool)).filter(({ different }) => different > 0).map(({ name }) => name);
}

const ofKept = `dataset_id = (select id from dataset where slug = 'kept')`;

describe('npm run verify', () => {
  test('finds nothing after imports, corrections and an erasure, and says how much it compared', async () => {
    const { code, out } = await running();
    expect(out).toMatch(/Nothing differs\.\n$/);
    expect(code).toBe(0);
    for (const { name, checked, different } of await verify(database.pool))
      expect({ name, checked: checked > 0, different }).toEqual({ name, checked: true, different: 0 });
  });

  test.each([
    [
      'a figure whose words were changed',
      `update figure set words = jsonb_set(words, '{en,finding}', '"Ten of ten"')`,
      `update figure set words = jsonb_set(words, '{en,finding}', '"Nine of ten"')`,
      'frozen figures',
    ],
    [
      'a figure whose data are torn',
      `update figure set data_fr = substring(data_fr from 1 for 12)`,
      `update figure set data_fr = data_en`,
      'frozen figures',
    ],
    [
      'a drawing that is not the one that was made',
      `update figure_drawing set svg = (select svg from figure_drawing where language = 'fr')
       where language = 'en'`,
      `update figure_drawing set svg = decode('${gzipSync('<svg lang="en"/>').toString('hex')}', 'hex') where language = 'en'`,
      'drawings of frozen figures',
    ],
    [
      'a release that is lost',
      `update dataset set version = version + 1 where slug = 'kept'`,
      `update dataset set version = version - 1 where slug = 'kept'`,
      'datasets: releases',
    ],
    [
      'a release that counts another number of contributors',
      `update release set contributors = contributors + 1 where number = 2 and ${ofKept}`,
      `update release set contributors = contributors - 1 where number = 2 and ${ofKept}`,
      'releases: rows',
    ],
    [
      'a sum that is off by the last digit',
      `update expert_rollup set hours = hours + 1e-12 where ${ofKept}`,
      `update expert_rollup set hours = hours - 1e-12 where ${ofKept}`,
      'expert_rollup',
    ],
    [
      'a sum without facts',
      `insert into project_rollup (dataset_id, project_id, expert_id, currency, version, entries, units)
       select id, 999, 999, '', 1, 1, 1 from dataset where slug = 'kept'`,
      `delete from project_rollup where expert_id = 999 and ${ofKept}`,
      'project_rollup',
    ],
    [
      'days that are written in another unit',
      `update day_build set divisor = divisor * 10 where ${ofKept}`,
      `update day_build set divisor = divisor / 10 where ${ofKept}`,
      'days: columns from the facts',
    ],
    [
      'days of a quarter that are lost',
      `update day_column set version = version + 100 where quarter = 8100 and ${ofKept}`,
      `update day_column set version = version - 100 where quarter = 8100 and ${ofKept}`,
      'days: columns from the facts',
    ],
    [
      'a statistic of a cell that is another',
      `update cell set gini = gini / 2 where dimension = 'ALL' and measure = 'UNITS' and ${ofKept}`,
      `update cell set gini = gini * 2 where dimension = 'ALL' and measure = 'UNITS' and ${ofKept}`,
      'cells: statistics',
    ],
    [
      'cells that are lost',
      `update cell set version = version + 100 where dimension = 'QUARTER' and ${ofKept}`,
      `update cell set version = version - 100 where version > 100 and ${ofKept}`,
      'cells: statistics',
    ],
    [
      'a ranking of somebody more',
      `update cell_ranking set experts = experts || '\\x0000000000000000'
       where cell_id in (select id from cell where dimension = 'ALL' and ${ofKept})`,
      `update cell_ranking set experts = substring(experts from 1 for length(experts) - 8)
       where cell_id in (select id from cell where dimension = 'ALL' and ${ofKept})`,
      'cells: statistics',
    ],
    [
      'hourly rates of other engagements',
      'update rate_cell set engagements = engagements + 1',
      'update rate_cell set engagements = engagements - 1',
      'rate cells',
    ],
    [
      'facts of nobody',
      `update earning set expert_id = -expert_id where ${ofKept} and project_id = (select min(project_id) from earning where ${ofKept})`,
      `update earning set expert_id = -expert_id where ${ofKept} and expert_id < 0`,
      'facts: expert',
    ],
    [
      'a table that nobody owns',
      'create table earning_of_999999 (like earning)',
      'drop table earning_of_999999',
      'tables and indexes',
    ],
  ])('finds %s', async (_what, plant, mend, check) => {
    await database.pool.query(plant);
    try {
      expect(await differing()).toContainEqual(expect.stringContaining(check));
    } finally {
      await database.pool.query(mend);
    }
    expect(await differing()).toEqual([]);
  });

  test('exits with 1 and says what differs and where', async () => {
    await database.pool.query(`update release set rows_added = rows_added + 3 where ${ofKept}`);
    const { code, out } = await running();
    await database.pool.query(`update release set rows_added = rows_added - 3 where ${ofKept}`);
    expect(code).toBe(1);
    expect(out).toMatch(/2 differ .*releases: rows added.*\n +release 1 of kept says \d+, 0, 39; facts: /);
    expect(out).toMatch(/\n2 differences\.\n$/);
  });

  test('gives the findings as JSON', async () => {
    const { code, out } = await running('--json');
    expect([code, (JSON.parse(out) as { different: number }).different]).toEqual([0, 0]);
  });
});
