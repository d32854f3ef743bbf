import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as runExport } from '../../server/cli/export.ts';
import { run as runSimulate } from '../../server/cli/simulate.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openSeededDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tacit-command-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

type Command = typeof runExport | typeof runSimulate;

async function running(command: Command, ...argv: string[]) {
  const said = { code: 0, out: '', err: '', file: '' };
  const stdout = new PassThrough();
  const file = text(stdout);
  said.code = await command(argv, {
    environment: { DATABASE_URL: database.url },
    out: (words) => void (said.out += words),
    err: (words) => void (said.err += words),
    stdout,
  });
  stdout.end();
  said.file = await file;
  return said;
}

describe('npm run export', () => {
  test('writes a file and says which release is in it', async () => {
    const path = join(folder, 'rte.csv');
    const { code, err } = await running(runExport, '--dataset', 'rte', '--out', path);
    expect([code, err]).toEqual([0, `Release 1 of "rte" is in ${path}.\n`]);
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(298);
  });

  test('gives standard output the rows and nothing else', async () => {
    const { code, out, err, file } = await running(
      runExport,
      '--dataset',
      'rte',
      '--format',
      'jsonl',
      '--out',
      '-',
      '--json',
    );
    expect([code, out]).toEqual([0, '']);
    expect(JSON.parse(err)).toEqual({
      dataset: 'rte',
      release: 1,
      kind: 'LEDGER',
      format: 'jsonl',
      out: '-',
    });
    expect(
      file
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { units: number }).units),
    ).toHaveLength(296);
  });

  test('gives the owner of the machine a protected ledger, with a warning', async () => {
    await database.pool.query(`update dataset set protected = true where slug = 'sentiment'`);
    const { code, err } = await running(
      runExport,
      '--dataset',
      'sentiment',
      '--out',
      join(folder, 's.parquet'),
    );
    expect(code).toBe(0);
    expect(err).toMatch(/It is protected: pass it on to nobody who may not read it/);
  });

  test.each([
    [[], /--dataset is missing/],
    [['--dataset', 'rte'], /--out is missing/],
    [['--dataset', 'rte', '--out', 'x.doc'], /does not tell a format/],
    [['--dataset', 'rte', '--out', '-', '--release', '0'], /not the number of a release/],
    [['--dataset', 'rte', '--out', '-', '--release', '9'], /no release 9: it has release 1/],
    [['--dataset', 'rte', '--out', '-', '--relase', '1'], /--relase[^]*--help says how/],
  ])('%j is refused in words, with exit code 1', async (argv, message) => {
    const { code, err, file } = await running(runExport, ...argv);
    expect([code, file]).toEqual([1, '']);
    expect(err).toMatch(message);
  });
});

describe('npm run simulate', () => {
  const market = ['--dataset', 'toy', '--experts', '30', '--earnings', '300', '--seed', '5'];

  test('says what it made, and that it is simulated', async () => {
    const { code, out } = await running(runSimulate, ...market);
    expect(code).toBe(0);
    expect(out).toMatch(/^Release 1 of "toy": 300 SIMULATED earnings of 30 experts, seed 5\. [\d.]+ s\.\n$/);
  });

  test('a second time says as JSON that nothing changed', async () => {
    const { code, out } = await running(runSimulate, ...market, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ release: null, parameters: { seed: 5, projects: 20 } });
  });

  test.each([
    [market.slice(2), /--dataset is missing/],
    [[...market.slice(0, -1), 'x'], /the seed is not a number/],
    [[...market, '--dataset', 'rte'], /"rte" is no simulation/],
  ])('%j is refused in words, with exit code 1', async (argv, message) => {
    const { code, err } = await running(runSimulate, ...argv);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});

test.each([runExport, runSimulate])('--help says how, without a database', async (command) => {
  const { code, out } = await running(command, '--help');
  expect(code).toBe(0);
  expect(out).toMatch(/--dataset/);
});
