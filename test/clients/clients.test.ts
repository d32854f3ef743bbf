import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { openApp } from '../http/support.ts';

const run = promisify(execFile);
const folder = projectPath('web', 'static', 'clients');
const sentence =
  /^Lawyers: offered 65(\.0)? USD an hour \(n = 8, newest 2026-06-30\); the profession earns 76\.76\.$/m;

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

/** Runs a program against the API; what it printed, or what it said when it failed. */
async function start(command: string, given: string[], environment: Record<string, string> = {}) {
  const { url } = await openApp({ graph });
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], TACIT_URL: url, ...environment };
  return run(command, given, { cwd: folder, env }).then(
    ({ stdout }) => ({ stdout, failed: '' }),
    ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ stdout, failed: stderr }),
  );
}

/** Whether a language, with a library of it, is on this machine. */
async function has(command: string, ...given: string[]): Promise<boolean> {
  return run(command, given).then(
    () => true,
    () => false,
  );
}

/** The documents that a program holds between quotes: what it would send. */
function documentsIn(file: string): string[] {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  return [...text.matchAll(/\n(query \w+[\s\S]*?\n\})\n/g)].map(([, document]) => document!);
}

async function sends(file: string): Promise<void> {
  const documents = documentsIn(file);
  expect(documents.length).toBeGreaterThan(0);
  for (const document of documents) {
    expect(validate(graph.schema, parse(document))).toEqual([]);
    const data = await graph.ask(document, document.includes('$socCode') ? { socCode: '23-1011' } : {});
    for (const value of Object.values(data)) expect(value).toBeTruthy();
  }
}

describe('the example for', () => {
  test('curl answers, and fails in words where it is refused', async () => {
    const { stdout } = await start('sh', ['tacit.sh', '23-1011']);
    const { data } = JSON.parse(stdout) as { data: { rateBenchmark: unknown } };
    expect(data.rateBenchmark).toMatchObject({ profession: { title: 'Lawyers' }, published: { median: 65 } });
    const refused = await start('sh', ['tacit.sh', '23-1011'], { TACIT_KEY: 'nonsense' });
    expect(refused.stdout).toContain('UNAUTHENTICATED');
    expect(refused.failed).toContain('401');
  });

  test('Python answers and reads every page', async () => {
    await sends('tacit.py');
    if (!(await has('python3', '-c', 'import requests'))) return;
    const { stdout } = await start('python3', ['tacit.py', '23-1011']);
    expect(stdout).toMatch(sentence);
    expect(stdout).toMatch(/^377 published rates read\.$/m);
    const refused = await start('python3', ['tacit.py', '99-9999']);
    expect(refused.failed).toContain('NOT_FOUND: No occupation has the SOC code "99-9999".');
  });

  test('pandas makes a table of what Python reads', async () => {
    // It sends the document of tacit.py, which is tried above whatever the machine has.
    expect(readFileSync(`${folder}/tacit_pandas.py`, 'utf8')).toContain('from tacit import RATES, rows');
    if (!(await has('python3', '-c', 'import pandas, requests'))) return;
    const { stdout } = await start('python3', ['tacit_pandas.py']);
    expect(stdout).toContain('platform.name');
  });

  test('R asks what it says it asks', async () => {
    await sends('tacit.R');
    if (!(await has('Rscript', '-e', 'library(httr2)'))) return;
    expect((await start('Rscript', ['tacit.R', '23-1011'])).stdout).toMatch(sentence);
  });

  test('TypeScript answers, with the types of the schema as it is', async () => {
    const { stdout, failed } = await start(process.execPath, [
      '--experimental-strip-types',
      '--disable-warning=ExperimentalWarning',
      'typescript/tacit.ts',
      '23-1011',
    ]);
    expect(failed).toBe('');
    expect(stdout).toMatch(sentence);
    expect(stdout).toMatch(/^377 of 377 published rates read\.$/m);
  });

  test('TypeScript is checked: it holds, and a field that was not asked for does not', async () => {
    const place = await mkdtemp(join(tmpdir(), 'tacit-clients-'));
    onTestFinished(() => rm(place, { recursive: true }));
    await copyFile(`${folder}/typescript/documents.ts`, `${place}/documents.ts`);
    const wrong = [
      `import { Benchmark, type Document } from './documents.ts';`,
      `declare function ask<Data, Variables>(document: Document<Data, Variables>, variables: Variables): Data;`,
      `ask(Benchmark, { socCode: '23-1011' }).rateBenchmark.premium;`,
      `ask(Benchmark, { soc: '23-1011' });`,
    ];
    await writeFile(`${place}/wrong.ts`, wrong.join('\n'));
    const compile = (file: string) =>
      run(process.execPath, [
        projectPath('node_modules', '@typescript', 'native', 'bin', 'tsc'),
        ...'--noEmit --ignoreConfig --strict --target es2022 --module nodenext --allowImportingTsExtensions --erasableSyntaxOnly --types node'.split(
          ' ',
        ),
        file,
      ]).then(
        () => '',
        ({ stdout }: { stdout: string }) => stdout,
      );
    expect(await compile(`${folder}/typescript/tacit.ts`)).toBe('');
    const faults = await compile(`${place}/wrong.ts`);
    expect(faults).toMatch(/Property 'premium' does not exist/);
    expect(faults).toMatch(/'soc' does not exist/);
  });
});
