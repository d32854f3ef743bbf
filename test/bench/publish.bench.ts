import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ImportReport } from '../../server/imports/import-report.ts';
import { importPhases } from '../../server/imports/ledger/phases.ts';
import { projectPath } from '../../server/project-root.ts';
import { asked } from './asked.ts';
import { copied } from './copied.ts';
import { ledgerAtHand } from './ledger-at-hand.ts';
import { releaseColumns, writeNextRelease } from './next-release-file.ts';
import { ledgerNames } from './ledger-names.ts';
import { comparing, pageQuestions } from './page-questions.ts';
import { measuredOn, table, writeResults } from './results.ts';
import { percentile, serveOver } from './served.ts';
import { checkReads } from './torn-reads.ts';

// How long a release takes that adds a twentieth to a large ledger, and what readers notice of it: npm run bench:publish
// [-- --rows 2000000 --data FOLDER]. Two are published: one while visitors ask pages' questions, which is timed; one while three
// readers read and check as much as they can. A data folder is copied first, and stays as it is, unless --in-place is said.

const { rows, data, inPlace } = asked(2_000_000);
const added = Math.ceil(rows / 20);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** How long visitors are timed before, in ms, and how many come in a second. */
const calm = 10_000;
const rate = 10;

const copy = data && !inPlace && (await copied(data));
const ledger = await ledgerAtHand(rows, copy || data);
const server = await serveOver(ledger.url, ledger.folder);
try {
  const file = join(ledger.folder, 'added.csv');
  const write = (): Promise<void> =>
    writeNextRelease(ledger.database, { datasetId: ledger.datasetId, path: file, rows: added });
  await write();
  await ledger.database.pool.query('checkpoint');

  const held = await earnings();
  const ask = await visitors();
  for (let turn = 0; turn < 100; turn += 1) await ask(turn);
  const before = await visit(ask, wait(calm));
  const publishing = publish(file);
  const during = await visit(ask, publishing);
  const { seconds, phases, mebibytes, release } = await publishing;
  say(`published in ${seconds.toFixed(1)} s: ${JSON.stringify(phases)}`);
  const after = await visit(ask, wait(calm));

  await write();
  const again = publish(file);
  const { database, datasetId } = ledger;
  const checked = await checkReads(database, { datasetId, over: again, atOnce: 3, atLeast: 100_000 });
  const slower = (await again).seconds;

  const rowsIn = (value: number): string => value.toLocaleString('en');
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const p95 = (times: readonly number[]): number => percentile(times, 0.95);
  const ratio = p95(during) / p95(before);
  const slowest = importPhases.toSorted((a, b) => (phases[b] ?? 0) - (phases[a] ?? 0)).slice(0, 3);
  const text = [
    `${rowsIn(release!.rowsAdded)} rows from a CSV file appended to a ledger of ${rowsIn(held)} SIMULATED earnings as its next release: the next quarter's work of the ledger's own people on its own projects, one row in fifty by somebody new; so every cell is touched but those of former quarters. Meanwhile pages' questions are asked through HTTP, ${rate} a second in an open loop. ${await measuredOn(ledger.database)}`,
    table([
      ['', ''],
      ['In all (aim at 20 million: under 60 s)', `${seconds.toFixed(1)} s`],
      ['Resident memory of the importing process, at most', `${mebibytes.toFixed(0)} MiB`],
      [
        'Visitors’ median before / meanwhile / afterwards',
        [before, during, after].map((times) => ms(percentile(times, 0.5))).join(' / '),
      ],
      [
        'Visitors’ p95 before / meanwhile / afterwards',
        [before, during, after].map((times) => ms(p95(times))).join(' / '),
      ],
      ['p95 meanwhile ÷ before (aim: at most 2)', ratio.toFixed(2)],
    ]),
    table([
      ['phase', 'time'],
      ...importPhases.map((phase) => [phase.toLowerCase(), `${(phases[phase] ?? 0).toFixed(1)} s`]),
    ]),
    `Then another of the same kind is published, in ${slower.toFixed(1)} s, while three readers ask without pause for the version and the cells at it, and go on afterwards until they are enough: ${rowsIn(checked.reads)} reads of three statements each, ${rowsIn(checked.meanwhile)} of them while it was published, ${checked.torn} of all torn, that is with parts that do not add up to the whole of their version, or a whole that others saw otherwise; they saw the versions ${[...checked.versions].join(' and ')}.`,
  ].join('\n\n');
  const why = `slowest: ${slowest.map((phase) => `${phase.toLowerCase()} ${(phases[phase] ?? 0).toFixed(0)} s`).join(', ')}`;
  await writeResults(`Publishing into ${rowsIn(held)} earnings`, text, [
    { aim: 'publish', value: seconds, rows: held, why },
    { aim: 'readers', value: ratio, rows: held, why: `${ms(p95(before))} and ${ms(p95(during))}` },
    {
      aim: 'reads',
      value: checked.reads,
      rows: held,
      why: `${rowsIn(checked.meanwhile)} of them in the ${slower.toFixed(0)} s of publishing, the others after it`,
    },
    { aim: 'torn', value: checked.torn, rows: held },
  ]);
  say(text);
} finally {
  await server.close();
  await ledger.close();
  if (copy) await rm(copy, { recursive: true, force: true });
}

type Published = Pick<ImportReport, 'seconds' | 'phases' | 'release'> & { mebibytes: number };

/** The import of a file as the command line does it, in a process of its own. */
async function publish(file: string): Promise<Published> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--import',
      `data:text/javascript,process.on('exit',()=>process.stderr.write('MiB '+process.resourceUsage().maxRSS/1024))`,
      projectPath('.build', 'server', 'cli', 'main.js'),
      ...['import', file, '--dataset', ledger.slug, '--append', '--json', '--expert', 'expert'],
      ...releaseColumns.flatMap((column) => [`--${column}`, column]),
    ],
    { env: { ...process.env, DATABASE_URL: ledger.url, DATA_DIR: ledger.folder }, maxBuffer: 2 ** 26 },
  );
  const report = JSON.parse(stdout) as ImportReport;
  if (report.outcome !== 'LOADED') throw new Error(`the import ended ${report.outcome}`);
  return { ...report, mebibytes: Number(/MiB ([\d.]+)/.exec(stderr)?.[1] ?? NaN) };
}

/** How many earnings the ledger holds before. */
async function earnings(): Promise<number> {
  const { rows: counted } = await ledger.database.pool.query<{ held: number }>(
    'select sum(rows_added - rows_reversed)::int as held from release where dataset_id = $1',
    [ledger.datasetId],
  );
  return counted[0]!.held;
}

/** What visitors ask: the questions of the ledger's pages, by turns. */
async function visitors(): Promise<(turn: number) => Promise<number>> {
  const all = await pageQuestions(await ledgerNames(ledger.database, ledger));
  const questions = all.filter(({ name }) => !comparing.has(name));
  return (turn) => {
    const { query, variables } = questions[turn % questions.length]!;
    return server.ask(query, variables);
  };
}

/** The times of visits at their rate, in an open loop, until something is over. */
async function visit(ask: (turn: number) => Promise<number>, over: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const end = over.finally(() => (isOver = true));
  const began = performance.now();
  const visits: Promise<number>[] = [];
  while (!isOver) {
    visits.push(ask(visits.length));
    await wait(Math.max(0, began + (visits.length * 1000) / rate - performance.now()));
  }
  await end;
  return Promise.all(visits);
}
