import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { projectPath, projectRoot } from '../../server/project-root.ts';
import { startEnvironment, startFlags } from '../support/as-started.ts';
import { leadOf, pagesWithFigures } from '../figures/pages.ts';
import { machine, table, writeResults } from './results.ts';

// How long the files of figures take, and what memory: npm run bench:figures [-- --times 7]. The product must be built. Figures
// are of the shipped facts: how many rows others measure (--rows) does not matter to them.

const { values } = parseArgs({
  options: { times: { type: 'string', default: '7' }, rows: { type: 'string' }, data: { type: 'string' } },
});
const times = Number(values.times);
const formats = [
  { name: 'PNG 1×', extension: 'png', scale: 1 },
  { name: 'PNG 4×', extension: 'png', scale: 4 },
  { name: 'PDF', extension: 'pdf', scale: 1 },
  { name: 'XLSX', extension: 'xlsx', scale: 1 },
  { name: 'Parquet', extension: 'parquet', scale: 1 },
] as const;

const folder = await mkdtemp(join(tmpdir(), 'tacit-figures-bench-'));
const child = spawn(process.execPath, [...startFlags, projectPath('.build', 'server', 'main.js')], {
  cwd: projectRoot,
  env: {
    PATH: process.env['PATH'],
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'error',
    ADMIN_KEY: 'b'.repeat(40),
    ...startEnvironment,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise<string>((resolve) => {
  createInterface(child.stdout).on('line', (line) => {
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address) resolve(address.replace(/\/$/, ''));
  });
});
const headers = { authorization: `Bearer ${'b'.repeat(40)}` };
const get = (path: string) => fetch(url + path, { headers });

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: Data }).data;
}

/** Milliseconds of processor time that the server used until now. */
async function processor(): Promise<number> {
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The memory that the server holds now, and the most that it has held since it was last forgotten, in MiB. */
async function memory(): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const mebibytes = (field: string) =>
    Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: mebibytes('VmRSS'), most: mebibytes('VmHWM') };
}

/** Forgets the most that the server has held until now. */
const forgetMost = () => writeFile(`/proc/${child.pid}/clear_refs`, '5').catch(() => undefined);

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
const ms = (value: number) => Math.round(value).toLocaleString('en-GB');

try {
  const made: { page: string; id: string; pixels: number }[] = [];
  for (const page of await pagesWithFigures({ ask })) {
    const figure = await leadOf({ get }, page);
    const { figureCreate } = await ask<{ figureCreate: { figure: { id: string } } }>(
      'mutation ($input: FigureCreateInput!) { figureCreate(input: $input) { figure { id } } }',
      { input: { page, figure } },
    );
    const { id } = figureCreate.figure;
    const svg = await (await get(`/figures/${id}.svg`)).text();
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);
    made.push({ page, id, pixels: width! * height! * 16 });
  }
  const before = await memory();
  await forgetMost();
  const all = new Map<string, { took: number[]; processor: number }>();
  const perPage: string[][] = [];
  for (const { page, id, pixels } of made) {
    const line = [page.replace(/^(\/experts|\/projects)\/[^/?]{12,}$/, '$1/ID'), (pixels / 1e6).toFixed(1)];
    for (const { name, extension, scale } of formats) {
      const took: number[] = [];
      const start = await processor();
      for (let turn = 0; turn < times; turn += 1) {
        // What was written once is kept, by what was asked: each time is asked a hair otherwise.
        const began = performance.now();
        const answer = await get(
          `/figures/${id}.${extension}?scale=${scale + (scale === 4 ? -1 : 1) * turn * 1e-6}`,
        );
        await answer.bytes();
        if (answer.status !== 200) throw new Error(`${page} as ${name}: ${answer.status}`);
        took.push(performance.now() - began);
      }
      const known = all.get(name) ?? { took: [], processor: 0 };
      known.took.push(...took);
      known.processor += (await processor()) - start;
      all.set(name, known);
      took.sort((a, b) => a - b);
      line.push(`${ms(quantile(took, 0.5))} / ${ms(quantile(took, 0.95))}`);
    }
    perPage.push(line);
  }
  const during = await memory();
  // The thread that draws ends when nobody has asked for a while.
  await wait(15_000);
  const after = await memory();
  const body = [
    `The lead figure of every page, each file written anew ${times} times, one after the other, over HTTP: milliseconds on the clock, median / 95th percentile.`,
    table([['page', 'million pixels at 4×', ...formats.map(({ name }) => name)], ...perPage]),
    table([
      ['all pages', 'p50', 'p95', 'processor, ms a file'],
      ...[...all].map(([name, { took, processor: used }]) => {
        const sorted = took.toSorted((a, b) => a - b);
        return [name, ms(quantile(sorted, 0.5)), ms(quantile(sorted, 0.95)), ms(used / took.length)];
      }),
    ]),
    `Resident memory of the server, with all of the dashboard and the API in it: ${before.now} MiB before the ${made.length * formats.length * times} files, ${during.most} at most while they were written, ${during.now} right after, ${after.now} a quarter of a minute later. The aims: a PNG of the usual size in 150 ms, four times the size in 300, and no more than 150 MiB kept.`,
    machine(),
  ].join('\n\n');
  const png = quantile(
    all.get('PNG 1×')!.took.toSorted((a, b) => a - b),
    0.95,
  );
  await writeResults('Files of figures', body, [{ aim: 'pngs', value: png }]);
  process.stdout.write(`${body}\n`);
} finally {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('close', resolve));
  await rm(folder, { recursive: true, force: true });
}
