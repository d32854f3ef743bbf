import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../server/cli/dataset.ts';
import { eraseExpert } from '../../server/imports/ledger/erase-expert.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';

let graph: OpenGraph;
const rows: LedgerRow[] = [
  { expert: 'ada', project: 'p', sector: 's', date: '2025-01-10', units: 4 },
  { expert: 'ada', project: 'q', sector: 's', date: '2025-04-10', units: 6 },
  { expert: 'bob', project: 'p', sector: 's', date: '2025-01-10', units: 3 },
];
beforeAll(async () => {
  graph = await openGraph('empty');
  const late: LedgerRow = { expert: 'eve', project: 'p', units: 1 };
  await publishLedger(graph.database, 'ledger', [rows[2]!]);
  await publishLedger(graph.database, 'ledger', rows);
  await publishLedger(graph.database, 'ledger', [rows[0]!, rows[2]!, late]);
  await publishLedger(graph.database, 'other', rows);
});
afterAll(() => graph.close());

interface Said {
  code: number;
  out: string;
  err: string;
}

async function dataset(argv: readonly string[], answer = false): Promise<Said> {
  const said = { code: 0, out: '', err: '' };
  const environment = { DATABASE_URL: graph.database.url };
  const around = {
    environment,
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  said.code = await run(argv, around, (question) => {
    said.err += question;
    return Promise.resolve(answer);
  });
  return said;
}

const totals = async (release: number): Promise<object> => {
  const query = `{ dataset(slug: "ledger") { concentration(measure: UNITS, release: ${release}) { contributors total } } }`;
  return (await graph.ask<{ dataset: { concentration: object } }>(query)).dataset.concentration;
};

async function rowsOf(table: string, expert: number): Promise<number> {
  const column = table === 'expert' ? 'id' : 'expert_id';
  const found = await graph.database.pool.query<{ count: number }>(
    `select count(*) as count from ${table} where ${column} = $1`,
    [expert],
  );
  return found.rows[0]!.count;
}

describe('a person is erased', () => {
  test('only after a yes that knows what goes; a no leaves everything', async () => {
    const said = await dataset(['erase', 'ledger', '--expert', 'ada']);
    expect(said.code).toBe(1);
    expect(said.err).toContain('Erase 3 rows of one contributor from "ledger" (releases 2, 3) for ever?');
    expect(await totals(2)).toEqual({ contributors: 2, total: 13 });
  });

  test('from every table and every release, and the log says so without saying who', async () => {
    expect(await totals(3)).toEqual({ contributors: 3, total: 8 });
    const { rows: found } = await graph.database.pool.query<{ id: number }>(
      `select expert.id from expert join dataset on dataset.id = dataset_id where slug = 'ledger' and pseudonym = 'ada'`,
    );
    const id = found[0]!.id;
    const said = await dataset([
      'erase',
      'ledger',
      '--expert',
      'ada',
      '--reason',
      'asked for it',
      '--yes',
      '--json',
    ]);
    expect(said).toMatchObject({ code: 0 });
    expect(JSON.parse(said.out)).toEqual({ slug: 'ledger', rows: 3, releases: [2, 3] });
    for (const table of ['earning', 'expert_rollup', 'project_rollup', 'expert'])
      expect(await rowsOf(table, id)).toBe(0);
    expect(await totals(1)).toEqual({ contributors: 1, total: 3 });
    expect(await totals(2)).toEqual({ contributors: 1, total: 3 });
    expect(await totals(3)).toEqual({ contributors: 2, total: 4 });
    const data = await graph.ask(`{ dataset(slug: "ledger") {
      erasures { release rows reason erasedAt } releases { nodes { number alteredAt contributors rowsAdded } } } }`);
    expect(data).toEqual({
      dataset: {
        erasures: [{ release: 3, rows: 3, reason: 'asked for it', erasedAt: expect.any(String) }],
        releases: {
          nodes: [
            { number: 3, alteredAt: expect.any(String), contributors: 2, rowsAdded: 1 },
            { number: 2, alteredAt: expect.any(String), contributors: 1, rowsAdded: 0 },
            { number: 1, alteredAt: null, contributors: 1, rowsAdded: 1 },
          ],
        },
      },
    });
  });

  test('from one ledger, not from another that has the same pseudonym', async () => {
    const query = '{ dataset(slug: "other") { concentration(measure: UNITS) { total } } }';
    expect(await graph.ask(query)).toEqual({ dataset: { concentration: { total: 13 } } });
  });

  test('whom nobody knows is an error, and changes nothing', async () => {
    const said = await dataset(['erase', 'ledger', '--expert', 'nobody', '--yes']);
    expect(said).toMatchObject({
      code: 1,
      err: expect.stringContaining('has no expert with that pseudonym'),
    });
    await expect(eraseExpert(graph.database.pool, { slug: 'nothing', expert: 'ada' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a dataset is retired', () => {
  const listed = async (): Promise<string> =>
    JSON.stringify(await graph.ask('{ datasets { nodes { slug } } experts { nodes { dataset { slug } } } }'));

  test('and no longer listed, but read by its slug with all it holds; restored, it is back', async () => {
    expect((await dataset(['retire', 'other'], true)).code).toBe(0);
    expect(await listed()).not.toContain('"other"');
    expect(
      await graph.ask(`{ dataset(slug: "other") { retiredAt experts { totalCount } earnings { totalCount }
        projects { totalCount nodes { earnings { totalCount } } } } }`),
    ).toEqual({
      dataset: {
        retiredAt: expect.any(String),
        experts: { totalCount: 2 },
        earnings: { totalCount: 3 },
        projects: {
          totalCount: 2,
          nodes: [{ earnings: { totalCount: 2 } }, { earnings: { totalCount: 1 } }],
        },
      },
    });
    expect((await dataset(['restore', 'other'])).out).toBe('"other" is in use.\n');
    expect(await listed()).toContain('"other"');
  });

  test('twice keeps the first day; without a yes not at all', async () => {
    const first = await dataset(['retire', 'other', '--yes', '--json']);
    expect((await dataset(['retire', 'other', '--yes', '--json'])).out).toBe(first.out);
    await dataset(['restore', 'other']);
    expect(await dataset(['retire', 'other'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nothing was'),
    });
    expect(await listed()).toContain('"other"');
  });
});

test('the command says how it is used, and what is missing', async () => {
  expect(await dataset(['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('erase SLUG --expert'),
  });
  for (const [argv, fault] of [
    [['retire'], 'Which dataset?'],
    [['erase', 'ledger'], '--expert names the pseudonym'],
    [['burn', 'ledger'], '"burn" is no command'],
    [['retire', 'nothing', '--yes'], 'There is no dataset "nothing"'],
    [['retire', 'ledger', '--hard'], "Unknown option '--hard'"],
  ] as const)
    expect(await dataset(argv)).toMatchObject({ code: 1, err: expect.stringContaining(fault) });
});
