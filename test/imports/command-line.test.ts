import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../server/cli/import.ts';
import { readImportArguments } from '../../server/cli/import-arguments.ts';
import { createProgress } from '../../server/cli/import-progress.ts';
import { projectPath } from '../../server/project-root.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { factsOf, freshSlug, openFolder, traces, type Folder } from './support.ts';

const program = projectPath('.build', 'server', 'cli', 'main.js');

let database: TestDatabase;
let folder: Folder;
let good: string;
beforeAll(async () => {
  database = await openSeededDatabase();
  folder = await openFolder();
  good = await folder.write('good.csv', 'who,n\na,1\nb,2\n');
});
afterAll(async () => {
  await database.drop();
  await folder.remove();
});

/** Runs the command in this process against the test's database. */
async function command(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const environment = { DATABASE_URL: database.url, DATA_DIR: folder.path('data') };
  const code = await run(argv, { environment, out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

describe('npm run import', () => {
  test('says how it is used', async () => {
    const { code, out } = await command('--help');
    expect(code).toBe(0);
    for (const option of [
      '--dataset',
      '--append',
      '--new-release',
      '--keep-going',
      '--sector-all',
      '--dry-run',
    ])
      expect(out).toContain(option);
  });

  test('loads a file: exit 0, a report on standard output and in a file', async () => {
    const slug = freshSlug();
    const { code, out, err } = await command(
      good,
      '--dataset',
      slug,
      '--expert',
      'who',
      '--units',
      'n',
      '--open',
      '--title',
      'T',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^Release 1 of .* is published\.\n {2}rows read 2, kept 2, rejected 0\n {2}added 2, reversed 0, contributors now 2\nReport: .*report\.json/,
    );
    const report = JSON.parse(await readFile(/Report: (\S+)/.exec(out)![1]!, 'utf8')) as object;
    expect(report).toMatchObject({ outcome: 'LOADED', dataset: slug, rowsRead: 2 });
  });

  test('bad rows: exit 2 with line, column and reason, none loaded; with --keep-going the good ones', async () => {
    const slug = freshSlug();
    const bad = await folder.write('bad.csv', `who,n\n${'a,1\n'.repeat(12)}b,many\u001b[2J\n`);
    const options = ['--dataset', slug, '--expert', 'who', '--units', 'n'];
    const { code, out } = await command(bad, ...options);
    expect(code).toBe(2);
    expect(out).toMatch(
      /No row was loaded[\s\S]*line 14, n: "many\\u001b\[2J" is not a number\nAll bad rows: .*rejected\.csv/,
    );
    expect(await traces(database, slug)).toBe(0);
    const kept = await command(bad, ...options, '--keep-going', '--json', '--report', folder.path('reports'));
    expect(kept.code).toBe(2);
    expect(JSON.parse(kept.out)).toMatchObject({ outcome: 'LOADED', rowsKept: 12, rowsRejected: 1 });
    expect((await readdir(folder.path('reports'))).sort()).toEqual(['rejected.csv', 'report.json']);
  });

  test.each<[string, string[], RegExp]>([
    ['no file', [], /Name the file/],
    ['no dataset', ['x.csv'], /--dataset SLUG/],
    ['an option misspelt', ['x.csv', '--datset', 'x'], /did you mean --dataset\?/],
    ['options that contradict', ['x.csv', '--open', '--protected'], /opposite things/],
    [
      'a file that is not there',
      ['none.csv', '--dataset', 'x', '--expert', 'who'],
      /There is no file none\.csv/,
    ],
    ['an order that is none', ['x.csv', '--date-order', 'YDM'], /--date-order is one of dmy, mdy/],
    ['a delimiter of two characters', ['x.csv', '--delimiter', '::'], /--delimiter is one character/],
  ])('%s: exit 1 with what would do', async (_, argv, reason) => {
    const { code, err } = await command(...argv);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
  });

  test('without --expert it suggests a mapping and loads nothing', async () => {
    const slug = freshSlug();
    const path = await folder.write('named.csv', 'Worker ID,Amount (USD),Date\na,1,2025-01-02\n');
    const { code, err } = await command(path, '--dataset', slug);
    expect(code).toBe(1);
    expect(err).toContain('--expert "Worker ID" --date "Date" --amount "Amount (USD)" --currency "USD"');
    expect(await traces(database, slug)).toBe(0);
  });

  test('reads standard input, in a process of its own', async () => {
    const slug = freshSlug();
    const child = start(['-', '--dataset', slug, '--expert', 'who', '--json']);
    child.stdin.end('who\na\n');
    expect(await ended(child)).toBe(0);
    expect(await factsOf(database, slug)).toHaveLength(1);
  });

  test('every option of the contract is read', () => {
    const line =
      'FILE --dataset s --title T --licence L --open --append --expert a --project b --sector-all S --profession d --date e --units f --hours g --amount h --currency EUR --improvement i --delimiter ; --encoding latin1 --dry-run --json';
    expect(readImportArguments(line.split(' '))).toEqual({
      files: ['FILE'],
      resource: undefined,
      mapping: {
        ...{
          expert: 'a',
          project: 'b',
          sectorAll: 'S',
          profession: 'd',
          date: 'e',
          units: 'f',
          hours: 'g',
          amount: 'h',
        },
        ...{ currency: 'EUR', improvement: 'i' },
      },
      dataset: { slug: 's', title: 'T', licence: 'L', protected: false },
      reading: { delimiter: ';', encoding: 'latin1' },
      options: { mode: 'APPEND', dryRun: true },
      reportFolder: undefined,
      json: true,
    });
  });

  test('progress is drawn on a terminal and nowhere else', () => {
    const progress = { phase: 'READING', rowsRead: 1500, bytesRead: 50, bytesTotal: 100 } as const;
    let drawn = '';
    createProgress({ err: (text) => (drawn += text) }, { isTTY: true, now: () => 0 }).show(progress);
    expect(drawn).toContain(`reading ${'█'.repeat(12)}${'░'.repeat(12)}  50 % 1,500 rows`);
    drawn = '';
    createProgress({ err: (text) => (drawn += text) }, { isTTY: false }).show(progress);
    expect(drawn).toBe('');
  });
});

function start(argv: string[]) {
  return spawn(process.execPath, [program, 'import', ...argv], {
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url, DATA_DIR: folder.path('data') },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

function ended(child: ReturnType<typeof start>): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}
